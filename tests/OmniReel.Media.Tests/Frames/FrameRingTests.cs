using OmniReel.Media.Frames;

namespace OmniReel.Media.Tests.Frames;

public sealed class FrameRingTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(4, 6)]
    public async Task Frames_are_written_in_order_and_no_slot_is_drawn_on_before_it_was_written(int drawers, int slots)
    {
        const int frames = 500;
        var ring = new FrameRing(frames, slots);
        var content = Enumerable.Repeat(-1, slots).ToArray();
        var clashes = 0;
        var drawing = Enumerable.Range(0, drawers).Select(_ => Task.Factory.StartNew(Draw, TaskCreationOptions.LongRunning)).ToArray();
        var written = new List<int>();
        while (ring.TryAwaitNext(out var frame))
        {
            written.Add(content[ring.SlotOf(frame)]);
            Volatile.Write(ref content[ring.SlotOf(frame)], -1);
            ring.Written(frame);
        }

        await Task.WhenAll(drawing);
        written.ShouldBe(Enumerable.Range(0, frames));
        clashes.ShouldBe(0);

        void Draw()
        {
            while (ring.TryTake(out var frame))
            {
                if (Interlocked.Exchange(ref content[ring.SlotOf(frame)], frame) != -1)
                    Interlocked.Increment(ref clashes);
                ring.Drawn(frame);
            }
        }
    }

    [Fact]
    public void A_failure_stops_drawers_and_reaches_the_writer_the_first_one_counts()
    {
        var ring = new FrameRing(10, 2);
        ring.TryTake(out _).ShouldBeTrue();
        ring.Fail(new InvalidOperationException("first"));
        ring.Fail(new InvalidOperationException("second"));

        ring.TryTake(out _).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => ring.TryAwaitNext(out _)).Message.ShouldBe("first");
    }
}
