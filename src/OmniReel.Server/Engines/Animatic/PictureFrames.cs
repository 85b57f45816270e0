using OmniReel.Contract.Requests;
using OmniReel.Media.Pictures;
using OmniReel.Media.Plans;
using OmniReel.Media.Script;
using OmniReel.Server.Inputs.Checking;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>A plan with the pictures that its film begins with and ends on.</summary>
/// <param name="NotUnderstood">Words of the prompts that the film shows nothing of.</param>
internal sealed record FramedPlan(FilmPlan Plan, IReadOnlyList<string> NotUnderstood);

/// <summary>A film that begins with a picture of the request, and may end on another.</summary>
internal static class PictureFrames
{
    /// <summary>The first shot opens with the picture, the last one ends on its own; a film of one shot goes from the one to the other.</summary>
    /// <param name="plan">Of the request, as it would be without pictures.</param>
    /// <param name="notUnderstood">Of all its prompts, as far as places are drawn.</param>
    public static async Task<FramedPlan> FrameAsync(
        FilmPlan plan, IReadOnlyList<string> notUnderstood, VideoRequest request, PreparedInputs inputs, CancellationToken cancellation)
    {
        if (inputs.FirstFrame is not { } first)
            return new FramedPlan(plan, notUnderstood);
        var shots = plan.Shots.ToArray();
        shots[0] = shots[0] with { Picture = await DecodeAsync(first), Handover = null };
        if (inputs.EndFrame is { } end)
            shots[^1] = shots[^1] with { EndPicture = await DecodeAsync(end), Handover = null };

        // Where there is one shot, its words are all of the film's.
        var lost = shots.Length == 1 && request.Kind.Shots != ShotKind.Intelligence ? new List<string>() : [.. notUnderstood];
        foreach (var at in shots.Length == 1 ? [0] : new[] { 0, shots.Length - 1 })
            shots[at] = Read(shots[at], at, request, lost) with { Path = null, Tones = null };
        return new FramedPlan(plan with { Shots = shots }, [.. lost.Distinct(StringComparer.OrdinalIgnoreCase)]);

        async Task<StillPicture> DecodeAsync(PictureInput picture) =>
            new(plan.Width, plan.Height, await inputs.DecodeAsync(picture, plan.Width, plan.Height, cancellation));
    }

    private static ShotPlan Read(ShotPlan shot, int at, VideoRequest request, List<string> lost)
    {
        if (shot.Picture is null && shot.EndPicture is null)
            return shot;
        if (request.Kind.Shots == ShotKind.Intelligence)
        {
            // The prompt was divided: its camera words are in the shots, and what moves may stand anywhere in it.
            var whole = PictureReader.Read(request.Prompt, request.NegativePrompt);
            return Treating.Treat(shot with { Camera = shot.Camera == CameraMove.Drift ? CameraMove.Push : shot.Camera }, Named(whole), whole.Still);
        }

        var reading = PictureReader.Read(request.Kind.Shots == ShotKind.Customize ? request.Shots[at].Prompt : request.Prompt, request.NegativePrompt);
        var treated = Treating.Treat(shot with { Camera = reading.Camera ?? (shot.Path is null ? CameraMove.Push : shot.Camera) }, Named(reading), reading.Still);
        lost.RemoveAll(word => reading.Stirs.Any(stir => stir.Text == word));
        lost.AddRange(reading.NotUnderstood);
        lost.AddRange(reading.Stirs.Where(word => !word.Stirs.Any(treated.Treatment!.Moving.Contains)).Select(word => word.Text));
        return treated;
    }

    private static HashSet<Stir> Named(PictureReading reading) => [.. reading.Stirs.SelectMany(word => word.Stirs)];
}
