using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Checking;

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
    public async Task<MadeMedia> MakeAsync(PendingElement pending, CancellationToken cancellation)
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
        return broken.Count > 0 ? throw new InputsRefusedException(broken) : await KeepAsync(pending, files!, cancellation);
    }

    /// <summary>Takes away what was made.</summary>
    public void Undo(IEnumerable<string> made)
    {
        foreach (var artifact in made)
            artifacts.Remove(artifact);
    }

    private async Task<InputFile?> FilmAsync(PendingElement pending, string url, string folder, List<InputException> broken, CancellationToken cancellation)
    {
        try
        {
            var file = await fetcher.FetchAsync(FetchShare.OfElements(pending.Element.Tenant), url, InputMedia.Video, ElementFields.Video, folder, cancellation);
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

    private async Task<MadeMedia> KeepAsync(PendingElement pending, InputFile[] files, CancellationToken cancellation)
    {
        var (kept, bytes) = (new List<string>(files.Length), 0L);
        try
        {
            foreach (var (i, file) in files.Index())
            {
                // Into the store's own file system, which inputs need not share.
                var draft = artifacts.NewDraft(".media");
                File.Copy(file.Path, draft);
                var artifact = await artifacts.CommitAsync(draft, $"{pending.Element.TaskId}-element-{i}", file.ContentType, cancellation);
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
