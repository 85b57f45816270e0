using System.Diagnostics.Metrics;
using System.Text;
using OmniReel.Server.Http.Metrics;

namespace OmniReel.Server.Tests.Http.Metrics;

public sealed class InstrumentReaderTests
{
    [Fact]
    public void A_label_may_hold_anything()
    {
        using var reader = new InstrumentReader();
        using var meter = new Meter(InstrumentReader.MeterName);
        meter.CreateCounter<long>("omnireel.test.labels").Add(1, new KeyValuePair<string, object?>("name", "a\"b\\c\nd"));

        var text = new StringBuilder();
        reader.Write(text);
        text.ToString().ShouldContain("omnireel_test_labels{name=\"a\\\"b\\\\c\\nd\"} 1\n");
    }
}
