using System.Globalization;
using System.Text;
using OmniReel.Contract.Pricing;
using OmniReel.Contract.Requests;
using static OmniReel.Contract.Tests.Bodies;

namespace OmniReel.Contract.Tests.Pricing;

public sealed class QuoteTests
{
    /// <summary>The vendor's table, units per second.</summary>
    [Theory]
    [InlineData("kling-v3-omni", "silent", "std", "0.6")]
    [InlineData("kling-v3-omni", "silent", "pro", "0.8")]
    [InlineData("kling-v3-omni", "silent", "4k", "3")]
    [InlineData("kling-v3-omni", "sound", "std", "0.8")]
    [InlineData("kling-v3-omni", "sound", "pro", "1")]
    [InlineData("kling-v3-omni", "sound", "4k", "3")]
    [InlineData("kling-v3-omni", "video", "std", "0.9")]
    [InlineData("kling-v3-omni", "video", "pro", "1.2")]
    [InlineData("kling-v3-omni", "video", "4k", "3")]
    [InlineData("kling-video-o1", "silent", "std", "0.6")]
    [InlineData("kling-video-o1", "silent", "pro", "0.8")]
    [InlineData("kling-video-o1", "video", "std", "0.9")]
    [InlineData("kling-video-o1", "video", "pro", "1.2")]
    public void Every_film_costs_what_the_vendor_asks(string model, string priceCase, string mode, string unitsPerSecond)
    {
        var rate = decimal.Parse(unitsPerSecond, CultureInfo.InvariantCulture);
        var changes = $$"""
            {"model_name":"{{model}}","mode":"{{mode}}"
            {{(priceCase == "sound" ? ",\"sound\":\"on\"" : priceCase == "video" ? $",\"video_list\":[{Feature}]" : $",\"image_list\":[{Image}]")}}
            """;
        var longest = model == "kling-video-o1" ? 10 : 15;
        for (var seconds = 3; seconds <= longest; seconds++)
        {
            var quote = Quotes.Of(ReadWith($"{changes},\"duration\":{seconds}}}"), PriceTable.Default);
            quote.Verdict.ShouldBe("accepted");
            decimal.Parse(quote.Units!, CultureInfo.InvariantCulture).ShouldBe(rate * seconds);
            decimal.Parse(quote.Price!.Amount, CultureInfo.InvariantCulture).ShouldBe(rate * seconds * 0.14m);
            quote.Price.Currency.ShouldBe("USD");
        }

        if (priceCase == "video")
        {
            var edit = ReadWith($$"""{{changes.Replace("feature", "base", StringComparison.Ordinal)}}}""").Request.ShouldNotBeNull();
            PriceTable.Default.Hold(edit).ShouldBe(rate * longest);
            PriceTable.Default.OfEdit(edit, 4.2m).ShouldBe(rate * 4);
            PriceTable.Default.OfEdit(edit, 4.5m).ShouldBe(rate * 5);
            PriceTable.Default.OfEdit(edit, 4.4999m).ShouldBe(rate * 4);
        }
    }

    [Fact]
    public void The_example_of_the_document_costs_three_units()
    {
        var read = Contract.Reading.RequestReader.Read(GoldenFiles.Bytes("document-example.txt"), ApiProfile.Relay, TestElements.Instance, Language.English);
        var quote = Quotes.Of(read, PriceTable.Default);
        (quote.Verdict, quote.Kind, quote.Shots).ShouldBe(("accepted", "reference", "single-shot"));
        (quote.Seconds, quote.Width, quote.Height, quote.Frames).ShouldBe((5, 1280, 720, 121));
        (quote.Units, quote.Price!.Amount).ShouldBe(("3", "0.42"));
    }

    [Fact]
    public void What_follows_the_input_is_left_open()
    {
        var edit = Quotes.Of(ReadWith($$"""{"video_list":[{{Base}}]}"""), PriceTable.Default);
        (edit.Seconds, edit.Frames, edit.Width, edit.Height, edit.Units).ShouldBe((null, null, null, null, "13.5"));
        var first = Quotes.Of(ReadWith($$"""{"image_list":[{{First}}]}"""), PriceTable.Default);
        (first.Seconds, first.Frames, first.Width, first.Height).ShouldBe((5, 121, null, null));
    }

    [Fact]
    public void A_refused_body_has_a_quote_too()
    {
        var quote = Quotes.Of(ReadWith("""{"mode":"best","duration":"99"}"""), PriceTable.Default);
        quote.Verdict.ShouldBe("refused");
        quote.Errors.Select(e => e.Field).ShouldBe(["mode", "duration"]);
        (quote.Kind, quote.Units, quote.Price).ShouldBe((null, null, null));
        Quotes.Of(Read("{"), PriceTable.Default).Errors.ShouldHaveSingleItem().Rule.ShouldBe("json_syntax");
    }

    [Fact]
    public void An_operator_replaces_the_table()
    {
        const string table = """
            { "currency": "CNY", "unit_price": 1, // per unit
              "units_per_second": {
                "kling-v3-omni": { "silent": { "std": 0.10, "pro": 0, "4k": 1 }, "sound": { "std": 1, "pro": 1, "4k": 1 }, "video": { "std": 1, "pro": 1, "4k": 1 } },
                "kling-video-o1": { "silent": { "std": "2.5", "pro": 1 }, "video": { "std": 1, "pro": 1 } } } }
            """;
        var prices = Load(table);
        Quotes.Of(ReadWith("{}"), prices).Units.ShouldBe("0.5");
        Quotes.Of(ReadWith("""{"mode":"pro"}"""), prices).Units.ShouldBe("0");
        Quotes.Of(ReadWith("""{"model_name":"kling-video-o1"}"""), prices).Price!.Amount.ShouldBe("12.5");
    }

    [Theory]
    [InlineData("{", "not valid JSON at line 1")]
    [InlineData("[]", "must be one JSON object")]
    [InlineData("{}", "lacks currency")]
    [InlineData("""{"currency":"USD","unit_price":1}""", "lacks units_per_second.kling-video-o1.silent.std")]
    [InlineData("""{"currency":"USD","unit_price":1,"units_per_second":{"kling-video-o1":{"silent":{"std":"-1"}}}}""", "units_per_second.kling-video-o1.silent.std is \"-1\"")]
    [InlineData("""{"currency":"USD","unit_price":1,"units_per_second":{"kling-video-o1":{"silent":{"std":1e2}}}}""", "units_per_second.kling-video-o1.silent.std is 1e2")]
    public void A_table_that_cannot_be_used_says_why(string table, string says) =>
        Should.Throw<PriceTableException>(() => Load(table)).Message.ShouldContain(says);

    [Fact]
    public void What_is_not_made_has_no_price() =>
        Should.Throw<ArgumentException>(() => PriceTable.Default.UnitsPerSecond(VideoModel.VideoO1, PriceCase.Sound, VideoMode.Std));

    [Theory]
    [InlineData("0.0", "0")]
    [InlineData("3.00", "3")]
    [InlineData("1.80", "1.8")]
    [InlineData("100", "100")]
    [InlineData("0.000000000001", "0.000000000001")]
    public void Amounts_have_no_trailing_zeros(string amount, string wire) =>
        Amounts.Wire(decimal.Parse(amount, CultureInfo.InvariantCulture)).ShouldBe(wire);

    [Theory]
    [InlineData(VideoModel.V3Omni, "13.5", "4.2", "3.6")]
    [InlineData(VideoModel.V3Omni, "13.5", "4.5", "4.5")]
    [InlineData(VideoModel.VideoO1, "9", "3.04", "2.7")]
    [InlineData(VideoModel.VideoO1, "0", "7", "0")]
    public void An_edit_is_settled_by_the_seconds_of_its_input_at_the_price_that_was_held(VideoModel model, string held, string seconds, string units) =>
        Amounts.Wire(EditPrice.Settled(decimal.Parse(held, CultureInfo.InvariantCulture), model, decimal.Parse(seconds, CultureInfo.InvariantCulture))).ShouldBe(units);

    private static PriceTable Load(string table)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(table));
        return PriceTable.Load(stream);
    }
}
