using System.Globalization;
using System.Text.Json;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Pricing;

/// <summary>JSON to a price table; every combination that films are made of must have a price.</summary>
internal static class PriceTableReader
{
    private static readonly JsonDocumentOptions Tolerant = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static PriceTable Read(Stream json)
    {
        using var document = Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw new PriceTableException("The price table must be one JSON object.");
        var currency = root.TryGetProperty("currency", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString()! : "";
        if (currency.Length == 0)
            throw new PriceTableException("The price table lacks currency, a text such as \"USD\".");
        var prices = new Dictionary<(VideoModel, PriceCase, VideoMode), decimal>();
        foreach (var (model, priceCase, mode) in Made())
        {
            string[] path = ["units_per_second", model.WireName(), priceCase.WireName(), mode.WireName()];
            prices.Add((model, priceCase, mode), Amount(root, path));
        }

        return new(currency, Amount(root, "unit_price"), prices);
    }

    private static IEnumerable<(VideoModel Model, PriceCase Case, VideoMode Mode)> Made() =>
        from model in Enum.GetValues<VideoModel>()
        from priceCase in Enum.GetValues<PriceCase>()
        from mode in Enum.GetValues<VideoMode>()
        where model == VideoModel.V3Omni || (priceCase != PriceCase.Sound && mode != VideoMode.UltraHd)
        select (model, priceCase, mode);

    private static JsonDocument Parse(Stream json)
    {
        try
        {
            return JsonDocument.Parse(json, Tolerant);
        }
        catch (JsonException refused)
        {
            throw new PriceTableException($"The price table is not valid JSON at line {(refused.LineNumber ?? 0) + 1}.", refused);
        }
    }

    private static decimal Amount(JsonElement root, params string[] path)
    {
        var at = root;
        foreach (var name in path)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                throw new PriceTableException($"The price table lacks {string.Join('.', path)}; give a decimal such as \"0.6\".");
        }

        var text = at.ValueKind switch
        {
            JsonValueKind.String => at.GetString()!,
            JsonValueKind.Number => at.GetRawText(),
            _ => "",
        };
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : throw new PriceTableException($"The price table's {string.Join('.', path)} is {at.GetRawText()}; give a decimal of 0 or more such as \"0.6\".");
    }
}
