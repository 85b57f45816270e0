namespace OmniReel.Media.Encoding;

/// <summary>What turns a picture upright.</summary>
internal static class Upright
{
    private static readonly string[] s_turns =
        ["", "hflip", "hflip,vflip", "vflip", "transpose=cclock_flip", "transpose=clock", "transpose=clock_flip", "transpose=cclock"];

    /// <summary>The filter for EXIF's orientation, 1 to 8; empty for one that is upright.</summary>
    public static string Filter(int orientation) => s_turns[orientation - 1];
}
