using Microsoft.Extensions.Time.Testing;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Tests.Native;

/// <summary>What the collector gives up is freed later, once, and never while a call may still be under way.</summary>
public sealed class DeferredReleaseTests
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void What_is_given_up_is_freed_once_after_one_to_two_turns()
    {
        var deferred = new DeferredRelease(_time, Turn);
        var early = new Counted();
        deferred.Add(early);
        _time.Advance(Turn - TimeSpan.FromMilliseconds(1));
        var late = new Counted();
        deferred.Add(late);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        (early.Freed, late.Freed).ShouldBe((0, 0));
        _time.Advance(Turn);
        (early.Freed, late.Freed).ShouldBe((1, 1));
        _time.Advance(4 * Turn);
        (early.Freed, late.Freed).ShouldBe((1, 1));
    }

    [Fact]
    public void It_starts_again_after_it_had_nothing_to_do()
    {
        var deferred = new DeferredRelease(_time, Turn);
        deferred.Add(new Counted());
        _time.Advance(4 * Turn);
        var next = new Counted();
        deferred.Add(next);
        _time.Advance(2 * Turn);
        next.Freed.ShouldBe(1);
    }

    /// <summary>A path that nobody will name again still has its points after the collector found it: a call may be reading them.</summary>
    [Fact]
    public void A_collected_path_is_not_freed_at_once()
    {
        var (handle, gone) = GiveUp();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        gone.TryGetTarget(out _).ShouldBeFalse("it was not collected: nothing was tested");
        PointCount(handle).ShouldBe(3);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static (nint Handle, WeakReference<SKPath> Gone) GiveUp()
    {
        var path = new HeldPath();
        path.MoveTo(1, 1);
        path.LineTo(2, 2);
        path.LineTo(3, 1);
        path.PointCount.ShouldBe(3); // mutations are written through before the handle is read
        return (path.Handle, new WeakReference<SKPath>(path));
    }

    [System.Runtime.InteropServices.DllImport("libSkiaSharp", EntryPoint = "sk_path_count_points")]
    [System.Runtime.InteropServices.DefaultDllImportSearchPaths(System.Runtime.InteropServices.DllImportSearchPath.SafeDirectories)]
    private static extern int PointCount(nint path);

    private sealed class Counted : IDeferred
    {
        public int Freed { get; private set; }

        public void Release() => Freed++;
    }
}
