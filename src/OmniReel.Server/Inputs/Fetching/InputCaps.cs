namespace OmniReel.Server.Inputs.Fetching;

/// <summary>How much of anything one input may take.</summary>
/// <param name="Bytes">Most bytes, counted as they come.</param>
/// <param name="Total">Most time from the first connection to the last byte.</param>
internal sealed record InputCaps(long Bytes, TimeSpan Total)
{
    /// <summary>Time from a request to the end of its answer's headers.</summary>
    public static readonly TimeSpan FirstByte = TimeSpan.FromSeconds(10);

    /// <summary>The window over which the rate is measured.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    /// <summary>Fewest bytes in a window.</summary>
    public const long WindowFloor = 10 * (50 << 10);

    /// <summary>Most redirects.</summary>
    public const int Redirects = 3;

    private static readonly InputCaps s_image = new(10 << 20, TimeSpan.FromSeconds(60));
    private static readonly InputCaps s_video = new(200 << 20, TimeSpan.FromSeconds(300));

    /// <summary>The caps of one kind of input.</summary>
    public static InputCaps Of(InputMedia media) => media == InputMedia.Image ? s_image : s_video;
}
