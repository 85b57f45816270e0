using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Checking;
using OmniReel.Server.StoredBodies;

namespace OmniReel.Server.Elements;

/// <summary>The artifacts of an element's media, in their order, and their length together.</summary>
public sealed record MadeMedia(IReadOnlyList<string> Artifacts, long Bytes);

/// <summary>
/// Brings an element's media here for good: fetched, checked, coded anew, stored. Making the same element again replaces what is
/// there.
/// </summary>
public sealed class ElementMaking(TaskInputs inputs, IInputFetcher fetcher, MediaCheck check, MediaRemake remake, InputFolders folders, IArtifactStore artifacts)
{
    /// <summary>Makes them all, or none. Throws <see cref="InputsRefusedException"/> for all that is wrong with them.</summary>
    /// <param name="body">As stored; let go of as soon as no more of it is needed.</param>
    public async Task<MadeMedia> MakeAsync(Element element, HeldBody body, CancellationToken cancellation)
    {
        var facts = element.Facts;
        var read = ElementReader.Read(body.Bytes.Span, facts.Form, LanguageTags.FromTag(facts.Language));
        if (read.Request is not { } request)
            throw new InputsRefusedException([new(
                "element_name", "json_syntax",
                "This version of the server cannot read the stored request of this element. Send it again.",
                "当前版本的服务器无法读取该主体保存的请求。请重新提交。")]);

        await inputs.RequireSandboxAsync(request.VideoUrl is null ? ElementFields.Image(request.Form, 0) : ElementFields.Video);
        using var folder = folders.New();
        var broken = new List<InputException>();
        if (request.VideoUrl is not null)
            body.Dispose();
        var files = request.VideoUrl is { } url
            ? [await FilmAsync(element, url, folder.Path, broken, cancellation)]
            : await ImagesAsync(element, request, body, folder.Path, broken, cancellation);
        return broken.Count > 0 ? throw new InputsRefusedException(broken) : await KeepAsync(element, files!, cancellation);
    }

    /// <summary>Takes away what was made.</summary>
    public void Undo(IEnumerable<string> made)
    {
        foreach (var artifact in made)
            artifacts.Remove(artifact);
    }

    private async Task<InputFile?> FilmAsync(Element element, string url, string folder, List<InputException> broken, CancellationToken cancellation)
    {
        try
        {
            var file = await fetcher.FetchAsync(FetchShare.OfElements(element.Tenant), element.CreatedAt, url, InputMedia.Video, ElementFields.Video, folder, cancellation);
            return await check.ElementFilmAsync(file, ElementFields.Video, broken, cancellation) is null
                ? null
                : await remake.FilmAsync(file, ElementFields.Video, Path.Combine(folder, "made"), cancellation);
        }
        catch (InputException refused)
        {
            broken.Add(refused);
            return null;
        }
    }

    // One after another, and to the last: what is wrong with any of them is told at once.
    private async Task<InputFile?[]> ImagesAsync(
        Element element, ElementRequest request, HeldBody body, string folder, List<InputException> broken, CancellationToken cancellation)
    {
        var files = new InputFile?[request.Images.Count];
        var decoded = await DecodedAsync(request, body, folder, cancellation);
        for (var i = 0; i < files.Length; i++)
        {
            var (image, field) = (request.Images[i], ElementFields.Image(request.Form, i));
            try
            {
                var file = decoded[i] is { } here
                    ? await here
                    : await fetcher.FetchAsync(FetchShare.OfElements(element.Tenant), element.CreatedAt, image.Url!, InputMedia.Image, field, folder, cancellation);
                if (check.Picture(file, field, broken) is { } facts)
                    files[i] = await remake.PictureAsync(file, facts, field, Path.Combine(folder, $"made-{i}"), cancellation);
            }
            catch (InputException refused)
            {
                broken.Add(refused);
            }
        }

        return files;
    }

    // Those that lie in the body, before any that is long in coming: then the body can be let go of. A refusal stays in its task.
    private async Task<Task<InputFile>?[]> DecodedAsync(ElementRequest request, HeldBody body, string folder, CancellationToken cancellation)
    {
        var decoded = new Task<InputFile>?[request.Images.Count];
        foreach (var (i, image) in request.Images.Index())
        {
            if (image.Inline is not { } inline)
                continue;
            var decoding = fetcher.DecodeAsync(body.Bytes.Slice(inline.Offset, inline.Length), ElementFields.Image(request.Form, i), folder, cancellation);
            await ((Task)decoding).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            decoded[i] = decoding;
        }

        body.Dispose();
        return decoded;
    }

    private async Task<MadeMedia> KeepAsync(Element element, InputFile[] files, CancellationToken cancellation)
    {
        var (kept, bytes) = (new List<string>(files.Length), 0L);
        try
        {
            foreach (var (i, file) in files.Index())
            {
                // Into the store's own file system, which inputs need not share.
                var draft = artifacts.NewDraft(".media");
                File.Copy(file.Path, draft);
                var artifact = await artifacts.CommitAsync(draft, $"{element.TaskId}-element-{i}", file.ContentType, cancellation);
                kept.Add(artifact.Id);
                bytes += artifact.Length;
            }

            return new MadeMedia(kept, bytes);
        }
        catch
        {
            Undo(kept);
            throw;
        }
    }
}

/// <summary>Where an element's media stand in its body, for messages.</summary>
internal static class ElementFields
{
    public const string Video = "element_video_list.refer_videos[0].video_url";

    /// <summary>The first of an element's media.</summary>
    public static string First(ElementForm form, ElementKind kind) => kind == ElementKind.VideoCharacter ? Video : Image(form, 0);

    /// <param name="at">0 for the frontal image.</param>
    public static string Image(ElementForm form, int at) => (form, at) switch
    {
        (ElementForm.Simple, 0) => "element_frontal_image",
        (ElementForm.Simple, _) => $"element_refer_list[{at - 1}].image_url",
        (_, 0) => "element_image_list.frontal_image",
        _ => $"element_image_list.refer_images[{at - 1}].image_url",
    };
}
