using OmniReel.Contract.Requests;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>What the embedded engine does not do, in the words of the request.</summary>
internal static class AnimaticLimits
{
    /// <summary>Why the film is not made at all; null when it is.</summary>
    public static string? Refusal(VideoRequest request, string language)
    {
        var (english, chinese) = request.Kind.Input switch
        {
            InputKind.VideoFeature => ("a feature video (video_list)", "特征参考视频（video_list）"),
            _ => (null, null),
        };
        if (english is null)
            return null;
        return language == "zh"
            ? $"内置引擎尚不支持{chinese}；请改用提示词描述画面（prompt 或 multi_prompt），可附带参考图片（image_list）、主体（element_list）或首尾帧图（first_frame、end_frame）。"
            : $"The embedded engine does not make films from {english} yet. Describe the film in words (prompt or multi_prompt), with reference images (image_list), elements (element_list) or first_frame and end_frame images if you like.";
    }

    /// <summary>Fields of a film that is made all the same, without them.</summary>
    public static IEnumerable<string> NotHonoured(VideoRequest request)
    {
        // A film that is one picture has nothing else in it.
        if (request.Kind is not { Input: InputKind.FirstFrame or InputKind.FirstAndEndFrame, Shots: ShotKind.SingleShot })
            yield break;
        if (request.Images.Any(image => image.Role == ImageRole.Reference))
            yield return "image_list";
        if (request.Elements.Count > 0)
            yield return "element_list";
    }
}
