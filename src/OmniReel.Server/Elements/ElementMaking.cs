using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Checking;

namespace OmniReel.Server.Elements;

/// <summary>Brings an element's media here for good: fetched, checked, stored. Making the same element again replaces what is there.</summary>
public sealed class ElementMaking(TaskInputs inputs, IInputFetcher fetcher, MediaCheck check, InputFolders folders, IArtifactStore artifacts)
{
    /// <summary>The artifacts of its media, in their order. Throws <see cref="InputsRefusedException"/> for all that is wrong with them.</summary>
    public async Task<IReadOnlyList<string>> MakeAsync(PendingElement pending, CancellationToken cancellation)
    {
        var facts = pending.Element.Facts;
        var read = ElementReader.Read(pending.Body.Span, facts.Form, LanguageTags.FromTag(facts.Language));
        if (read.Request is not { } request)
            throw new InputsRefusedException([new(
                "element_name", "json_syntax",
                "This version of the server cannot read the stored request of this element. Send it again.",
                "当前版本的服务器无法读取该主体保存的请求。请重新提交。")]);

        await inputs.RequireSandboxAsync(request.VideoUrl is null ? ElementFields.Image(request.Form, 0) : ElementFields.Video);
        using var folder = folders.New();
        var broken = new List<InputException>();
        var files = request.VideoUrl is { } url
            ? [await FilmAsync(pending, url, folder.Path, broken, cancellation)]
            : await ImagesAsync(pending, request, folder.Path, broken, cancellation);
        return broken.Count > 0 ? throw new InputsRefusedException(broken) : await KeepAsync(pending, files, cancellation);
    }

    private async Task<InputFile?> FilmAsync(PendingElement pending, string url, string folder, List<InputException> broken, CancellationToken cancellation)
    {
        try
        {
            var file = await fetcher.FetchAsync(FetchShare.OfElements(pending.Element.Tenant), url, InputMedia.Video, ElementFields.Video, folder, cancellation);
            await check.ElementFilmAsync(file, ElementFields.Video, broken, cancellation);
            return file;
        }
        catch (InputException refused)
        {
            broken.Add(refused);
            return null;
        }
    }

    // One after another, and to the last: what is wrong with any of them is told at once.
    private async Task<InputFile?[]> ImagesAsync(PendingElement pending, ElementRequest request, string folder, List<InputException> broken, CancellationToken cancellation)
    {
        var files = new InputFile?[request.Images.Count];
        for (var i = 0; i < files.Length; i++)
        {
            var (image, field) = (request.Images[i], ElementFields.Image(request.Form, i));
            try
            {
                var file = image.Inline is { } inline
                    ? await fetcher.DecodeAsync(pending.Body.Slice(inline.Offset, inline.Length), field, folder, cancellation)
                    : await fetcher.FetchAsync(FetchShare.OfElements(pending.Element.Tenant), image.Url!, InputMedia.Image, field, folder, cancellation);
                check.Picture(file, field, broken);
                files[i] = file;
            }
            catch (InputException refused)
            {
                broken.Add(refused);
            }
        }

        return files;
    }

    private async Task<IReadOnlyList<string>> KeepAsync(PendingElement pending, InputFile?[] files, CancellationToken cancellation)
    {
        var kept = new string[files.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            var file = files[i]!;
            // Into the store's own file system, which inputs need not share.
            var draft = artifacts.NewDraft(".media");
            File.Copy(file.Path, draft);
            kept[i] = (await artifacts.CommitAsync(draft, $"{pending.Element.TaskId}-element-{i}", file.ContentType, cancellation)).Id;
        }

        return kept;
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
