using Microsoft.AspNetCore.Http;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Elements;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http.Files;

/// <summary><c>GET /files/{artifact}?exp=&amp;sig=</c>: a finished film, for players and downloads. No key: the signature is the key.</summary>
internal sealed class FileEndpoints(IArtifactStore artifacts, IPresetPictures pictures, SignedLinks links) : IEndpoints
{
    private const int Piece = 64 << 10;

    public void Map(RouteTable routes) => routes.Add("/files/{artifact}", new Verbs { Get = SendAsync });

    private Task SendAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var id = RawPath.Segment(context, 2);
        var verdict = links.Check(id, Single(query["exp"]), Single(query["sig"]));
        if (verdict != LinkVerdict.Good) return AnswerWriter.ErrorAsync(context, ApiErrors.For(verdict));

        return artifacts.Find(id) is { } artifact ? SendAsync(context, artifact) : DrawAsync(context, id);
    }

    // A preset's picture is drawn when somebody first looks at it.
    private async Task DrawAsync(HttpContext context, string id)
    {
        if (await pictures.FindAsync(id, context.RequestAborted) is { } drawn) await SendAsync(context, drawn);
        else await AnswerWriter.ErrorAsync(context, ApiErrors.FileGone);
    }

    private async Task SendAsync(HttpContext context, Artifact artifact)
    {
        // Opened before anything is said: between the look and here it may have gone.
        await using var file = TryOpen(artifact);
        if (file is null)
        {
            await AnswerWriter.ErrorAsync(context, ApiErrors.FileGone);
            return;
        }

        var request = context.Request.Headers;
        var tag = artifact.ETag;
        WriteHeaders(context.Response.Headers, artifact, tag);

        if (Names(request.IfNoneMatch, tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        // A range of another version is no use to anybody: without the same tag it is the whole file. Weak tags and dates never match.
        var sameVersion = request.IfRange.Count == 0 || request.IfRange == tag;
        var range = ByteRange.Parse(sameVersion && HttpMethods.IsGet(context.Request.Method) ? Single(request.Range) : null, artifact.Length);
        if (range.Kind == ByteRangeKind.Unsatisfiable)
        {
            context.Response.Headers.ContentRange = $"bytes */{artifact.Length}";
            context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            context.Response.ContentLength = 0;
            return;
        }

        if (range.Kind == ByteRangeKind.Part)
        {
            context.Response.Headers.ContentRange = $"bytes {range.Offset}-{range.Offset + range.Length - 1}/{artifact.Length}";
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
        }

        context.Response.ContentLength = range.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await CopyAsync(context, file, artifact, range);
    }

    private Stream? TryOpen(Artifact artifact)
    {
        try
        {
            return artifacts.Open(artifact);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static async Task CopyAsync(HttpContext context, Stream file, Artifact artifact, ByteRange range)
    {
        file.Position = range.Offset;
        var left = range.Length;
        var pipe = context.Response.BodyWriter;
        while (left > 0)
        {
            var memory = pipe.GetMemory((int)Math.Min(left, Piece));
            var read = await file.ReadAsync(memory[..(int)Math.Min(left, memory.Length)], context.RequestAborted);
            // Shorter than it says: the connection must break, so that nobody takes half a film for a whole one.
            if (read == 0) throw new EndOfStreamException($"The artifact {artifact.Id} is shorter than its {artifact.Length} bytes.");
            pipe.Advance(read);
            left -= read;
            await pipe.FlushAsync(context.RequestAborted);
        }
    }

    private static void WriteHeaders(IHeaderDictionary headers, Artifact artifact, string tag)
    {
        headers.ContentType = ArtifactTypes.Known(artifact.ContentType);
        headers.ETag = tag;
        headers.AcceptRanges = "bytes";
        headers.CacheControl = "private, max-age=86400";
        headers.ContentDisposition = $"inline; filename=\"{ArtifactTypes.FileName(artifact)}\"";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    private static bool Names(string? header, string tag)
    {
        if (header is null) return false;
        foreach (var part in header.AsSpan().Split(','))
        {
            var one = header.AsSpan(part).Trim();
            if (one is "*" || one.SequenceEqual(tag) || (one.StartsWith("W/") && one[2..].SequenceEqual(tag))) return true;
        }

        return false;
    }

    private static string? Single(in Microsoft.Extensions.Primitives.StringValues values) => values.Count == 1 ? values[0] : null;
}
