using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Bodies;

namespace OmniReel.Server.Http.Submits;

/// <summary>Which submits are to be listed.</summary>
/// <param name="States">In any of these states.</param>
/// <param name="Before">With smaller ids; 0 for all.</param>
/// <param name="Count">At most.</param>
internal sealed record SubmitPage(IReadOnlyList<SubmitState> States, long Before, int Count);

/// <summary>Reads what requests about submits ask for.</summary>
internal sealed class SubmitRequests(BodyReader bodies)
{
    private const int Usual = 30, Most = 500;

    /// <summary>The page that a query names; null with the refusal.</summary>
    public static SubmitPage? Page(IQueryCollection query, out ApiError? error)
    {
        var states = States(query["states"].ToString());
        error = states is null ? SubmitErrors.States : null;
        var (before, count) = (0L, Usual);
        if (query["before"].ToString() is { Length: > 0 } id && !TryId(id, out before)) error ??= SubmitErrors.Before;
        if (query["count"].ToString() is { Length: > 0 } number
            && !(int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count is >= 1 and <= Most)) error ??= SubmitErrors.Count;
        return error is null ? new SubmitPage(states!, before, count) : null;
    }

    /// <summary>False for a text that cannot be a submit's id.</summary>
    public static bool TryId(string text, out long id) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0;

    /// <summary>What a body wishes; null with the refusal.</summary>
    public async ValueTask<(SettleWish? Wish, ApiError? Error)> WishAsync(HttpRequest request)
    {
        using var body = await bodies.ReadAsync(request);
        if (body.Fault != BodyFault.None) return (null, ApiErrors.For(body.Fault));
        try
        {
            return JsonSerializer.Deserialize(body.Bytes.Span, WireContext.Default.SettleRequest) is { } given ? Wish(given) : (null, SubmitErrors.Body);
        }
        catch (JsonException)
        {
            return (null, SubmitErrors.Body);
        }
    }

    private static (SettleWish? Wish, ApiError? Error) Wish(SettleRequest given)
    {
        var upstreamId = string.IsNullOrWhiteSpace(given.UpstreamId) ? null : given.UpstreamId.Trim();
        return (given.Action, upstreamId) switch
        {
            (SettleActions.Adopt, _) => (new SettleWish.Adopt(upstreamId), null),
            (SettleActions.Resubmit, null) => (new SettleWish.Resubmit(), null),
            (SettleActions.WriteOff, null) => (new SettleWish.WriteOff(), null),
            (SettleActions.Resubmit or SettleActions.WriteOff, _) => (null, SubmitErrors.IdWithoutAdopt),
            _ => (null, SubmitErrors.Action),
        };
    }

    // Null where a word is none.
    private static List<SubmitState>? States(string text)
    {
        if (text.Length == 0) return [.. SubmitSettling.Undecided];
        var states = new List<SubmitState>();
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!SubmitShape.TryState(word, out var state)) return null;
            states.Add(state);
        }

        return states;
    }
}
