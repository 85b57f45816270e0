using System.Globalization;
using System.Text.Json;

namespace OmniReel.Testing;

/// <summary>What ffprobe finds in a film, every frame decoded.</summary>
public sealed record Probe(string Codec, string PixelFormat, int Width, int Height, string Rate, int Frames, bool HasSound)
{
    public static async Task<Probe> ReadAsync(string path)
    {
        var said = await RunningProgram.RunAsync("ffprobe", ["-v", "error", "-count_frames", "-show_streams", "-of", "json", path]);
        if (said.Code != 0 || said.Error.Length > 0)
            throw new InvalidOperationException($"{path} does not play: {said.Error}");
        using var found = JsonDocument.Parse(said.Output);
        var streams = found.RootElement.GetProperty("streams").EnumerateArray().ToList();
        var video = streams.Single(s => Text(s, "codec_type") == "video");
        return new Probe(Text(video, "codec_name"), Text(video, "pix_fmt"), video.GetProperty("width").GetInt32(), video.GetProperty("height").GetInt32(),
            Text(video, "r_frame_rate"), int.Parse(Text(video, "nb_read_frames"), CultureInfo.InvariantCulture), streams.Any(s => Text(s, "codec_type") == "audio"));
    }

    private static string Text(JsonElement stream, string name) => stream.GetProperty(name).GetString()!;
}
