using OmniReel.Contract.Answers;
using OmniReel.Contract.Films;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Pricing;

/// <summary>Turns what became of a body into a quote.</summary>
public static class Quotes
{
    /// <summary>
    /// The quote of a body, good or bad. What follows the input and is not known yet is null: an edit's seconds, frames and size, and
    /// the size of a film that begins with a given frame. An edit's units are the hold.
    /// </summary>
    public static QuoteData Of(ReadResult result, PriceTable prices)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(prices);
        if (!result.IsAccepted)
            return new QuoteData { Verdict = QuoteData.Refused, Errors = ErrorData.Of(result).Errors };
        var request = result.Request;
        var size = request.AspectRatio is { } ratio ? OutputSize.Of(request.Mode, ratio) : (OutputSize?)null;
        var units = prices.Hold(request);
        return new QuoteData
        {
            Verdict = QuoteData.Accepted,
            Kind = request.Kind.Input.WireName(),
            Shots = request.Kind.Shots.WireName(),
            Seconds = request.Seconds,
            Width = size?.Width,
            Height = size?.Height,
            Frames = request.Seconds is { } seconds ? FilmLength.Frames(seconds) : null,
            Units = Amounts.Wire(units),
            Price = new QuotePrice { Amount = Amounts.Wire(prices.Price(units)), Currency = prices.Currency },
        };
    }
}
