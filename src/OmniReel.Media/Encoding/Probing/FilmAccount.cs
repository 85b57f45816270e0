using System.Text.Json;
using System.Text.Json.Serialization;

namespace OmniReel.Media.Encoding.Probing;

/// <summary>ffprobe's JSON, as far as it is asked for. Every value may be missing or absurd.</summary>
internal sealed record FilmAccount(IReadOnlyList<TrackAccount>? Streams, ContainerAccount? Format, IReadOnlyList<PacketAccount>? Packets)
{
    /// <summary>What <see cref="Read"/> understands of a file.</summary>
    public const string Header =
        "format=duration:format_tags=major_brand:stream=index,codec_name,codec_type,codec_tag_string,width,height,sample_aspect_ratio,avg_frame_rate,duration"
        + ":stream_disposition=attached_pic:stream_tags=rotate:stream_side_data=rotation";

    /// <summary>Likewise of one track, frame by frame.</summary>
    public const string Times = "packet=pts_time,duration_time";

    /// <exception cref="UnreadableMediaException">It is not what ffprobe writes.</exception>
    public static FilmAccount Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, FilmAccountContext.Default.FilmAccount) ?? throw new UnreadableMediaException("nothing was said of it");
        }
        catch (JsonException e)
        {
            throw new UnreadableMediaException("what was said of it could not be read", e);
        }
    }
}

internal sealed record ContainerAccount(string? Duration, IReadOnlyDictionary<string, string>? Tags);

internal sealed record TrackAccount(
    int Index, string? CodecName, string? CodecType, string? CodecTagString, int Width, int Height, string? SampleAspectRatio, string? AvgFrameRate, string? Duration,
    IReadOnlyDictionary<string, int>? Disposition, IReadOnlyDictionary<string, string>? Tags, IReadOnlyList<SideAccount>? SideDataList);

internal sealed record SideAccount(double? Rotation);

internal sealed record PacketAccount(string? PtsTime, string? DurationTime, int StreamIndex = 0);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(FilmAccount))]
internal sealed partial class FilmAccountContext : JsonSerializerContext;
