using System.Globalization;
using OmniReel.Contract.Films;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Pricing;

/// <summary>Units per second of film. Immutable; exact decimals throughout.</summary>
public sealed class PriceTable
{
    private readonly IReadOnlyDictionary<(VideoModel, PriceCase, VideoMode), decimal> _unitsPerSecond;

    internal PriceTable(string currency, decimal unitPrice, IReadOnlyDictionary<(VideoModel, PriceCase, VideoMode), decimal> unitsPerSecond)
    {
        Currency = currency;
        UnitPrice = unitPrice;
        _unitsPerSecond = unitsPerSecond;
    }

    /// <summary>The table that comes with the product: the vendor's own prices.</summary>
    public static PriceTable Default { get; } = LoadDefault();

    /// <summary>The currency of <see cref="UnitPrice"/>, such as <c>USD</c>.</summary>
    public string Currency { get; }

    /// <summary>What one unit costs.</summary>
    public decimal UnitPrice { get; }

    /// <summary>Reads an operator's table, a JSON file of the same form as the default one (comments are allowed).</summary>
    /// <exception cref="PriceTableException">The table is not JSON, lacks a price or holds one that is not a decimal of 0 or more.</exception>
    public static PriceTable Load(Stream json) => PriceTableReader.Read(json);

    /// <summary>Units per second of a film.</summary>
    /// <exception cref="ArgumentException">No film of this combination is made (4k or sound on kling-video-o1).</exception>
    public decimal UnitsPerSecond(VideoModel model, PriceCase priceCase, VideoMode mode) =>
        _unitsPerSecond.TryGetValue((model, priceCase, mode), out var units)
            ? units
            : throw new ArgumentException($"There is no price for {model.WireName()}, {priceCase.WireName()}, {mode.WireName()}.", nameof(mode));

    /// <summary>Units to hold at accept: the price of the film; for an edit, whose length is not known yet, of the model's longest input.</summary>
    public decimal Hold(VideoRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Rate(request) * (request.Seconds ?? request.Model.LongestSeconds());
    }

    /// <summary>Units to settle for an edit of an input of this length in seconds, rounded half up to whole seconds.</summary>
    public decimal OfEdit(VideoRequest request, decimal inputSeconds)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Rate(request) * FilmLength.BilledSeconds(inputSeconds);
    }

    /// <summary>What so many units cost, in <see cref="Currency"/>.</summary>
    public decimal Price(decimal units) => units * UnitPrice;

    private decimal Rate(VideoRequest request) => UnitsPerSecond(request.Model, PriceCases.Of(request), request.Mode);

    private static PriceTable LoadDefault()
    {
        using var stream = typeof(PriceTable).Assembly.GetManifestResourceStream("price-table.json")!;
        return Load(stream);
    }
}

/// <summary>Writes amounts as the wire does.</summary>
public static class Amounts
{
    /// <summary>A decimal without trailing zeros and without an exponent: <c>3</c>, <c>1.8</c>, <c>0</c>.</summary>
    public static string Wire(decimal amount) => amount.ToString("0.############################", CultureInfo.InvariantCulture);
}

/// <summary>A price table that cannot be used; the message says which entry and what would be right.</summary>
public sealed class PriceTableException(string message, Exception? inner = null) : Exception(message, inner);
