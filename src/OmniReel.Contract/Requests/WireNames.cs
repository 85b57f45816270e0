namespace OmniReel.Contract.Requests;

/// <summary>The product's terms as they are written on the wire.</summary>
public static class WireNames
{
    /// <summary><c>kling-video-o1</c> or <c>kling-v3-omni</c>.</summary>
    public static string WireName(this VideoModel model) => model == VideoModel.VideoO1 ? "kling-video-o1" : "kling-v3-omni";

    /// <summary><c>std</c>, <c>pro</c> or <c>4k</c>.</summary>
    public static string WireName(this VideoMode mode) => mode switch
    {
        VideoMode.Std => "std",
        VideoMode.Pro => "pro",
        _ => "4k",
    };

    /// <summary><c>16:9</c>, <c>9:16</c> or <c>1:1</c>.</summary>
    public static string WireName(this AspectRatio ratio) => ratio switch
    {
        AspectRatio.Landscape => "16:9",
        AspectRatio.Portrait => "9:16",
        _ => "1:1",
    };

    /// <summary>As in a quote: <c>text-to-video</c>, <c>reference</c>, <c>first-frame</c>, <c>first-and-end-frame</c>, <c>video-feature</c>, <c>video-edit</c>.</summary>
    public static string WireName(this InputKind kind) => kind switch
    {
        InputKind.Reference => "reference",
        InputKind.FirstFrame => "first-frame",
        InputKind.FirstAndEndFrame => "first-and-end-frame",
        InputKind.VideoFeature => "video-feature",
        InputKind.VideoEdit => "video-edit",
        _ => "text-to-video",
    };

    /// <summary>As in a quote: <c>single-shot</c>, <c>multi-shot customize</c>, <c>multi-shot intelligence</c>.</summary>
    public static string WireName(this ShotKind kind) => kind switch
    {
        ShotKind.Customize => "multi-shot customize",
        ShotKind.Intelligence => "multi-shot intelligence",
        _ => "single-shot",
    };

    /// <summary>As in <c>reference_type</c>: <c>image_refer</c> or <c>video_refer</c>.</summary>
    public static string WireName(this ElementKind kind) => kind == ElementKind.VideoCharacter ? "video_refer" : "image_refer";

    /// <summary>Both axes on one line: <c>reference, single-shot</c>.</summary>
    public static string WireName(this RequestKind kind) => $"{kind.Input.WireName()}, {kind.Shots.WireName()}";

    /// <summary>The longest film the model makes, in seconds: 10 or 15. An edit's input may be as long.</summary>
    public static int LongestSeconds(this VideoModel model) => model == VideoModel.VideoO1 ? 10 : 15;
}
