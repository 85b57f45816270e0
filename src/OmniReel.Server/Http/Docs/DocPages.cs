using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace OmniReel.Server.Http.Docs;

/// <summary>The pages of docs/guide and docs/reference, inside the program, so that a server without its checkout has them too.</summary>
internal sealed class DocPages : IEndpoints
{
    private const string Folder = "docs/";

    public void Map(RouteTable routes)
    {
        foreach (var name in Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            // Read at the first request: a server whose pages nobody reads does not pay for them.
            var page = new Lazy<(byte[] Bytes, string Tag)>(() => Load(name));
            routes.Add("/" + name, new Verbs { Get = context => SendAsync(context, page.Value.Bytes, page.Value.Tag) });
        }
    }

    private static Task SendAsync(HttpContext context, byte[] bytes, string tag)
    {
        var headers = context.Response.Headers;
        headers.ContentType = "text/plain; charset=utf-8";
        headers.ETag = tag;
        headers.CacheControl = "no-cache";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
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
}
