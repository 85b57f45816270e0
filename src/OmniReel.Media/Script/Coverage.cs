using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Makes shots of beats; a single beat is seen in several sizes, and no cut joins two pictures of one place and one size.</summary>
internal static class Coverage
{
    private static readonly ShotSize[] Sizes = [ShotSize.Wide, ShotSize.Medium, ShotSize.CloseUp];

    public static IEnumerable<ShotPlan> Plan(ShotPlanner planner, IReadOnlyList<ShotFacts> beats, int frames) =>
        beats.Count == 1 ? OneBeat(planner.Plan(beats[0], frames), beats[0], frames) : Beats(planner, beats, frames);

    private static IEnumerable<ShotPlan> OneBeat(ShotPlan shot, ShotFacts facts, int frames)
    {
        var seconds = frames / FilmPlan.FrameRate;
        var count = seconds < 2 ? 1 : seconds < 6 || shot.Figures.Count == 0 ? 2 : 3;
        ShotSize[] sizes = count == 1 || facts.Size.Said is not null ? [shot.Size, .. Sizes.Where(s => s != shot.Size)] : Sizes;
        return Timing.Share(frames, count).Select((share, i) => shot with { Frames = share, Size = sizes[i] });
    }

    private static List<ShotPlan> Beats(ShotPlanner planner, IReadOnlyList<ShotFacts> beats, int frames)
    {
        var shares = Timing.Share(frames, beats.Count);
        var shots = new List<ShotPlan>();
        for (var i = 0; i < beats.Count; i++)
        {
            var shot = planner.Plan(beats[i], shares[i]);
            var jumps = shots.Count > 0 && shots[^1].Place == shot.Place && shots[^1].Size == shot.Size;
            shots.Add(jumps && beats[i].Size.Said is null ? shot with { Size = Next(shot) } : shot);
        }

        return shots;
    }

    private static ShotSize Next(ShotPlan shot) => shot switch
    {
        { Size: ShotSize.Wide or ShotSize.Full } => ShotSize.Medium,
        { Size: ShotSize.Medium, Figures.Count: > 0 } => ShotSize.CloseUp,
        _ => ShotSize.Full,
    };
}
