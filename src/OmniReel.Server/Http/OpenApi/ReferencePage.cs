using System.Reflection;
using Microsoft.AspNetCore.Http;
using Scalar.AspNetCore;

namespace OmniReel.Server.Http.OpenApi;

/// <summary><c>/docs</c>: the document for people to read and to try, by Scalar's page, whose script this server has inside. No address but this server's is ever asked.</summary>
internal sealed class ReferencePage : IEndpoints
{
    // Scalar sets styles from its script; scripts themselves are this server's files and nothing else.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Script = "ScalarStaticAssets.scalar.js";

    public void Map(RouteTable routes)
    {
        routes.Add("/docs", Asset("reference.html", "text/html; charset=utf-8"));
        routes.Add("/docs/reference.css", Asset("reference.css", "text/css; charset=utf-8"));
        routes.Add("/docs/reference.js", Asset("reference.js", "text/javascript; charset=utf-8"));
        routes.Add("/docs/reference.svg", Asset("reference.svg", "image/svg+xml"));
        routes.Add("/docs/scalar.js", new Verbs { Get = SendScriptAsync });
    }

    private static Verbs Asset(string name, string type) => new()
    {
        Get = context =>
        {
            var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("openapi/" + name) ?? throw new InvalidOperationException($"{name} is not inside the program.");
            return SendAsync(context, file, type);
        },
    };

    // It lies in its package packed, and goes out as it lies there: nothing of it is kept in memory.
    private static Task SendScriptAsync(HttpContext context)
    {
        var package = typeof(ScalarOptions).Assembly;
        var headers = context.Response.Headers;
        headers.Vary = "Accept-Encoding";
        headers.ETag = $"\"scalar-{package.GetName().Version}\"";
        headers.CacheControl = "no-cache";
        if (context.Request.Headers.IfNoneMatch == headers.ETag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        Stream file = package.GetManifestResourceStream(Script) ?? throw new InvalidOperationException($"{Script} is not inside its package.");
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase)) headers.ContentEncoding = "gzip";
        else file = new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Decompress);
        return SendAsync(context, file, "text/javascript; charset=utf-8");
    }

    private static async Task SendAsync(HttpContext context, Stream file, string type)
    {
        await using (file)
        {
            var headers = context.Response.Headers;
            headers.ContentType = type;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            if (file.CanSeek) context.Response.ContentLength = file.Length;
            if (!HttpMethods.IsHead(context.Request.Method)) await file.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }
}
