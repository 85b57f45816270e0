using System.Net;
using System.Net.Http.Headers;
using OmniReel.Client.Reading;

namespace OmniReel.Client.Sending;

/// <summary>
/// Brings a film into a file. What has come lies beside it as <c>NAME.part</c>: a broken connection goes on from there, also in a
/// later process, and a reader of the file never sees half of one, nor one whose halves are of two films.
/// </summary>
internal sealed class Download(Transport transport)
{
    private const int BufferSize = 128 * 1024;

    private readonly OmniReelClientOptions _options = transport.Options;

    public async Task<long> ToFileAsync(Uri address, string path, IProgress<double>? share, CancellationToken cancellation)
    {
        var part = path + ".part";
        for (var attempt = 1; ; attempt++)
        {
            var before = Length(part);
            try
            {
                await ReceiveAsync(address, part, share, cancellation).ConfigureAwait(false);
                File.Move(part, path, overwrite: true);
                return new FileInfo(path).Length;
            }
            catch (Exception broken) when (Pauses.MayPass(broken, cancellation) && (attempt < _options.Attempts || Length(part) > before))
            {
                if (Length(part) > before)
                    attempt = 1; // it moves on: only standing still uses up attempts
                await transport.PauseAsync(attempt, broken, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task ReceiveAsync(Uri address, string part, IProgress<double>? share, CancellationToken cancellation)
    {
        var tagFile = part + ".etag";
        var have = File.Exists(tagFile) ? Length(part) : 0;
        var tag = have > 0 ? await File.ReadAllTextAsync(tagFile, cancellation).ConfigureAwait(false) : null;
        using var answer = await transport.OpenStreamAsync(address, request =>
        {
            if (tag is null || !EntityTagHeaderValue.TryParse(tag, out var known))
                return;
            request.Headers.Range = new RangeHeaderValue(have, null);
            request.Headers.IfRange = new RangeConditionHeaderValue(known);
        }, cancellation).ConfigureAwait(false);

        if (answer.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            File.Delete(part);
            throw new IOException("The part that was kept does not fit the film any more.");
        }

        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent))
            throw await Answer.RefusalAsync(Ask.Get(address.AbsoluteUri), answer, _options.Time, cancellation).ConfigureAwait(false);
        var resumed = answer.StatusCode == HttpStatusCode.PartialContent && answer.Content.Headers.ContentRange?.From == have;
        if (answer.StatusCode == HttpStatusCode.PartialContent && !resumed)
            throw new IOException("The server sent another part than the one asked for.");
        // Some object stores answer a range of a film that was replaced.
        if (resumed && answer.Headers.ETag is { } other && other.ToString() != tag)
        {
            File.Delete(part);
            throw new IOException("The film changed while it was being fetched.");
        }

        // A part without the tag of its film can never be continued, so the tag is written first.
        if (answer.Headers.ETag is { IsWeak: false } now)
            await File.WriteAllTextAsync(tagFile, now.ToString(), cancellation).ConfigureAwait(false);
        await SaveAsync(answer.Content, part, resumed ? have : 0, share, cancellation).ConfigureAwait(false);
        File.Delete(tagFile);
    }

    private async Task SaveAsync(HttpContent content, string part, long from, IProgress<double>? share, CancellationToken cancellation)
    {
        var total = content.Headers.ContentRange?.Length ?? content.Headers.ContentLength + from;
        var source = new AttentiveStream(await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false), _options.SilenceLimit, _options.Time);
        var file = new FileStream(part, from > 0 ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None, 1);
        await using (source.ConfigureAwait(false))
        await using (file.ConfigureAwait(false))
        {
            var buffer = new byte[BufferSize];
            int read;
            while ((read = await source.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
                if (total > 0)
                    share?.Report((double)file.Position / total.Value);
            }

            if (total is { } whole && file.Position != whole)
                throw new IOException($"The film ended after {file.Position} of {whole} bytes.");
        }
    }

    private static long Length(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;
}
