using Microsoft.AspNetCore.Http;

namespace OmniReel.Server.Http;

/// <summary>
/// What Kestrel lets through and we do not: requests that two parsers could read differently. A proxy before us and we must agree
/// where a request ends. (Bare line feeds are refused by a switch of the runtime, signs in <c>Content-Length</c> by the header
/// decoder that <c>Hosting</c> sets.)
/// </summary>
internal static class Strictness
{
    /// <summary>Null for a request that is well formed.</summary>
    public static HttpFault? Check(HttpRequest request)
    {
        var headers = request.Headers;
        var encoding = headers.TransferEncoding;
        if (encoding.Count == 0) return null;

        if (request.Protocol == HttpProtocol.Http10) return HttpFault.ChunksInHttp10;

        // Kestrel believes the chunks and renames the other header; we believe nobody who says both.
        if (headers.ContentLength is not null || headers.ContainsKey("X-Content-Length")) return HttpFault.TwoLengths;
        return encoding.Count == 1 && string.Equals(encoding[0], "chunked", StringComparison.OrdinalIgnoreCase) ? null : HttpFault.TransferEncoding;
    }
}

/// <summary>See <see cref="Strictness"/>.</summary>
internal enum HttpFault
{
    /// <summary>Both <c>Content-Length</c> and <c>Transfer-Encoding</c> (400).</summary>
    TwoLengths,

    /// <summary>A <c>Transfer-Encoding</c> in HTTP/1.0, which has none (400).</summary>
    ChunksInHttp10,

    /// <summary>A <c>Transfer-Encoding</c> other than chunked (501).</summary>
    TransferEncoding,
}
