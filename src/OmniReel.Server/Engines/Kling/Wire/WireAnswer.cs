using System.Globalization;
using System.Text.Json;

namespace OmniReel.Server.Engines.Kling.Wire;

/// <summary>
/// An answer of the vendor or of a relay, taken apart as far as all of them are alike: <c>{code, message, request_id, data}</c>. What
/// holds a task or a list is for others to read. Disposing of it ends its elements' life.
/// </summary>
internal sealed class WireAnswer : IDisposable
{
    private const int MostOfAMessage = 300;

    private static readonly JsonDocumentOptions s_reading = new() { MaxDepth = 32 };

    private readonly JsonDocument? _document;

    private WireAnswer(int status, JsonDocument? document) => (Status, _document) = (status, document);

    /// <summary>HTTP's.</summary>
    public int Status { get; }

    /// <summary>It is a JSON object.</summary>
    public bool IsReadable => _document is not null;

    /// <summary>The object; only where <see cref="IsReadable"/>.</summary>
    public JsonElement Root => _document!.RootElement;

    /// <summary>The status says that all is well.</summary>
    public bool IsGoodStatus => Status is >= 200 and < 300;

    /// <summary>The code as a number, also where it is written as text; null for none or a word.</summary>
    public int? Code { get; private set; }

    /// <summary>The code is one that says all is well (0, "success", "ok", "200" of a good status), or there is none and no error.</summary>
    public bool IsGoodCode { get; private set; }

    /// <summary>The other side's words, one line of bounded length; empty for none.</summary>
    public string Message { get; private set; } = "";

    /// <summary>For people: status, code and words.</summary>
    public string Told => string.Create(
        CultureInfo.InvariantCulture, $"HTTP {Status}{(Code is { } code ? $", code {code}" : "")}{(Message.Length > 0 ? $": {Message}" : IsReadable ? "" : ", and no JSON object")}");

    /// <summary>What an answer is read as. Never throws, whatever the bytes: what cannot be read has no object in it.</summary>
    /// <param name="read">Looks at the answer while it lives.</param>
    public static T Read<T>(int status, ReadOnlyMemory<byte> body, Func<WireAnswer, T> read)
    {
        try
        {
            using var answer = Open(status, body);
            return read(answer);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate among the escapes of a text, which is found when the text is asked for.
            using var unreadable = new WireAnswer(status, null);
            return read(unreadable);
        }
    }

    private static WireAnswer Open(int status, ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            body = body[3..];
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(body, s_reading);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                var answer = new WireAnswer(status, document);
                answer.ReadHead();
                return answer;
            }
        }
        catch (JsonException)
        {
            // A page of a proxy, say.
        }

        document?.Dispose();
        return new WireAnswer(status, null);
    }

    public void Dispose() => _document?.Dispose();

    private void ReadHead()
    {
        var hasError = Root.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object or JsonValueKind.String;
        Message = Line(Root.Words("message") ?? Root.Words("msg") ?? (hasError ? error.ValueKind == JsonValueKind.String ? error.GetString() : error.Words("message") : null));
        if (!Root.TryGetProperty("code", out var code) || code.ValueKind == JsonValueKind.Null)
        {
            IsGoodCode = !hasError;
            return;
        }

        var word = code.ValueKind == JsonValueKind.String ? code.GetString()!.Trim() : code.GetRawText();
        if (int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            Code = number;
        IsGoodCode = Code is 0 || (Code is 200 && IsGoodStatus) || word.Equals("success", StringComparison.OrdinalIgnoreCase) || word.Equals("ok", StringComparison.OrdinalIgnoreCase);
    }

    private static string Line(string? text)
    {
        var line = string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= MostOfAMessage ? line : line[..MostOfAMessage] + "…";
    }
}
