using OmniReel.Media.Stills;
using OmniReel.Media.Storyboards;
using SkiaSharp;

namespace OmniReel.Media.Tests.Stills;

public sealed class StillPlanTests
{
    [Theory]
    [InlineData(121)]
    [InlineData(48, 24, 73)]
    [InlineData(1)]
    [InlineData(3, 1, 2)]
    [InlineData(24, 24, 24, 24, 24, 25)]
    public void Frames_that_are_looked_at_are_of_the_film_and_in_their_shots(params int[] shots)
    {
        var plan = new StillPlan(1280, 720, shots);
        plan.Strip.Count.ShouldBe(10);
        plan.Strip.ShouldBe(plan.Strip.Order());
        plan.Strip.ShouldAllBe(frame => frame >= 0 && frame < plan.Frames);
        var chances = plan.Chances();
        chances.Values.Distinct().Order().ShouldBe(Enumerable.Range(0, shots.Length), "every shot has a frame");
        foreach (var (frame, shot) in chances)
        {
            var first = shots.Take(shot).Sum();
            frame.ShouldBeInRange(first, first + shots[shot] - 1);
            if (shots[shot] >= 24)
                frame.ShouldBeInRange(first + 2, first + shots[shot] - 3, "away from the cuts");
        }
    }

    [Theory]
    [InlineData(0, "0:00.0")]
    [InlineData(84, "0:03.5")]
    [InlineData(361, "0:15.0")]
    [InlineData(24 * 61, "1:01.0")]
    public void Times_are_told_to_a_tenth(int frame, string told) => StillPlan.Clock(frame).ShouldBe(told);

    [Fact]
    public void Black_and_white_frames_have_less_to_see_than_others()
    {
        Appeal.Of(Flat(16), 16).ShouldBe(0);
        Appeal.Of(Flat(235), 16).ShouldBe(0);
        byte[] drawn = [.. Enumerable.Range(0, 256).Select(i => (byte)(60 + i * 7 % 120))];
        Appeal.Of(drawn, 16).ShouldBeGreaterThan(Appeal.Of([.. drawn.Select(level => (byte)((level + 126) / 2))], 16), "a frame that melts into another is flatter");
        Appeal.Of([.. drawn.Select(level => (byte)(16 + level / 12))], 16).ShouldBeLessThan(Appeal.Of(drawn, 16) / 10, "almost black");
    }

    [Fact]
    public void Panels_keep_their_shape_lie_on_the_sheet_and_do_not_touch_one_another_or_their_words()
    {
        foreach (var aspect in new[] { 16 / 9f, 9 / 16f, 1, 2.39f, 0.45f })
        {
            for (var panels = 1; panels <= 15; panels++)
            {
                foreach (var words in new[] { 0f, 400, 40_000 })
                {
                    var layout = new SheetLayout(panels, aspect, words);
                    var boxes = Enumerable.Range(0, panels).SelectMany(i => (SKRect[])[layout.Picture(i), layout.Text(i)]).ToList();
                    foreach (var box in boxes)
                    {
                        box.Left.ShouldBeGreaterThanOrEqualTo(40);
                        box.Right.ShouldBeLessThanOrEqualTo(SheetLayout.Width - 40);
                        box.Top.ShouldBeGreaterThanOrEqualTo(SheetLayout.Header);
                        box.Bottom.ShouldBeLessThanOrEqualTo(SheetLayout.Height - SheetLayout.Footer);
                    }

                    for (var i = 0; i < boxes.Count; i++)
                    {
                        for (var j = i + 1; j < boxes.Count; j++)
                            Overlap(boxes[i], boxes[j]).ShouldBeFalse($"{panels} panels of {aspect}: {boxes[i]} and {boxes[j]}");
                    }

                    var picture = layout.Picture(0);
                    (picture.Width / picture.Height).ShouldBe(aspect, aspect * 0.02f);
                    layout.Text(0).Width.ShouldBeGreaterThan(130);
                    layout.Text(0).Height.ShouldBeGreaterThan(100);
                }
            }
        }
    }

    private static bool Overlap(SKRect a, SKRect b) => a.Left < b.Right - 1 && b.Left < a.Right - 1 && a.Top < b.Bottom - 1 && b.Top < a.Bottom - 1;

    private static byte[] Flat(byte level) => [.. Enumerable.Repeat(level, 256)];
}
