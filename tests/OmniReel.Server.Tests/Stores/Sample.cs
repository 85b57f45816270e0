using System.Text;
using OmniReel.Contract.Requests;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores;

/// <summary>Tasks to test with.</summary>
internal static class Sample
{
    public static TaskFacts Facts(string language = "en") => new()
    {
        Profile = ApiProfile.Relay,
        Model = VideoModel.V3Omni,
        Mode = VideoMode.Std,
        Kind = new RequestKind(InputKind.TextToVideo, ShotKind.SingleShot),
        Units = 3.5m,
        Seconds = 5,
        Language = language,
        IgnoredFields = new List<string> { "camera" },
        Engine = "embedded",
    };

    public static NewTask New(
        long id, long createdAt = 1_700_000_000_000, string tenant = "a", string? external = null, IdempotencyClaim? claim = null, string language = "en") =>
        new(id, tenant, external, Facts(language), Encoding.UTF8.GetBytes($$"""{"prompt":"film {{id}}"}"""), createdAt, claim);

    public static VideoTask Queued(int n) => new()
    {
        Id = Id(n),
        Tenant = "a",
        Status = VideoTaskStatus.Queued,
        Facts = Facts(),
        CreatedAt = 1,
        UpdatedAt = 1,
        Version = VideoTask.VersionsPerWrite,
    };

    public static IdempotencyClaim Claim(string key, byte body = 1, string requestId = "r1") =>
        new(key, Enumerable.Repeat(body, 32).ToArray(), requestId);

    public static TaskResult Result { get; } = new()
    {
        VideoArtifact = "film",
        Frames = 121,
        Width = 1280,
        Height = 720,
        Bytes = 12345,
        Units = 3.5m,
        PlanJson = """{"shots":[]}""",
        NotUnderstood = new List<string> { "sound" },
    };

    /// <summary>A well-formed id.</summary>
    public static long Id(int n) => 400_000_000_000_000_000 + n;
}
