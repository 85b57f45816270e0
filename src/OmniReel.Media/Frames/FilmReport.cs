namespace OmniReel.Media.Frames;

/// <summary>What was made.</summary>
/// <param name="Path">The finished MP4.</param>
/// <param name="Frames">Frames in it: exactly those of the plan.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Timings">Where the time went.</param>
public sealed record FilmReport(string Path, int Width, int Height, int Frames, long Bytes, RenderTimings Timings)
{
    /// <summary>Length of the film.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(Frames / (double)Plans.FilmPlan.FrameRate);
}

/// <summary>Where the time of one film went. All but <see cref="Wall"/> and <see cref="Bakes"/> are sums over threads.</summary>
/// <param name="Wall">From the call to the finished file.</param>
/// <param name="Bakes">Of each shot from its plan to the first frame that can be drawn: cutting and drawing what stays the same in it.</param>
/// <param name="Sheets">Laying baked sheets into frames.</param>
/// <param name="Moving">Drawing what changes from frame to frame.</param>
/// <param name="Post">Vignette, dither and conversion to I420.</param>
/// <param name="Write">Handing frames to the encoder, waiting for it included.</param>
public sealed record RenderTimings(
    TimeSpan Wall, IReadOnlyList<TimeSpan> Bakes, TimeSpan Sheets, TimeSpan Moving, TimeSpan Post, TimeSpan Write);
