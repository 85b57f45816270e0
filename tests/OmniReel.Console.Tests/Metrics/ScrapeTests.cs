using OmniReel.Console.Metrics;

namespace OmniReel.Console.Tests.Metrics;

public sealed class ScrapeTests
{
    private const string Text = """
        # HELP omnireel_http_requests_total Answers by route and status.
        omnireel_http_requests_total{route="/a",status="200"} 7
        omnireel_http_requests_total{route="/a",status="404"} 2
        omnireel_http_requests_total{route="/b/{id}",status="500"} 1
        omnireel_http_requests_total{route="/_framework/{**path}",status="200"} 51
        omnireel_http_requests_total{route="/app/{**path}",status="404"} 1
        omnireel_tasks_total{status="succeeded"} 4
        omnireel_queue_depth 3
        broken
        """;

    [Fact]
    public void Figures_are_read_by_name_and_label()
    {
        var scrape = new Scrape(Text);
        scrape.Sum("omnireel_queue_depth").ShouldBe(3);
        scrape.Of("omnireel_tasks_total", "status", "succeeded").ShouldBe(4);
        scrape.Of("omnireel_tasks_total", "status", "failed").ShouldBe(0);
        scrape.Paths().ShouldBe([new PathCount("/a", 9, 2, 0), new PathCount("/b/{id}", 1, 0, 1), new PathCount("", 52, 1, 0)]);
        new Scrape("").Paths().ShouldBeEmpty();
    }
}
