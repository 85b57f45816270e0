using CsCheck;
using OmniReel.Contract.Pricing;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Contract.Rules;
using OmniReel.Testing;

namespace OmniReel.Contract.Tests.Reading;

public sealed class AnyBodyTests
{
    private static readonly HashSet<string> Names = [.. Enum.GetValues<Field>().Select(field => field.Name())];
    private static readonly HashSet<string> Rules = [.. RuleBook.Catalogue.Select(rule => rule.Id)];

    [Fact]
    public void Any_body_is_accepted_or_refused_with_a_named_field_and_never_throws()
    {
        var bodies = Checkout.Count(20_000, 500_000);
        int accepted = 0, refused = 0, unreadable = 0;
        AnyBody.Bytes.Sample(
            body =>
            {
                foreach (var profile in Enum.GetValues<ApiProfile>())
                {
                    var result = RequestReader.Read(body, profile, TestElements.Instance, Language.English);
                    Judge(result, RequestReader.Read(body, profile, TestElements.Instance, Language.Chinese));
                    Interlocked.Increment(ref result.IsAccepted ? ref accepted : ref result.SyntaxError is null ? ref refused : ref unreadable);
                }
            },
            iter: bodies, print: System.Text.Encoding.UTF8.GetString);
        Console.WriteLine($"{bodies} bodies, each on both paths: {accepted} accepted, {refused} refused by rules, {unreadable} not JSON");
        // A generator that never gets through, or never gets refused, would prove nothing.
        accepted.ShouldBeGreaterThan(bodies / 20);
        refused.ShouldBeGreaterThan(bodies / 4);
        unreadable.ShouldBeGreaterThan(bodies / 100);
    }

    private static void Judge(ReadResult english, ReadResult chinese)
    {
        chinese.IsAccepted.ShouldBe(english.IsAccepted);
        chinese.Violations.Select(v => (v.Field, v.Rule)).ShouldBe(english.Violations.Select(v => (v.Field, v.Rule)));
        if (english.IsAccepted)
        {
            var request = english.Request;
            Quotes.Of(english, PriceTable.Default).Verdict.ShouldBe("accepted");
            (request.Seconds is null).ShouldBe(request.Kind.Input == InputKind.VideoEdit);
            if (request.Kind.Shots == ShotKind.Customize)
                request.Shots.Sum(shot => shot.Seconds).ShouldBe(request.Seconds!.Value);
            else
                request.Prompt.ShouldNotBeNullOrWhiteSpace();
            return;
        }

        english.Message.ShouldNotBeNullOrWhiteSpace();
        if (english.SyntaxError is not null)
            return;
        english.Violations.ShouldNotBeEmpty();
        foreach (var violation in english.Violations)
        {
            Names.ShouldContain(violation.Field.Split('.', '[')[0]);
            Rules.ShouldContain(violation.Rule);
            violation.Message.ShouldStartWith(violation.Field + ": ");
            violation.Message.Length.ShouldBeLessThan(400);
        }
    }
}
