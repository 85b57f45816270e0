using OmniReel.Media.Pictures;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>A picture of the request, at most as large as the film.</summary>
/// <param name="Name">What prompts call it, without brackets.</param>
/// <param name="Pixels">Row by row: blue, green, red and alpha, colours multiplied by it.</param>
public sealed record GivenPicture(string Name, int Width, int Height, byte[] Pixels);

/// <summary>Gives the pictures of a request their parts.</summary>
public static class PrintCasting
{
    /// <summary>
    /// Fills in the pictures where prompts name them. One that no prompt names is in every shot: the first, if it can be cut out, as the
    /// subject of a shot that has none, in place of who is there; else it stands in the scene.
    /// </summary>
    /// <param name="takesPlaces">A subject that is not named stands in for the first figure; false where the figures are known ones.</param>
    public static FilmPlan Join(FilmPlan plan, IReadOnlyList<GivenPicture> pictures, bool takesPlaces = true)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(pictures);
        if (pictures.Count == 0)
            return plan;
        var (cut, whole) = (new Dictionary<string, PrintPicture>(), new Dictionary<string, PrintPicture>());
        var given = pictures.ToDictionary(p => p.Name);
        var named = plan.Shots.SelectMany(Names).ToHashSet();
        List<GivenPicture> others = [.. pictures.Where(p => !named.Contains(p.Name))];
        return plan with { Shots = [.. plan.Shots.Select(shot => Extra(Fill(shot)))] };

        PrintPicture Cut(string name) => cut.TryGetValue(name, out var made) ? made : cut[name] = Printing.Cut(given[name]);

        PrintPicture Whole(string name) => whole.TryGetValue(name, out var made) ? made : whole[name] = Printing.Whole(given[name]);

        ShotPlan Fill(ShotPlan shot) => shot with
        {
            Things = [.. shot.Things.Select(thing => thing.Print is { } print ? thing with { Print = print with { Picture = Cut(print.Name) } } : thing)],
            Backdrop = shot.Backdrop is { } backdrop ? backdrop with { Picture = Whole(backdrop.Name) } : null,
        };

        ShotPlan Extra(ShotPlan shot)
        {
            foreach (var other in others)
            {
                var isSubject = Cut(other.Name).CutOut && !shot.Things.Any(t => t.Print?.Role == PrintRole.Subject);
                var print = new PrintPlan(other.Name, isSubject ? PrintRole.Subject : PrintRole.Prop) { Picture = Cut(other.Name) };
                var motion = isSubject ? PrintMotions.Along(shot.Figures) : ThingMotion.Rest;
                var thing = new ThingPlan { Id = other.Name, Motion = motion, Print = print };
                shot = isSubject && takesPlaces && shot.Figures.Count > 0 && shot.Things.All(t => t.To is null && t.Relation is null && t.Spot != ThingSpot.Held)
                    ? shot with { Figures = [.. shot.Figures.Skip(1)] }
                    : shot;
                // At the end: places in the list are places that other things refer to.
                shot = shot with { Things = [.. shot.Things, thing] };
            }

            return shot;
        }
    }

    private static IEnumerable<string> Names(ShotPlan shot) =>
        shot.Things.Select(thing => thing.Print?.Name).Append(shot.Backdrop?.Name).OfType<string>();
}
