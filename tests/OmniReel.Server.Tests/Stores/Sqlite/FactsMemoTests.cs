using System.Text;
using System.Text.Json;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores.Sqlite;

public sealed class FactsMemoTests
{
    [Fact]
    public void Equal_columns_are_one_object()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(Plain("http://one.example"), TaskJson.Default.TaskFacts);
        var first = FactsMemo.Facts(json);
        FactsMemo.Facts([.. json]).ShouldBeSameAs(first);
        first!.CallbackUrl.ShouldBe("http://one.example");
    }

    [Fact]
    public void Whatever_takes_whose_slot_each_gets_its_own()
    {
        for (var round = 0; round < 3; round++)
        {
            for (var n = 0; n < 2_000; n++)
            {
                var facts = Plain($"http://{n}.example/") with { Seconds = 3 + (n % 13) };
                var json = FactsMemo.Json(facts);
                json.ShouldBe(JsonSerializer.SerializeToUtf8Bytes(facts, TaskJson.Default.TaskFacts));
                var read = FactsMemo.Facts(json)!;
                (read.CallbackUrl, read.Seconds).ShouldBe((facts.CallbackUrl, facts.Seconds));
            }
        }
    }

    [Fact]
    public void Threads_share_it()
    {
        Parallel.For(0, 20_000, n =>
        {
            var facts = Plain($"http://{n % 700}.example/");
            FactsMemo.Facts(FactsMemo.Json(facts))!.CallbackUrl.ShouldBe(facts.CallbackUrl);
        });
    }

    [Fact]
    public void What_cannot_be_read_is_null_each_time()
    {
        var broken = Encoding.UTF8.GetBytes("""{"profile":"Nobody"}""");
        FactsMemo.Facts(broken).ShouldBeNull();
        FactsMemo.Facts(broken).ShouldBeNull();
    }

    [Fact]
    public void Long_ones_are_read_and_written_and_not_kept()
    {
        var facts = Plain("http://long.example/" + new string('x', 5_000));
        var json = FactsMemo.Json(facts);
        FactsMemo.Json(facts).ShouldNotBeSameAs(json);
        FactsMemo.Facts(json)!.CallbackUrl.ShouldBe(facts.CallbackUrl);
    }

    private static TaskFacts Plain(string callback) => Sample.Facts() with { IgnoredFields = [], CallbackUrl = callback };
}
