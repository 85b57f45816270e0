using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace OmniReel.Server.Http.Console;

/// <summary>The page of a server whose console was not built: what works all the same, and how to get the console.</summary>
internal sealed partial class MissingConsole
{
    private const string Name = "console-missing.html";

    private readonly Lazy<(byte[] Html, string Policy)> _page = new(Load);

    public Task SendAsync(HttpContext context)
    {
        var (html, policy) = _page.Value;
        ConsolePolicy.Apply(context, policy);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.ContentLength = html.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(html, context.RequestAborted).AsTask();
    }

    private static (byte[] Html, string Policy) Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Name) ?? throw new InvalidOperationException($"{Name} is not inside the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var style = Style().Match(Encoding.UTF8.GetString(bytes)).Groups["text"].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        return (bytes, $"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    [GeneratedRegex("<style>(?<text>.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
