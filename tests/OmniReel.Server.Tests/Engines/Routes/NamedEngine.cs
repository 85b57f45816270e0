using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Engines.Routes;

/// <summary>An engine of some name and limits, which makes films at once, or cannot be reached while the test says so.</summary>
internal sealed class NamedEngine(string name, EngineLimits? limits = null, Func<EngineAttempt, TaskResult>? make = null) : IEngine
{
    private int _attempts;

    public string Name => name;

    /// <summary>What it makes; may change while it works.</summary>
    public EngineLimits Limits { get; set; } = limits ?? EngineLimits.None;

    /// <summary>It cannot be reached.</summary>
    public bool IsAway { get; set; }

    /// <summary>Attempts that came here.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    public IReadOnlyList<string> Lacks(VideoRequest request, Language language) => Limits.Lacks(request, language);

    public Task<TaskResult> MakeAsync(EngineAttempt attempt, IProgress<int> percent, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _attempts);
        return IsAway ? throw new EngineUnavailableException($"{name} is away") : Task.FromResult(make?.Invoke(attempt) ?? throw new InvalidOperationException("makes none"));
    }

    public ValueTask<bool> HasAsync(VideoTask task, VideoRequest request, HeldBody body, bool inHaste, CancellationToken cancellation) => new(false);

    public void Forget(VideoTask task)
    {
    }
}

/// <summary>Requests of one kind or another.</summary>
internal static class Requests
{
    public static VideoRequest Of(VideoModel model = VideoModel.V3Omni, VideoMode mode = VideoMode.Std, InputKind kind = InputKind.TextToVideo, ShotKind shots = ShotKind.SingleShot) =>
        new() { Profile = ApiProfile.Vendor, Model = model, Mode = mode, Kind = new RequestKind(kind, shots) };

    /// <summary>Every combination that routes can tell apart.</summary>
    public static IEnumerable<VideoRequest> All =>
        from model in Enum.GetValues<VideoModel>()
        from mode in Enum.GetValues<VideoMode>()
        from kind in Enum.GetValues<InputKind>()
        from shots in Enum.GetValues<ShotKind>()
        select Of(model, mode, kind, shots);
}
