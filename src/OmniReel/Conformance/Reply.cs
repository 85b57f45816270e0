using System.Text.Json;

namespace OmniReel.Conformance;

/// <summary>What a server said to a question, opened as the API's envelope as far as it is one.</summary>
internal sealed record Reply
{
    /// <summary>The HTTP status; 0 where no answer came.</summary>
    public int Status { get; private init; }

    /// <summary>Why no answer came, or why its body is no envelope; null where it is one.</summary>
    public string? Fault { get; private init; }

    public string ContentType { get; private init; } = "";

    /// <summary>The envelope's code; null where there is none.</summary>
    public int? Code { get; private init; }

    public string Message { get; private init; } = "";

    public string RequestId { get; private init; } = "";

    /// <summary>The envelope's data; undefined where there is none.</summary>
    public JsonElement Data { get; private init; }

    /// <summary>
    /// Nothing of it is a refusal: neither the HTTP status nor the envelope's code. Servers say their success in many ways (0, 200,
    /// "success", nothing at all), and one that did not answer may have done all the same what it was asked.
    /// </summary>
    public bool MayBeTaken => Status < 400 && Code is null or < LeastRefusal;

    /// <summary>Status and code as people write them: <c>401/1002</c>.</summary>
    public string Short => Status == 0 ? Fault! : Code is { } code ? $"{Status}/{code}" : $"{Status}, {Fault}";

    // The codes of the API's refusals have four digits.
    private const int LeastRefusal = 1000;

    public static Reply Missing(string why) => new() { Fault = why };

    public static Reply Of(int status, string contentType, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object && Number(root, "code") is { } code
                ? new Reply
                {
                    Status = status,
                    ContentType = contentType,
                    Code = code,
                    Message = Text(root, "message"),
                    RequestId = Text(root, "request_id"),
                    Data = root.TryGetProperty("data", out var data) ? data : default,
                }
                : new Reply { Status = status, ContentType = contentType, Fault = "JSON without a numeric code" };
        }
        catch (JsonException)
        {
            return new Reply { Status = status, ContentType = contentType, Fault = body.IsEmpty ? "an empty body" : "a body that is not JSON" };
        }
    }

    /// <summary>A text of an object; empty where it is missing or no text.</summary>
    public static string Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static int? Number(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
