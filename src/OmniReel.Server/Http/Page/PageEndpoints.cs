using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace OmniReel.Server.Http.Page;

/// <summary>The page at <c>/</c>: a form to try the API with, and the last tasks. A client of the public API like any other.</summary>
internal sealed class PageEndpoints(HttpSettings settings) : IEndpoints
{
    // The pages of docs/guide and docs/reference, inside the program, so that a server without its checkout has them too.
    private const string Docs = "docs/";

    private readonly string _policy =
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'{Origin(settings.PublicUrl)}; connect-src 'self'; "
        + $"media-src 'self'{Origin(settings.PublicUrl)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public void Map(RouteTable routes)
    {
        routes.Add("/", Asset("page/index.html", "text/html; charset=utf-8"));
        routes.Add("/page/page.css", Asset("page/page.css", "text/css; charset=utf-8"));
        routes.Add("/page/page.js", Asset("page/page.js", "text/javascript; charset=utf-8"));
        routes.Add("/page/words.js", Asset("page/words.js", "text/javascript; charset=utf-8"));
        routes.Add("/page/icon.svg", Asset("page/icon.svg", "image/svg+xml"));
        routes.Add("/page/example.txt", Asset("page/example.txt", "text/plain; charset=utf-8"));
        foreach (var page in Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Docs, StringComparison.Ordinal)))
            routes.Add("/" + page, Asset(page, "text/plain; charset=utf-8"));
    }

    private Verbs Asset(string name, string type)
    {
        // Read at the first request: a server that nobody looks at does not pay for its page.
        var content = new Lazy<(byte[] Bytes, string Tag)>(() => Load(name));
        return new Verbs { Get = context => SendAsync(context, content.Value.Bytes, content.Value.Tag, type) };
    }

    private Task SendAsync(HttpContext context, byte[] bytes, string tag, string type)
    {
        var headers = context.Response.Headers;
        headers.ContentType = type;
        headers.ETag = tag;
        headers.CacheControl = "no-cache";
        headers.ContentSecurityPolicy = _policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private static (byte[] Bytes, string Tag) Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not inside the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return (bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"");
    }

    private static string Origin(string? publicUrl) => publicUrl is null ? "" : " " + new Uri(publicUrl).GetLeftPart(UriPartial.Authority);
}
