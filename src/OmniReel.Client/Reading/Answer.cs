using System.Net.Http.Headers;
using System.Text.Json;
using OmniReel.Client.Sending;
using OmniReel.Contract.Reading;

namespace OmniReel.Client.Reading;

/// <summary>
/// Opens answers: the vendor's envelope, and what relays make of it (code <c>"success"</c>, no code at all, <c>{"error":{…}}</c>, refusals
/// that travel with 200).
/// </summary>
internal static class Answer
{
    /// <summary>A good answer, read; anything else is thrown.</summary>
    public static async Task<T> OpenAsync<T>(Ask ask, HttpResponseMessage answer, Func<JsonElement, T> read, TimeProvider time, CancellationToken cancellation)
    {
        var body = await BodyAsync(answer, cancellation).ConfigureAwait(false);
        if (answer.IsSuccessStatusCode && body is { ValueKind: JsonValueKind.Object } && IsGood(body.Value))
        {
            try
            {
                return read(body.Value);
            }
            catch (JsonException unreadable)
            {
                var refusal = RefusalOf(answer, body, time);
                throw new UnexpectedAnswerException(refusal with { Message = $"The answer is not one of this API: {unreadable.Message}" }, unreadable);
            }
        }

        throw RefusalOf(answer, body, time).ToException(ask, IsEnvelope(body));
    }

    /// <summary>What a refusal or failure says, envelope or not.</summary>
    public static async Task<OmniReelException> RefusalAsync(Ask ask, HttpResponseMessage answer, TimeProvider time, CancellationToken cancellation)
    {
        var body = await BodyAsync(answer, cancellation).ConfigureAwait(false);
        return RefusalOf(answer, body, time).ToException(ask, IsEnvelope(body));
    }

    private static bool IsGood(JsonElement body) => body.Part("error") is not { ValueKind: JsonValueKind.Object } && body.Part("code") switch
    {
        null => true,
        { ValueKind: JsonValueKind.Number } number => number.TryGetInt32(out var code) && code is 0 or 200,
        { ValueKind: JsonValueKind.String } text => text.GetString()!.ToUpperInvariant() is "0" or "200" or "SUCCESS" or "SUCCEED" or "OK",
        _ => false,
    };

    private static bool IsEnvelope(JsonElement? body) => body is { ValueKind: JsonValueKind.Object } envelope && (envelope.Part("code") is not null || envelope.Part("error") is not null);

    private static Refusal RefusalOf(HttpResponseMessage answer, JsonElement? body, TimeProvider time)
    {
        var status = (int)answer.StatusCode;
        var head = body is { ValueKind: JsonValueKind.Object } found ? found : default;
        var error = head.Object("error") ?? head;
        var code = (int)Math.Clamp(error.Whole("code") ?? head.Whole("code") ?? 0, 0, int.MaxValue);
        var message = error.Text("message") ?? head.Text("message") ?? head.Text("error")
            ?? $"The server answered {status} {answer.ReasonPhrase} without saying why".Replace("  ", " ", StringComparison.Ordinal);
        return new Refusal(status, code, message, head.Text("request_id") ?? Header(answer), RetryAfter(answer.Headers.RetryAfter, time), [.. Errors(head)]);
    }

    private static IEnumerable<RuleViolation> Errors(JsonElement head) =>
        head.Object("data") is not { } data ? [] : data.Items("errors").Select(one => new RuleViolation(one.Text("field") ?? "", one.Text("rule") ?? "", one.Text("message") ?? ""));

    private static async Task<JsonElement?> BodyAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Header(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("X-Request-Id", out var values) ? string.Join(' ', values) : "";

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, TimeProvider time) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero,
        _ => null,
    };
}
