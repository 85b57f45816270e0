using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace OmniReel.Server.Http.Console;

/// <summary>
/// One file of the console. It goes out as it lies there, packed; for a client that does not unpack brotli it is unpacked on the way.
/// Its tag is made when it is first asked for, and kept; its bytes are not.
/// </summary>
internal sealed partial class ConsoleFile(IConsoleFiles files, string path)
{
    private readonly string _type = TypeOf(path);
    private readonly bool _isFingerprinted = Fingerprint().IsMatch(path);
    private string? _tag;

    /// <summary>Sends the file, or that it has not changed.</summary>
    public async Task SendAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentType = _type;
        headers.ETag = _tag ??= await TagAsync(context.RequestAborted);
        headers.Vary = "Accept-Encoding";
        headers.XContentTypeOptions = "nosniff";
        // A name with a fingerprint in it never means other bytes.
        headers.CacheControl = _isFingerprinted ? "public, max-age=31536000, immutable" : "no-cache";
        if (Knows(context.Request.Headers.IfNoneMatch.ToString(), _tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await using var packed = files.Open(path);
        var unpacks = Unpacks(context.Request.Headers.AcceptEncoding.ToString());
        if (unpacks)
        {
            headers.ContentEncoding = "br";
            context.Response.ContentLength = packed.Length;
        }

        if (HttpMethods.IsHead(context.Request.Method)) return;
        if (unpacks)
        {
            await packed.CopyToAsync(context.Response.Body, context.RequestAborted);
            return;
        }

        await using var plain = new BrotliStream(packed, CompressionMode.Decompress);
        await plain.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    /// <summary>The file as a text; for small ones.</summary>
    public async Task<string> TextAsync(CancellationToken cancellation)
    {
        await using var packed = files.Open(path);
        using var reader = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress));
        return await reader.ReadToEndAsync(cancellation);
    }

    // Weak: packed and unpacked bytes are the same file.
    private async Task<string> TagAsync(CancellationToken cancellation)
    {
        await using var packed = files.Open(path);
        return $"W/\"{Convert.ToHexStringLower(await SHA256.HashDataAsync(packed, cancellation))[..16]}\"";
    }

    private static bool Knows(string known, string tag) =>
        known.Length > 0 && known.Split(',').Any(one => one.Trim() == "*" || one.Trim().Replace("W/", "", StringComparison.Ordinal) == tag[2..]);

    /// <summary>True where the header names brotli and does not rule it out with a quality of nothing.</summary>
    private static bool Unpacks(string accepted)
    {
        foreach (var part in accepted.Split(','))
        {
            var words = part.Split(';', StringSplitOptions.TrimEntries);
            if (words[0].Equals("br", StringComparison.OrdinalIgnoreCase)) return words.Length == 1 || !Refusal().IsMatch(words[1]);
        }

        return false;
    }

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        ".wasm" => "application/wasm",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".jpg" => "image/jpeg",
        ".ico" => "image/x-icon",
        ".woff2" => "font/woff2",
        ".txt" or ".md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };

    [GeneratedRegex(@"\.[a-z0-9]{10}\.(wasm|js|css|dat|svg)$")]
    private static partial Regex Fingerprint();

    [GeneratedRegex(@"^q=0(\.0*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Refusal();
}
