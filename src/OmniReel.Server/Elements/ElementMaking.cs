using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Inputs;

namespace OmniReel.Server.Elements;

/// <summary>Brings an element's media here for good: fetched, checked, stored. Making the same element again replaces what is there.</summary>
public sealed class ElementMaking(IInputFetcher fetcher, IArtifactStore artifacts)
{
    /// <summary>The artifacts of its media, in their order. Throws <see cref="InputException"/> for what is wrong with one of them.</summary>
    public async Task<IReadOnlyList<string>> MakeAsync(PendingElement pending, CancellationToken cancellation)
    {
        var facts = pending.Element.Facts;
        var read = ElementReader.Read(pending.Body.Span, facts.Form, LanguageTags.FromTag(facts.Language));
        if (read.Request is not { } request)
            throw new InputException(
                "element_name", "json_syntax",
                "This version of the server cannot read the stored request of this element. Send it again.",
                "当前版本的服务器无法读取该主体保存的请求。请重新提交。");

        var folder = Directory.CreateDirectory(artifacts.NewDraft(".element")).FullName;
        try
        {
            return request.VideoUrl is { } url
                ? [await KeepAsync(pending, 0, await fetcher.FetchAsync(pending.Element.Tenant, url, InputMedia.Video, ElementFields.Video, folder, cancellation), cancellation)]
                : await ImagesAsync(pending, request, folder, cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<IReadOnlyList<string>> ImagesAsync(PendingElement pending, ElementRequest request, string folder, CancellationToken cancellation)
    {
        var kept = new string[request.Images.Count];
        for (var i = 0; i < kept.Length; i++)
        {
            var image = request.Images[i];
            var field = ElementFields.Image(request.Form, i);
            var file = image.Inline is { } inline
                ? await fetcher.DecodeAsync(pending.Body.Slice(inline.Offset, inline.Length), field, folder, cancellation)
                : await fetcher.FetchAsync(pending.Element.Tenant, image.Url!, InputMedia.Image, field, folder, cancellation);
            kept[i] = await KeepAsync(pending, i, file, cancellation);
        }

        return kept;
    }

    private async Task<string> KeepAsync(PendingElement pending, int at, InputFile file, CancellationToken cancellation)
    {
        var artifact = await artifacts.CommitAsync(file.Path, $"{pending.Element.TaskId}-element-{at}", file.ContentType, cancellation);
        return artifact.Id;
    }
}

/// <summary>Where an element's media stand in its body, for messages.</summary>
internal static class ElementFields
{
    public const string Video = "element_video_list.refer_videos[0].video_url";

    /// <param name="at">0 for the frontal image.</param>
    public static string Image(ElementForm form, int at) => (form, at) switch
    {
        (ElementForm.Simple, 0) => "element_frontal_image",
        (ElementForm.Simple, _) => $"element_refer_list[{at - 1}].image_url",
        (_, 0) => "element_image_list.frontal_image",
        _ => $"element_image_list.refer_images[{at - 1}].image_url",
    };
}
