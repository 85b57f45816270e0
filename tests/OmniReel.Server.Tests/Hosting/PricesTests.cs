using OmniReel.Contract.Pricing;
using OmniReel.Server.Hosting;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Hosting;

public sealed class PricesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_file_the_vendor_s_prices_hold() => Prices.Load(Options()).ShouldBeSameAs(PriceTable.Default);

    [Fact]
    public async Task An_operator_s_table_decides_what_a_server_says()
    {
        var table = _folder.File("mine.json");
        File.WriteAllText(table, Table().Replace("\"USD\"", "\"PTS\"", StringComparison.Ordinal));
        await using var server = await LiveServer.StartAsync(options => options with { PriceTable = table });
        server.Service<PriceTable>().Currency.ShouldBe("PTS");
    }

    [Fact]
    public void The_data_folder_s_own_table_needs_no_setting()
    {
        File.WriteAllText(_folder.File(Prices.FileName), Table().Replace("\"USD\"", "\"PTS\"", StringComparison.Ordinal));
        Prices.Load(Options()).Currency.ShouldBe("PTS");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    public void A_table_that_cannot_be_used_is_named(string content)
    {
        var path = _folder.File(Prices.FileName);
        File.WriteAllText(path, content);
        var message = Should.Throw<ConfigurationException>(() => Prices.Load(Options())).Message;
        message.ShouldContain(path);
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void A_table_that_is_named_must_be_there() =>
        Should.Throw<ConfigurationException>(() => Prices.Load(Options() with { PriceTable = _folder.File("none.json") })).Message.ShouldContain("none.json");

    private static string Table()
    {
        using var stream = typeof(PriceTable).Assembly.GetManifestResourceStream("price-table.json")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        text.ShouldContain("\"USD\"");
        return text;
    }

    private ServerOptions Options() => new() { DataFolder = _folder.Path };
}
