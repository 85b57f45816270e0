using CsCheck;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines.Routes;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Engines.Routes;

public sealed class RouteReaderTests
{
    private static readonly Gen<string> s_name = Gen.OneOf([.. ((string[])["kling", "relay-a", "embedded", "b.2", "X_9", "7"]).Select(Gen.Const)]);

    private static readonly Gen<RouteMatch> s_match =
        from model in Gen.Enum<VideoModel>().Nullable()
        from kind in Gen.Enum<InputKind>().Nullable()
        from shots in Gen.Enum<ShotKind>().Nullable()
        from mode in Gen.Enum<VideoMode>().Nullable()
        select new RouteMatch(model, kind, shots, mode);

    // Up to six engines in any order, cut into steps.
    private static readonly Gen<RouteLine> s_line =
        from match in s_match
        from shares in Gen.Select(s_name, Gen.OneOf(Gen.Const(1), Gen.Int[1, RouteReader.MostWeight]), Gen.Bool).Array[1, 6]
        let distinct = shares.DistinctBy(share => share.Item1).ToArray()
        select new RouteLine(match, Cut(distinct));

    [Fact]
    public void What_is_printed_is_read_as_it_was() => s_line.Array[1, 8].Sample(
        written =>
        {
            var lines = written.DistinctBy(line => line.Match).ToArray();
            var book = new RouteBook(lines);
            var read = RouteReader.Read(book.ToString());
            read.ToString().ShouldBe(book.ToString());
            read.Lines.Count.ShouldBe(lines.Length);
            for (var i = 0; i < lines.Length; i++)
            {
                read.Lines[i].Match.ShouldBe(lines[i].Match);
                read.Lines[i].Steps.Select(step => step.Shares).ShouldBe(lines[i].Steps.Select(step => step.Shares), new SameShares());
            }

            // Dividers, blanks and the order of words before = make no difference.
            RouteReader.Read(" " + string.Join(" ;; ", lines.Select(Disordered)) + ";").ToString().ShouldBe(book.ToString());
        },
        iter: Checkout.Count(2_000, 200_000));

    [Fact]
    public void A_line_is_read_word_by_word()
    {
        var book = RouteReader.Read("4k kling-v3-omni text-to-video = kling:3, relay-a > embedded\nmulti-shot intelligence = relay-a\n* = kling");
        book.Lines.Count.ShouldBe(3);
        book.Lines[0].Match.ShouldBe(new RouteMatch(VideoModel.V3Omni, InputKind.TextToVideo, null, VideoMode.UltraHd));
        book.Lines[0].Shares.ShouldBe([new("kling", 3), new("relay-a", 1), new("embedded", 1)]);
        book.Lines[0].Steps.Count.ShouldBe(2);
        book.Lines[1].Match.ShouldBe(new RouteMatch(null, null, ShotKind.Intelligence, null));
        book.Lines[2].Match.ShouldBe(default);
        book.Lines[0].ToString().ShouldBe("kling-v3-omni text-to-video 4k = kling:3, relay-a:1 > embedded");
    }

    [Theory]
    [InlineData("kling", "line 1", "no =")]
    [InlineData("* = kling; 4k = a = b", "line 2", "more than one =")]
    [InlineData("kling-v3-omi = kling", "line 1", "\"kling-v3-omi\"", "did you mean kling-v3-omni?", "first-frame", "4k")]
    [InlineData("*=a\n\n2k = kling", "line 2", "\"2k\"", "std, pro, 4k")]
    [InlineData("pro 4k = kling", "two modes, pro and 4k", "a line for each")]
    [InlineData("reference text-to-video = kling", "two kinds, reference and text-to-video")]
    [InlineData("multi-shot = kling", "\"multi-shot\"", "multi-shot customize")]
    [InlineData(" = kling", "nothing before =", "*")]
    [InlineData("* = ", "lacks an engine")]
    [InlineData("* = kling > ", "lacks an engine after = or >")]
    [InlineData("* = kling, , relay-a", "lacks an engine beside a comma")]
    [InlineData("* = kling:0", "weight \"0\"", "from 1 to 1000")]
    [InlineData("* = kling:3.5", "weight \"3.5\"")]
    [InlineData("* = kling:", "weight \"\"")]
    [InlineData("* = kling:1001", "weight \"1001\"")]
    [InlineData("* = kling > relay-a, kling", "names kling twice")]
    [InlineData("* = the best", "\"the best\"", "letters, digits")]
    [InlineData("4k pro-x = a; * = b", "\"pro-x\"")]
    [InlineData("4k * = a; std = b; * 4k = c", "line 3", "as line 1 is")]
    [InlineData(" ; ", "no line in it")]
    public void What_cannot_be_read_says_which_line_which_word_and_what_there_is(string text, params string[] says)
    {
        var message = Should.Throw<FormatException>(() => RouteReader.Read(text)).Message;
        foreach (var part in says) message.ShouldContain(part);
        message.ShouldNotContain("\n");
        message.ShouldNotEndWith(".");
    }

    private static List<RouteStep> Cut((string Name, int Weight, bool Ends)[] shares)
    {
        var steps = new List<RouteStep>();
        var step = new List<RouteShare>();
        foreach (var (name, weight, ends) in shares)
        {
            step.Add(new(name, weight));
            if (!ends) continue;
            steps.Add(new(step));
            step = [];
        }

        if (step.Count > 0) steps.Add(new(step));
        return steps;
    }

    private static string Disordered(RouteLine line)
    {
        var parts = line.ToString().Split(" = ");
        var shots = line.Match.Shots?.WireName() ?? "*";
        return $"{line.Match.Mode?.WireName()}  {shots} {line.Match.Kind?.WireName()} * {line.Match.Model?.WireName()}={parts[1].Replace(" > ", ">", StringComparison.Ordinal)}";
    }

    private sealed class SameShares : IEqualityComparer<IReadOnlyList<RouteShare>>
    {
        public bool Equals(IReadOnlyList<RouteShare>? x, IReadOnlyList<RouteShare>? y) => x!.SequenceEqual(y!);

        public int GetHashCode(IReadOnlyList<RouteShare> obj) => obj.Count;
    }
}
