using CsCheck;
using OmniReel.Console.Create.Shots;

namespace OmniReel.Console.Tests.Create;

public sealed class StoryboardTests
{
    [Fact]
    public void A_shot_that_grows_takes_from_those_after_it_then_from_those_before()
    {
        var board = Board(2, 3, 2, 3);
        board.SetSeconds(1, 7);
        Lengths(board).ShouldBe([1, 7, 1, 1]);
    }

    [Fact]
    public void A_shot_that_shrinks_gives_to_the_one_after_it_and_the_last_to_the_one_before()
    {
        var board = Board(3, 3, 3);
        board.SetSeconds(0, 1);
        Lengths(board).ShouldBe([1, 5, 3]);
        board.SetSeconds(2, 1);
        Lengths(board).ShouldBe([1, 7, 1]);
    }

    [Fact]
    public void A_new_shot_takes_the_smaller_half_of_the_one_it_follows()
    {
        var board = Board(5, 2);
        board.Add(0).ShouldBeTrue();
        Lengths(board).ShouldBe([3, 2, 2]);
    }

    [Fact]
    public void A_new_shot_behind_one_of_a_second_takes_from_the_longest()
    {
        var board = Board(1, 4);
        board.Add(0).ShouldBeTrue();
        Lengths(board).ShouldBe([1, 2, 2]);
    }

    [Fact]
    public void There_is_no_room_for_more_shots_than_seconds_or_than_six()
    {
        Board(1, 1, 1).Add(2).ShouldBeFalse();
        Board(2, 2, 2, 2, 2, 2).Add(0).ShouldBeFalse();
    }

    [Fact]
    public void What_is_removed_leaves_its_seconds_to_the_shot_before_it()
    {
        var board = Board(2, 3, 4);
        board.Remove(1).ShouldBeTrue();
        Lengths(board).ShouldBe([5, 4]);
        board.Remove(0).ShouldBeTrue();
        Lengths(board).ShouldBe([9]);
        board.Remove(0).ShouldBeFalse();
    }

    [Fact]
    public void A_moved_shot_keeps_its_text_its_length_and_its_key()
    {
        var board = Board(2, 3, 4);
        var key = board.Shots[0].Key;
        board.Move(0, 2);
        board.Shots.Select(static shot => shot.Prompt).ShouldBe(["1", "2", "0"]);
        Lengths(board).ShouldBe([3, 4, 2]);
        board.IndexOf(key).ShouldBe(2);
    }

    [Fact]
    public void A_longer_film_keeps_the_proportions()
    {
        var board = Board(1, 3, 2);
        board.SetSeconds(12);
        Lengths(board).ShouldBe([1, 7, 4]);
    }

    /// <summary>A slider passes through every length on its way: none of them may leave a trace.</summary>
    [Fact]
    public void Only_where_the_length_ends_counts_not_how_it_came_there() =>
        Gen.Select(Gen.Int[1, 6].Array[1, 6], Gen.Int[1, 15].Array[0, 12], Gen.Int[3, 15]).Sample((lengths, way, end) =>
        {
            var (walked, straight) = (Board(lengths), Board(lengths));
            foreach (var stop in way)
                walked.SetSeconds(stop);
            walked.SetSeconds(end);
            straight.SetSeconds(end);
            Lengths(walked).ShouldBe(Lengths(straight));
            walked.SetSeconds(lengths.Sum());
            Lengths(walked).ShouldBe(lengths);
        });

    [Fact]
    public void Whatever_is_done_the_lengths_add_up_and_none_is_below_a_second() =>
        Gen.Select(Gen.Int[3, 15], Gen.Select(Gen.Int[0, 4], Gen.Int[0, 5], Gen.Int[-3, 20]).Array[0, 40]).Sample((seconds, deeds) =>
        {
            var board = new Storyboard(seconds, 2);
            foreach (var (deed, which, value) in deeds)
            {
                var at = which % board.Shots.Count;
                var before = board.Shots.Sum(static shot => shot.Seconds);
                switch (deed)
                {
                    case 0:
                        board.Add(at, "x");
                        break;
                    case 1:
                        board.Remove(at);
                        break;
                    case 2:
                        board.Move(at, value);
                        break;
                    case 3:
                        board.SetSeconds(at, value);
                        if (board.Shots.Count > 1)
                            board.Shots[at].Seconds.ShouldBe(Math.Clamp(value, 1, before - board.Shots.Count + 1));
                        break;
                    default:
                        board.SetSeconds(value);
                        board.Seconds.ShouldBe(Math.Max(value, board.Shots.Count));
                        before = board.Seconds;
                        break;
                }

                board.Shots.Count.ShouldBeInRange(1, Storyboard.MostShots);
                board.Shots.ShouldAllBe(static shot => shot.Seconds >= 1);
                board.Shots.Sum(static shot => shot.Seconds).ShouldBe(board.Seconds);
                board.Seconds.ShouldBe(before);
                board.Shots.Select(static shot => shot.Key).Distinct().Count().ShouldBe(board.Shots.Count);
            }
        });

    private static Storyboard Board(params int[] lengths)
    {
        var board = new Storyboard(lengths.Sum());
        board.Replace(lengths.Select(static (seconds, at) => ($"{at}", seconds)), lengths.Sum());
        return board;
    }

    private static int[] Lengths(Storyboard board) => [.. board.Shots.Select(static shot => shot.Seconds)];
}
