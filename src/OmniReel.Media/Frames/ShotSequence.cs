using System.Diagnostics;
using System.Runtime.ExceptionServices;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Frames;

/// <summary>
/// The shots of a film, each baked when its predecessor begins and released after its last frame, so that two at most are
/// held in memory. Safe to use from several threads.
/// </summary>
internal sealed class ShotSequence : IDisposable
{
    private readonly Lazy<Task<BakedShot>>[] _shots;
    private readonly int[] _firstFrames;
    private readonly int[] _left;
    private readonly FilmPlan _plan;
    private readonly CancellationTokenSource _givenUp = new();
    private readonly TimeSpan[] _bakes;

    public ShotSequence(FilmPlan plan, Staging staging, int threads)
    {
        _plan = plan;
        var stage = new Stage(plan.Width, plan.Height);
        _shots = [.. plan.Shots.Select((_, i) => new Lazy<Task<BakedShot>>(() => Task.Run(() => Bake(i, stage, staging, threads))))];
        _bakes = new TimeSpan[plan.Shots.Count];
        _left = [.. plan.Shots.Select(s => s.Frames)];
        _firstFrames = new int[plan.Shots.Count];
        for (var i = 1; i < _firstFrames.Length; i++)
            _firstFrames[i] = _firstFrames[i - 1] + plan.Shots[i - 1].Frames;
    }

    /// <summary>How long each shot took to bake; zero for those that were not.</summary>
    public IReadOnlyList<TimeSpan> Bakes => _bakes;

    /// <summary>Frames that begin a shot, but for the first.</summary>
    public IReadOnlyList<int> Cuts => _firstFrames[1..];

    /// <summary>The shot and its moment for a frame of the film; waits while it is baked.</summary>
    public (BakedShot Shot, Moment Moment) At(int frame)
    {
        var index = IndexOf(frame);
        var shot = _shots[index].Value;
        if (index + 1 < _shots.Length)
            _ = _shots[index + 1].Value;
        return (shot.GetAwaiter().GetResult(), new Moment(frame - _firstFrames[index], _plan.Shots[index].Frames));
    }

    /// <summary>Counts a frame as drawn; after its last one a shot lets go of its pictures.</summary>
    public void Drawn(int frame)
    {
        var index = IndexOf(frame);
        if (Interlocked.Decrement(ref _left[index]) == 0)
            _shots[index].Value.Result.Dispose();
    }

    /// <summary>Shots being baked stop at the next band and no other is begun; those who wait for one are told.</summary>
    public void GiveUp() => _givenUp.Cancel();

    /// <summary>Stops what is still being baked and releases all.</summary>
    public void Dispose()
    {
        GiveUp();
        for (var i = 0; i < _shots.Length; i++)
        {
            if (_left[i] > 0 && _shots[i].IsValueCreated)
                Release(_shots[i].Value);
        }

        _givenUp.Dispose();
    }

    private static void Release(Task<BakedShot> shot)
    {
        try
        {
            shot.GetAwaiter().GetResult().Dispose();
        }
        catch (Exception) when (!shot.IsCompletedSuccessfully)
        {
            // Whoever asked for the shot has been told.
        }
    }

    private int IndexOf(int frame)
    {
        var found = Array.BinarySearch(_firstFrames, frame);
        return found >= 0 ? found : ~found - 1;
    }

    private BakedShot Bake(int index, Stage stage, Staging staging, int threads)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var baked = BakedShot.Bake(_plan.Shots[index], stage, staging, threads, _givenUp.Token);
            _bakes[index] = Stopwatch.GetElapsedTime(start);
            return baked;
        }
        catch (AggregateException several)
        {
            // What went wrong, not that it went wrong on several threads.
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
            throw;
        }
    }
}
