using OmniReel.Media.Encoding.Sandboxes;

namespace OmniReel.Media.Encoding.Probing;

/// <summary>The sound of a film.</summary>
/// <param name="Codec">ffmpeg's name of it.</param>
/// <param name="FilmStart">Seconds of the file's clock at which its first picture is shown.</param>
/// <param name="Start">Likewise, where the sound begins.</param>
/// <param name="End">Likewise, where it ends.</param>
/// <param name="PacketSeconds">How long its packets sound.</param>
public sealed record SoundFacts(string Codec, double FilmStart, double Start, double End, double PacketSeconds);

/// <summary>Finds out what sound a film has and when.</summary>
/// <param name="program">Name or path of ffprobe.</param>
public sealed class SoundProbe(Sandbox sandbox, string program = "ffprobe")
{
    private const string Entries = "format=start_time:stream=index,codec_name,codec_type,start_time:packet=stream_index,pts_time,duration_time";

    private static readonly SandboxCaps s_caps = new(TimeSpan.FromSeconds(9), 4 << 20, SandboxCaps.DefaultMemory);

    /// <summary>The first sound track; null where there is none, or none that can be heard.</summary>
    /// <exception cref="SandboxException">The sandbox failed, not the film.</exception>
    /// <exception cref="FfmpegException">ffprobe is missing.</exception>
    public async Task<SoundFacts?> ReadAsync(string path, CancellationToken cancellation)
    {
        var outcome = await sandbox.RunAsync(program, path, name => [new AccountOf(Entries), new UntrustedFile(MediaFormat.Mp4, name)], s_caps, cancellation);
        if (outcome.IsStarved)
            throw SandboxException.Starved();
        return outcome.End == SandboxEnd.Done ? Find(FilmAccount.Read(outcome.Output)) : null;
    }

    private static SoundFacts? Find(FilmAccount account)
    {
        var sound = account.Streams?.FirstOrDefault(track => track.CodecType == "audio");
        var film = account.Streams?.FirstOrDefault(track => track.CodecType == "video");
        if (sound?.CodecName is not { } codec || film is null)
            return null;
        double begin = double.MaxValue, end = double.MinValue, first = double.MaxValue, longest = 0;
        foreach (var packet in account.Packets ?? [])
        {
            if (Numbers.Seconds(packet.PtsTime) is not { } shown)
                continue;
            if (packet.StreamIndex == film.Index)
                first = Math.Min(first, shown);
            if (packet.StreamIndex != sound.Index)
                continue;
            var length = Math.Max(0, Numbers.Seconds(packet.DurationTime) ?? 0);
            begin = Math.Min(begin, shown);
            end = Math.Max(end, shown + length);
            // The last packet may say that less of it counts.
            longest = Math.Max(longest, length);
        }

        return end > begin ? new(codec, first < double.MaxValue ? first : 0, begin, end, longest) : null;
    }
}
