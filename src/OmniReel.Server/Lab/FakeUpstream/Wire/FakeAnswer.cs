using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OmniReel.Contract.Errors;
using OmniReel.Contract.Requests;

namespace OmniReel.Server.Lab.FakeUpstream.Wire;

/// <summary>An answer before it is sent.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">All of it.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="Header">One more header; null for none.</param>
internal sealed record FakeAnswer(int Status, byte[] Body, string ContentType = FakeAnswer.Json, (string Name, string Value)? Header = null)
{
    public const string Json = "application/json; charset=utf-8";

    public const string Film = "video/mp4";

    private static readonly byte[] s_before = """{"code":0,"message":"SUCCEED","request_id":" """u8[..^1].ToArray();
    private static readonly byte[] s_between = "\",\"data\":"u8.ToArray();

    /// <summary>A page as a proxy in front of an upstream says it.</summary>
    public static FakeAnswer Gateway(int status) => new(status, Encoding.UTF8.GetBytes(
        $"<html>\r\n<head><title>{status} {Words(status)}</title></head>\r\n<body>\r\n<center><h1>{status} {Words(status)}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"), "text/html");

    /// <summary>A refusal as the vendor says it.</summary>
    public static FakeAnswer Error(ErrorCode code, string? message = null, int retry = 0) =>
        new(code.HttpStatus(), Written(json =>
        {
            json.WriteNumber("code", (int)code);
            json.WriteString("message", message ?? code.Meaning(Language.English));
            json.WriteString("request_id", Guid.NewGuid().ToString());
        }), Header: retry > 0 ? ("Retry-After", $"{retry}") : null);

    /// <summary>The vendor's envelope around a piece of JSON.</summary>
    public static FakeAnswer Success(ReadOnlySpan<byte> data)
    {
        var body = new byte[s_before.Length + 36 + s_between.Length + data.Length + 1];
        s_before.CopyTo(body, 0);
        Guid.NewGuid().TryFormat(body.AsSpan(s_before.Length), out _);
        s_between.CopyTo(body, s_before.Length + 36);
        data.CopyTo(body.AsSpan(s_before.Length + 36 + s_between.Length));
        body[^1] = (byte)'}';
        return new FakeAnswer(200, body);
    }

    /// <summary>A JSON object whose members are written by the caller.</summary>
    public static byte[] Written(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>The answer as it goes over the line.</summary>
    public byte[] Raw(out int headers)
    {
        var head = Encoding.ASCII.GetBytes($"HTTP/1.1 {Status} {Words(Status)}\r\nContent-Type: {ContentType}\r\nContent-Length: {Body.Length}\r\nConnection: close\r\n"
            + (Header is { } more ? $"{more.Name}: {more.Value}\r\n\r\n" : "\r\n"));
        headers = head.Length;
        return [.. head, .. Body];
    }

    private static string Words(int status) => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
}
