using System.Diagnostics.Metrics;
using System.Text;
using OmniReel.Server.Http.Metrics;
using OmniReel.Server.Tests.Inputs.Support;

namespace OmniReel.Server.Tests.Http.Metrics;

public sealed class InstrumentReaderTests
{
    private readonly HeardLog<InstrumentReader> _log = new();

    [Fact]
    public void A_label_may_hold_anything()
    {
        using var reader = new InstrumentReader(_log);
        using var meter = new Meter(InstrumentReader.MeterName);
        meter.CreateCounter<long>("omnireel.test.labels").Add(1, new KeyValuePair<string, object?>("name", "a\"b\\c\nd"));

        var text = new StringBuilder();
        reader.Write(text);
        text.ToString().ShouldContain("omnireel_test_labels{name=\"a\\\"b\\\\c\\nd\"} 1\n");
    }

    [Fact]
    public void One_that_cannot_be_read_keeps_no_other_from_being_told_and_the_log_hears_of_it_once()
    {
        using var reader = new InstrumentReader(_log);
        using var meter = new Meter(InstrumentReader.MeterName);
        meter.CreateObservableGauge("omnireel.test.closed", long () => throw new ObjectDisposedException("store"));
        meter.CreateObservableGauge("omnireel.test.open", () => 7L);

        var text = new StringBuilder();
        reader.Write(text);
        text.ToString().ShouldContain("omnireel_test_open 7\n");
        text.ToString().ShouldNotContain("omnireel_test_closed");
        reader.Write(text);
        _log.Lines.ShouldHaveSingleItem().ShouldContain("'store'");
    }
}
