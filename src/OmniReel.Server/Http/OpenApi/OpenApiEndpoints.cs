using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;

namespace OmniReel.Server.Http.OpenApi;

/// <summary><c>GET /openapi.json</c> and <c>/openapi.yaml</c>: what this server serves, for programs. It is no secret: no key is asked for.</summary>
internal sealed class OpenApiEndpoints : IEndpoints
{
    public void Map(RouteTable routes)
    {
        routes.Add("/openapi.json", Document("application/json; charset=utf-8", () => Json()));
        routes.Add("/openapi.yaml", Document("application/yaml; charset=utf-8", () => Encoding.UTF8.GetBytes(YamlText.Of(ApiDocument.Build().Document))));
    }

    /// <summary>The document as it is served: indented, Chinese readable.</summary>
    public static byte[] Json()
    {
        using var bytes = new MemoryStream(512 << 10);
        using (var json = new Utf8JsonWriter(bytes, WireJson.Options with { Indented = true, NewLine = "\n" })) ApiDocument.Build().Document.WriteTo(json);
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static Verbs Document(string type, Func<byte[]> build)
    {
        // Built at the first request: a server that nobody asks for it does not pay for it.
        var content = new Lazy<(byte[] Bytes, string Tag)>(() => Tagged(build()));
        return new Verbs { Get = context => SendAsync(context, content.Value.Bytes, content.Value.Tag, type) };
    }

    private static (byte[] Bytes, string Tag) Tagged(byte[] bytes) => (bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"");

    private static Task SendAsync(HttpContext context, byte[] bytes, string tag, string type)
    {
        var headers = context.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = "no-cache";
        // Any tool may read it, also one that runs in a browser elsewhere.
        headers.AccessControlAllowOrigin = "*";
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
