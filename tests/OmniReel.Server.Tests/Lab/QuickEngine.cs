using OmniReel.Contract.Requests;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Engines;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Lab;

/// <summary>Makes a film of known bytes at once; and tells what it was asked for.</summary>
internal sealed class QuickEngine(IArtifactStore artifacts) : IEngine
{
    public static readonly byte[] Film = [.. Enumerable.Range(0, 50_000).Select(i => (byte)(i * 7))];

    public string Name => "embedded";

    public ValueTask<bool> HasAsync(VideoTask task, VideoRequest request, HeldBody body, bool inHaste, CancellationToken cancellation) => new(true);

    public async Task<TaskResult> MakeAsync(EngineAttempt attempt, IProgress<int> percent, CancellationToken cancellation)
    {
        var draft = artifacts.NewDraft(".mp4");
        await File.WriteAllBytesAsync(draft, Film, cancellation);
        var film = await artifacts.CommitAsync(draft, $"{attempt.Task.Id}-video", "video/mp4", cancellation);
        return new TaskResult { VideoArtifact = film.Id, Frames = 121, Width = 1280, Height = 720, Bytes = Film.Length, Units = attempt.Task.Facts.Units, NotUnderstood = [attempt.Request.Prompt] };
    }

    public void Forget(VideoTask task) => artifacts.Remove($"{task.Id}-video");
}
