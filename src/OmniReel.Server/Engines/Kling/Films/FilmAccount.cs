using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Engines.Kling.Films;

/// <summary>The account of a bought film, as <c>data.omnireel.plan</c> shows it: where it came from, what was charged, and what the file is.</summary>
internal static class FilmAccount
{
    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(string connection, UpstreamReport report, FilmFile film)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, s_writing);
        json.WriteStartObject();
        json.WriteString("connection", connection);
        json.WriteStartObject("upstream");
        json.WriteString("task_id", report.UpstreamId);
        if (report.Reference is { } reference)
            json.WriteString("external_task_id", reference);
        json.WriteString("url", FilmLink.Bare(report.FilmUrl!));
        if (FilmLink.ExpiresAt(report.FilmUrl!) is { } end)
            json.WriteNumber("expires_at", end * 1000);
        if (report.Units is { } units)
            json.WriteString("units", Plain(units));
        if (report.Seconds is { } seconds)
            json.WriteString("duration", Plain(seconds));
        json.WriteEndObject();
        if (film.Facts is { } facts)
        {
            json.WriteStartObject("film");
            json.WriteString("codec", facts.Codec);
            json.WriteNumber("width", facts.Width);
            json.WriteNumber("height", facts.Height);
            json.WriteNumber("frame_rate", Math.Round(facts.FrameRate, 3));
            json.WriteNumber("seconds", Math.Round(facts.Seconds, 3));
            json.WriteBoolean("audio", facts.HasAudio);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Plain(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
