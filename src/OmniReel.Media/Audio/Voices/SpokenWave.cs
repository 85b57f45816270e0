using System.Buffers.Binary;

namespace OmniReel.Media.Audio.Voices;

/// <summary>A WAV file of one channel and 16 bits, as a voice writes it into a pipe: its lengths are not to be trusted.</summary>
internal static class SpokenWave
{
    private const int HeaderLength = 44, RateAt = 24;
    private const float Quiet = 0.004f;

    /// <returns>Samples at <see cref="SoundFormat.Rate"/>, silence around them taken away; null for a file that is none or holds silence only.</returns>
    public static float[]? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength || !file.StartsWith("RIFF"u8))
            return null;
        var rate = BinaryPrimitives.ReadInt32LittleEndian(file[RateAt..]);
        if (rate is < 8000 or > 96_000)
            return null;
        var data = file[HeaderLength..];
        var samples = new float[data.Length / 2];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(data[(2 * i)..]) / 32768f;
        var first = Array.FindIndex(samples, x => Math.Abs(x) > Quiet);
        if (first < 0)
            return null;
        var last = Array.FindLastIndex(samples, x => Math.Abs(x) > Quiet);
        var around = rate / 50;
        first = Math.Max(0, first - around);
        return Resampler.To48k(samples.AsSpan(first, Math.Min(samples.Length, last + around) - first), rate);
    }
}
