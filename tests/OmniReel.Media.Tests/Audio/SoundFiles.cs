using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using OmniReel.Media.Audio;
using OmniReel.Media.Audio.Signals;

namespace OmniReel.Media.Tests.Audio;

/// <summary>Sounds as files, and what ffmpeg's own meters say of them.</summary>
internal static partial class SoundFiles
{
    public static void Write(Stereo sound, string path)
    {
        var bytes = new byte[8 * sound.Length];
        for (var i = 0; i < sound.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8 * i), sound.Left[i]);
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8 * i + 4), sound.Right[i]);
        }

        File.WriteAllBytes(path, bytes);
    }

    /// <summary>Reads what <see cref="SoundStudio"/> writes.</summary>
    public static Stereo Read(string path) => Read(File.ReadAllBytes(path));

    /// <inheritdoc cref="Read(string)"/>
    public static Stereo Read(byte[] bytes)
    {
        var sound = new Stereo(bytes.Length / 4);
        for (var i = 0; i < sound.Length; i++)
        {
            sound.Left[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(4 * i)) / 32768f;
            sound.Right[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(4 * i + 2)) / 32768f;
        }

        return sound;
    }

    /// <summary>Integrated loudness in LUFS and true peak in dBTP by the filter ebur128.</summary>
    /// <param name="input">Words that open the input, its path last.</param>
    public static (double Loudness, double Peak) Measure(params string[] input)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-hide_banner", "-nostdin", .. input, "-af", "ebur128=peak=true", "-f", "null", "-"]) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        var summary = said[said.LastIndexOf("Summary:", StringComparison.Ordinal)..];
        return (Number(Integrated().Match(summary)), Number(Peak().Match(summary)));
    }

    public static string[] Raw(string path) => ["-f", "f32le", "-ar", "48000", "-ac", "2", "-i", path];

    private static double Number(Match match) => match.Groups[1].Value is "-inf" ? double.NegativeInfinity : double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"I:\s+(-?[\d.]+|-inf) LUFS")]
    private static partial Regex Integrated();

    [GeneratedRegex(@"Peak:\s+(-?[\d.]+|-inf) dBFS")]
    private static partial Regex Peak();
}
