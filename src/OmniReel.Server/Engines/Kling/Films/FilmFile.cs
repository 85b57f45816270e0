using OmniReel.Contract.Films;
using OmniReel.Contract.Requests;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Kling.Films;

/// <summary>A film that was fetched.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Facts">What it is; null where nothing here could look at it.</param>
internal sealed record FilmFile(string Path, FilmFacts? Facts)
{
    /// <summary>Length of the film in seconds: seen, else told, else asked for.</summary>
    public double Seconds(VideoTask task, UpstreamReport report) => Facts?.Seconds ?? (double)(report.Seconds ?? task.Facts.Seconds ?? 0);

    /// <summary>As the frames of a film of 24 a second.</summary>
    public int Frames(VideoTask task, UpstreamReport report) => Facts is { Frames: { } counted, FrameRate: > 23.9 and < 24.1 }
        ? counted
        : (int)Math.Round(Seconds(task, report) * FilmLength.FramesPerSecond, MidpointRounding.AwayFromZero);

    /// <summary>Width and height: seen, else those that such a request gives.</summary>
    public (int Width, int Height) Size(VideoRequest request)
    {
        if (Facts is { } facts)
            return (facts.Width, facts.Height);
        var asked = OutputSize.Of(request.Mode, request.AspectRatio ?? AspectRatio.Landscape);
        return (asked.Width, asked.Height);
    }
}
