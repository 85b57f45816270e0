using System.Text.RegularExpressions;
using OmniReel.Server.Engines.Submits;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Engines.Submits;

public sealed partial class SubmitLifecycleTests
{
    [Fact]
    public void The_picture_agrees_with_the_table()
    {
        var page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "architecture", "paid-submits.md"));
        var drawn = Arrow().Matches(page).Select(arrow => (arrow.Groups[1].Value, arrow.Groups[3].Value, arrow.Groups[2].Value)).ToList();
        drawn.ShouldBe(SubmitLifecycle.Table.Select(line => (line.From.ToString(), line.On.ToString(), line.To.ToString())), ignoreOrder: true);
        drawn.Count.ShouldBe(SubmitLifecycle.Table.Count);
    }

    [Fact]
    public void Every_event_leads_to_one_state_and_every_state_is_reached()
    {
        foreach (var on in Enum.GetValues<SubmitEvent>())
            SubmitLifecycle.Table.Where(line => line.On == on).Select(line => line.To).Distinct().ShouldHaveSingleItem(on.ToString());
        Enum.GetValues<SubmitState>().Except(SubmitLifecycle.Table.Select(line => line.To)).ShouldBe([SubmitLifecycle.Initial]);
    }

    [Fact]
    public void What_may_be_paid_for_never_becomes_what_may_be_sent_again_without_proof()
    {
        // From where a submit may be with the upstream, the only ways out are an answer of the upstream, a proof, the same reference, or a person.
        var ways = SubmitLifecycle.Table.Where(line => line.From == SubmitState.Unknown).Select(line => line.On);
        ways.ShouldBe([SubmitEvent.Accept, SubmitEvent.Reject, SubmitEvent.Adopt, SubmitEvent.ProveAbsent, SubmitEvent.Supersede, SubmitEvent.Abandon], ignoreOrder: true);
        SubmitLifecycle.Sources(SubmitEvent.NotSend).ShouldBe([SubmitState.Sending]);
    }

    [GeneratedRegex(@"^ *(\w+) --> (\w+) *: *(\w+)", RegexOptions.Multiline)]
    private static partial Regex Arrow();
}
