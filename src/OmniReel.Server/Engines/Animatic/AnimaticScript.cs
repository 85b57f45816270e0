using OmniReel.Contract.Films;
using OmniReel.Contract.Requests;
using OmniReel.Media.Script;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>A request as the script reader wants it.</summary>
internal static class AnimaticScript
{
    /// <param name="pictures">Names of the pictures that are put into scenes.</param>
    public static ScriptRequest Of(VideoRequest request, OutputSize size, IReadOnlySet<string>? pictures = null)
    {
        var shots = request.Kind.Shots == ShotKind.Customize
            ? [.. request.Shots.Select(shot => new ScriptShot(Words(shot.Prompt), shot.Seconds * FilmLength.FramesPerSecond))]
            : new List<ScriptShot> { new(Words(request.Prompt), request.Seconds!.Value * FilmLength.FramesPerSecond) };

        // The film's last frame stands at its last second: one frame more than the seconds hold, and it belongs to the last shot.
        shots[^1] = shots[^1] with { Frames = shots[^1].Frames + 1 };
        return new ScriptRequest(shots, request.NegativePrompt, size.Width, size.Height, request.Kind.Shots == ShotKind.Intelligence) { Pictures = pictures ?? new HashSet<string>() };

        // Presets that a prompt names are brought on apart (see ElementFigures), and so are pictures that the film begins with or ends on; to
        // the script reader their names would be words it does not know.
        string Words(string prompt) => Enumerable.Range(0, request.Elements.Count).Select(ElementFigures.NameOf)
            .Concat(Enumerable.Range(0, request.Images.Count).Select(at => $"<<<image_{at + 1}>>>"))
            .Where(name => pictures?.Contains(name[3..^3]) != true)
            .Aggregate(prompt, (text, name) => text.Replace(name, " ", StringComparison.Ordinal));
    }
}
