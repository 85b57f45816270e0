using OmniReel.Contract.Requests;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Server.StoredBodies;

namespace OmniReel.Server.Inputs.Checking;

/// <summary>A picture that a request gave, here and checked.</summary>
/// <param name="Field">As <c>image_list[0].image_url</c>.</param>
public sealed record PictureInput(string Field, ImageRole Role, InputFile File, PictureFacts Facts);

/// <summary>The video that a request gave, here and checked.</summary>
public sealed record FilmInput(string Field, InputFile File, FilmFacts Facts);

/// <summary>How tasks' inputs are treated.</summary>
/// <param name="SandboxRequired">None is opened where the sandbox cannot run.</param>
public sealed record InputPolicy(bool SandboxRequired);

/// <summary>
/// Brings all inputs of a request here and checks them, whatever is made of them later. How many are fetched and looked at at the same
/// time is bounded by the fetcher and the sandbox.
/// </summary>
public sealed class TaskInputs(IInputFetcher fetcher, MediaCheck check, Sandbox sandbox, InputFolders folders, InputPolicy policy)
{
    /// <summary>The request has any: then they may be long in coming.</summary>
    public static bool AreIn(VideoRequest request) => request.Images.Count > 0 || request.Video is not null;

    /// <summary>The inputs, to be disposed of when the film is made. Nothing is done for a request without any.</summary>
    /// <param name="acceptedAt">When the task was accepted, Unix milliseconds.</param>
    /// <param name="body">As stored: inline images lie in it. Let go of as soon as they are files.</param>
    /// <param name="done">Told the share that is here and checked, 0 to 1.</param>
    /// <exception cref="InputsRefusedException">Some cannot be used.</exception>
    /// <exception cref="InputsBusyException">Others are being fetched, and this is to be tried later.</exception>
    /// <exception cref="SandboxException">Trouble of ours; so are <see cref="Media.Encoding.FfmpegException"/> and <see cref="IOException"/>.</exception>
    public async Task<PreparedInputs> PrepareAsync(
        string tenant, long acceptedAt, VideoRequest request, HeldBody body, IProgress<double>? done, CancellationToken cancellation)
    {
        if (!AreIn(request))
            return new PreparedInputs(null, [], null, check);
        await RequireSandboxAsync(request.Images.Count > 0 ? "image_list" : "video_list");

        var folder = folders.New();
        try
        {
            return await PrepareAsync(new Asked(tenant, acceptedAt, request, body, folder), done, cancellation);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Throws <see cref="InputsRefusedException"/> where nothing of a user's may be opened: the operator requires the sandbox, and it cannot run.</summary>
    /// <param name="field">The field that gave something to open.</param>
    public async Task RequireSandboxAsync(string field)
    {
        if (policy.SandboxRequired && (await sandbox.ReportAsync()).Level != SandboxLevel.Full)
            throw new InputsRefusedException([SandboxMissing(field)]);
    }

    private async Task<PreparedInputs> PrepareAsync(Asked asked, IProgress<double>? done, CancellationToken cancellation)
    {
        // One input that broke in our hands ends the fetching of the others; one that is refused does not: all faults are told at once.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        int count = asked.Request.Images.Count + (asked.Request.Video is null ? 0 : 1), ready = 0;
        Task<InputFile>?[] decoded = [.. asked.Request.Images.Select((image, at) => image.Inline is { } inline
            ? fetcher.DecodeAsync(asked.Body.Bytes.Slice(inline.Offset, inline.Length), ImageField(at), asked.Folder.Path, stop.Token)
            : null)];
        var pictures = asked.Request.Images.Select((_, at) => WatchedAsync(PictureAsync(asked, decoded[at], at, stop.Token))).ToArray();
        var film = WatchedAsync(FilmAsync(asked, stop.Token));
        await Task.WhenAll([.. pictures, film, LetGoAsync(asked.Body, decoded)]);

        InputException[] broken = [.. pictures.SelectMany(picture => picture.Result.Broken), .. film.Result.Broken];
        if (broken.Length > 0)
            throw new InputsRefusedException(broken);
        return new PreparedInputs(asked.Folder, [.. pictures.Select(picture => picture.Result.Input!)], film.Result.Input, check);

        async Task<Looked<T>> WatchedAsync<T>(Task<Looked<T>> looking)
            where T : class
        {
            try
            {
                var looked = await looking;
                done?.Report((double)Math.Min(count, Interlocked.Increment(ref ready)) / count);
                return looked;
            }
            catch
            {
                await stop.CancelAsync();
                throw;
            }
        }
    }

    // What comes over the web may be minutes in coming: the body does not wait for it.
    private static async Task LetGoAsync(HeldBody body, Task<InputFile>?[] decoded)
    {
        await Task.WhenAll(decoded.OfType<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        body.Dispose();
    }

    private static string ImageField(int at) => $"image_list[{at}].image_url";

    /// <param name="decoded">The file of an image that lies in the body; null for others.</param>
    private async Task<Looked<PictureInput>> PictureAsync(Asked asked, Task<InputFile>? decoded, int at, CancellationToken cancellation)
    {
        var (image, field) = (asked.Request.Images[at], ImageField(at));
        var broken = new List<InputException>();
        try
        {
            var file = decoded is not null
                ? await decoded
                : await fetcher.FetchAsync(FetchShare.OfTasks(asked.Tenant), asked.AcceptedAt, image.Url!, InputMedia.Image, field, asked.Folder.Path, cancellation);
            var facts = check.Picture(file, field, broken);
            // A first frame is decoded when it is drawn.
            if (facts is not null && image.Role != ImageRole.FirstFrame && !await check.DecodesAsync(file, facts, field, broken, cancellation))
                facts = null;
            return new(facts is null ? null : new PictureInput(field, image.Role, file, facts), broken);
        }
        catch (InputException refused)
        {
            return new(null, [refused]);
        }
    }

    private async Task<Looked<FilmInput>> FilmAsync(Asked asked, CancellationToken cancellation)
    {
        const string field = "video_list[0].video_url";
        var broken = new List<InputException>();
        if (asked.Request.Video is not { } video)
            return new(null, broken);
        try
        {
            var file = await fetcher.FetchAsync(FetchShare.OfTasks(asked.Tenant), asked.AcceptedAt, video.Url, InputMedia.Video, field, asked.Folder.Path, cancellation);
            var facts = await check.FilmAsync(file, asked.Request.Model, field, broken, cancellation);
            return new(facts is null ? null : new FilmInput(field, file, facts), broken);
        }
        catch (InputException refused)
        {
            return new(null, [refused]);
        }
    }

    private static InputException SandboxMissing(string field) => new(
        field, MediaRules.SandboxRequired,
        $"{field}: this server opens pictures and videos in a sandbox only, and the sandbox cannot run at present; tell the server's operator (omnireel doctor says what is missing).",
        $"{field}：本服务只在沙箱中打开图片与视频，而沙箱目前无法运行；请联系服务器管理员（omnireel doctor 会说明缺少什么）。");

    private sealed record Asked(string Tenant, long AcceptedAt, VideoRequest Request, HeldBody Body, InputFolders.Folder Folder);

    private sealed record Looked<T>(T? Input, IReadOnlyList<InputException> Broken)
        where T : class;
}
