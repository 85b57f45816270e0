namespace OmniReel.Media.Encoding.Probing;

/// <summary>What a film is, as a player would show it.</summary>
/// <param name="IsQuickTime">MOV rather than MP4.</param>
/// <param name="Codec">ffmpeg's name of it, such as <c>h264</c>.</param>
/// <param name="Width">Pixels across, turned upright and with square pixels.</param>
/// <param name="Height">Pixels down, likewise.</param>
/// <param name="FrameRate">Frames per second, on average.</param>
/// <param name="Seconds">From the first frame to the end of the last one.</param>
/// <param name="Frames">How many there are; null where the file was so far from any use that they were not counted.</param>
public sealed record FilmFacts(bool IsQuickTime, string Codec, int Width, int Height, double FrameRate, double Seconds, int? Frames, bool HasAudio);
