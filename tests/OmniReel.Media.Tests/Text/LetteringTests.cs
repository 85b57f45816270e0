using OmniReel.Media.Text;
using SkiaSharp;

namespace OmniReel.Media.Tests.Text;

public sealed class LetteringTests
{
    private const string Chinese = "清晨的海边，一个穿红裙的女子慢慢走过沙滩（远处有一座灯塔），她停下来说：“今天真好！”然后跳起舞来。";
    private const string English = "A woman in a red dress walks along the beach at dawn; she stops (there are gulls), says \"what a day!\" and dances.";
    private const string Mixed = "她说 hello world，然后去了 New York（纽约）的 Broadway 大街，看 The Phantom of the Opera。";

    public static TheoryData<string, float, float> Texts
    {
        get
        {
            var data = new TheoryData<string, float, float>();
            foreach (var text in new[] { Chinese, English, Mixed, Chinese + "\n\n" + English, "word", "" })
            {
                foreach (var width in new[] { 120f, 260, 900 })
                    data.Add(text, 20, width);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Lines_fit_and_lose_nothing(string text, float size, float width)
    {
        var lines = Lettering.Here.Wrap(text, size, width);
        lines.ShouldAllBe(line => Lettering.Here.Width(line, size) <= width);
        string.Concat(lines).Replace(" ", "", StringComparison.Ordinal).ShouldBe(string.Concat(text.Where(c => !char.IsWhiteSpace(c))));
        lines.ShouldAllBe(line => !"，。、；：？！）”,.;:?!)".Contains(line[0], StringComparison.Ordinal), "a mark that closes begins no line");
        lines.ShouldAllBe(line => !"（“(".Contains(line.Last(), StringComparison.Ordinal), "a mark that opens ends no line");
    }

    [Fact]
    public void English_breaks_at_spaces_only_and_a_word_longer_than_the_line_breaks_anywhere()
    {
        string.Join(' ', Lettering.Here.Wrap(English, 20, 260)).ShouldBe(English);
        var broken = Lettering.Here.Wrap(new string('m', 60), 20, 200);
        broken.Count.ShouldBeGreaterThan(2);
        string.Concat(broken).ShouldBe(new string('m', 60));
    }

    [Theory]
    [InlineData(Chinese, "…")]
    [InlineData(English, "...")]
    public void What_does_not_fit_ends_in_an_ellipsis(string text, string ellipsis)
    {
        var lines = Lettering.Here.Wrap(text, 20, 260, 2);
        lines.Count.ShouldBe(2);
        lines[1].ShouldEndWith(ellipsis);
        lines[1][^(ellipsis.Length + 1)].ShouldNotBe('，');
        Lettering.Here.Width(lines[1], 20).ShouldBeLessThanOrEqualTo(260);
        text.ShouldStartWith(lines[0]);
        Lettering.Here.Wrap(text, 20, 10_000, 2).ShouldBe([text]);
        Lettering.Here.Wrap(text, 20, 260, 0).ShouldBeEmpty();
    }

    [Fact]
    public void Chinese_and_English_have_a_font_on_a_machine_that_was_set_up()
    {
        Lettering.Here.Knows(Chinese + English + Mixed).ShouldBeTrue();
        var (wide, narrow) = (Lettering.Here.Width("海海海海", 20), Lettering.Here.Width("iiii", 20));
        wide.ShouldBeInRange(76, 84);
        narrow.ShouldBeLessThan(30);
    }

    [Theory]
    [InlineData("العربية")]
    [InlineData("हिन्दी")]
    [InlineData("👨‍👩‍👧")]
    [InlineData("\U000F0000x")]
    public void What_cannot_be_written_is_boxes_of_one_kind_never_an_exception(string text)
    {
        var lettering = Lettering.Here;
        if (!lettering.Knows(text))
            Ink(lettering, text).ShouldBeGreaterThan(20);
        _ = lettering.Wrap(text, 20, 5);
    }

    [Fact]
    public void Without_any_font_every_letter_is_the_same_box()
    {
        var none = new Lettering([]);
        none.Knows("a").ShouldBeFalse();
        Picture(none, "ab").ShouldBe(Picture(none, "海边"));
        Picture(none, "ab").ShouldNotBe(Picture(none, "a"));
        none.Wrap("ab cd", 20, 40).ShouldBe(["ab", "cd"]);
    }

    [Fact]
    public void Characters_that_are_not_seen_take_no_room_and_broken_text_breaks_nothing()
    {
        var lettering = Lettering.Here;
        lettering.Width("a\u200b\u200d\ufe0f\u0007b", 20).ShouldBe(lettering.Width("ab", 20));
        lettering.Width("e\u0301", 20).ShouldBe(lettering.Width("é", 20), 1);
        lettering.Wrap("\ud83d broken \udc00", 20, 500).ShouldHaveSingleItem();
        lettering.Wrap(" \t\n \u3000 ", 20, 500).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_text_is_the_same_picture_from_many_threads()
    {
        var first = Picture(Lettering.Here, Mixed);
        Parallel.For(0, 16, _ => Picture(Lettering.Here, Mixed).ShouldBe(first));
    }

    private static byte[] Picture(Lettering lettering, string text)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(600, 40, SKColorType.Bgra8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        lettering.Draw(canvas, text, 4, 30, 20, SKColors.Black);
        return bitmap.Bytes;
    }

    private static int Ink(Lettering lettering, string text) => Picture(lettering, text).Count(level => level < 200);
}
