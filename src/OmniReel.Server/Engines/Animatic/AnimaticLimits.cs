using OmniReel.Contract.Requests;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>What the embedded engine does not do, in the words of the request.</summary>
internal static class AnimaticLimits
{
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
