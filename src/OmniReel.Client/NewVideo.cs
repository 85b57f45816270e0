using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OmniReel.Client;

/// <summary>The body of a create, in the words of the wire. What is null is left out, and the server's default holds.</summary>
public sealed record NewVideo
{
    /// <summary><c>kling-v3-omni</c> or <c>kling-video-o1</c>.</summary>
    public string? ModelName { get; init; }

    /// <summary>At most 2,500 characters; not needed when <see cref="MultiPrompt"/> lists the shots.</summary>
    public string? Prompt { get; init; }

    /// <summary>What must not appear.</summary>
    public string? NegativePrompt { get; init; }

    /// <summary>Whether the film has several shots.</summary>
    public bool? MultiShot { get; init; }

    /// <summary><c>customize</c> (<see cref="MultiPrompt"/> lists the shots) or <c>intelligence</c> (the engine divides the prompt).</summary>
    public string? ShotType { get; init; }

    /// <summary>The shots; their seconds add up to <see cref="Duration"/>.</summary>
    public IReadOnlyList<NewShot>? MultiPrompt { get; init; }

    /// <summary>Reference pictures and frames.</summary>
    public IReadOnlyList<NewImage>? ImageList { get; init; }

    /// <summary>Elements of the subject library.</summary>
    public IReadOnlyList<NewElement>? ElementList { get; init; }

    /// <summary>One film to edit or to learn from.</summary>
    public IReadOnlyList<NewVideoInput>? VideoList { get; init; }

    /// <summary><c>on</c> or <c>off</c>.</summary>
    public string? Sound { get; init; }

    /// <summary><c>std</c> (720p), <c>pro</c> (1080p) or <c>4k</c>.</summary>
    public string? Mode { get; init; }

    /// <summary><c>16:9</c>, <c>9:16</c> or <c>1:1</c>.</summary>
    public string? AspectRatio { get; init; }

    /// <summary>Whole seconds, as digits.</summary>
    public string? Duration { get; init; }

    /// <summary>Whether a watermarked twin is wanted.</summary>
    public NewWatermark? WatermarkInfo { get; init; }

    /// <summary>Where changes of status are POSTed to.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>Your own id, unique per account.</summary>
    public string? ExternalTaskId { get; init; }

    /// <summary>These shots, numbered from 1, and <see cref="Duration"/> as their sum.</summary>
    /// <param name="shots">Whole seconds and a prompt each.</param>
    public NewVideo WithShots(params IEnumerable<(int Seconds, string Prompt)> shots)
    {
        NewShot[] numbered = [.. shots.Select((shot, i) => new NewShot(i + 1, shot.Prompt, shot.Seconds.ToString(CultureInfo.InvariantCulture)))];
        return this with
        {
            MultiShot = true,
            ShotType = "customize",
            MultiPrompt = numbered,
            Duration = numbered.Sum(shot => int.Parse(shot.Duration, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The body as UTF-8 JSON.</summary>
    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, NewVideoContext.Default.NewVideo);
}

/// <summary>One shot: its number from 1, its prompt, its whole seconds as digits.</summary>
public sealed record NewShot(int Index, string Prompt, string Duration);

/// <summary>One picture: an http(s) URL or Base64. <paramref name="Type"/>: null (a reference), <c>first_frame</c> or <c>end_frame</c>.</summary>
public sealed record NewImage(string ImageUrl, string? Type = null)
{
    /// <summary>The picture that the film begins with.</summary>
    public static NewImage FirstFrame(string imageUrl) => new(imageUrl, "first_frame");

    /// <summary>The picture that the film ends with.</summary>
    public static NewImage EndFrame(string imageUrl) => new(imageUrl, "end_frame");
}

/// <summary>One element, by its decimal digits.</summary>
public sealed record NewElement(string ElementId);

/// <summary>One film by URL. <paramref name="ReferType"/>: <c>feature</c> or <c>base</c>; <paramref name="KeepOriginalSound"/>: <c>yes</c> or <c>no</c>.</summary>
public sealed record NewVideoInput(string VideoUrl, string? ReferType = null, string? KeepOriginalSound = null);

/// <summary>Whether a watermarked twin is wanted.</summary>
public sealed record NewWatermark(bool Enabled);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NewVideo))]
[JsonSerializable(typeof(NewCustomElement))]
[JsonSerializable(typeof(NewSimpleElement))]
internal sealed partial class NewVideoContext : JsonSerializerContext;
