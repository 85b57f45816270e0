namespace OmniReel.Media.Audio.Signals;

/// <summary>Two channels of one length at <see cref="SoundFormat.Rate"/>; full scale is ±1.</summary>
internal sealed class Stereo(int length)
{
    public float[] Left { get; } = new float[length];

    public float[] Right { get; } = new float[length];

    public int Length => Left.Length;

    /// <summary>Adds one sample; what lies outside is dropped.</summary>
    public void Add(int at, float left, float right)
    {
        if ((uint)at >= (uint)Left.Length)
            return;
        Left[at] += left;
        Right[at] += right;
    }

    /// <summary>Adds all of <paramref name="other"/>, from <paramref name="at"/> on.</summary>
    public void Add(Stereo other, float gain, int at = 0)
    {
        var from = Math.Max(0, -at);
        var to = Math.Min(other.Length, Length - at);
        for (var i = from; i < to; i++)
        {
            Left[at + i] += other.Left[i] * gain;
            Right[at + i] += other.Right[i] * gain;
        }
    }

    public void Scale(float gain)
    {
        foreach (var channel in (float[][])[Left, Right])
        {
            for (var i = 0; i < channel.Length; i++)
                channel[i] *= gain;
        }
    }

    /// <summary>Fades the ends in and out along half a cosine, in samples.</summary>
    public void Fade(int rise, int fall)
    {
        for (var i = 0; i < Length; i++)
        {
            var gain = Math.Min(Slope(i, rise), Slope(Length - 1 - i, fall));
            Left[i] *= gain;
            Right[i] *= gain;
        }

        static float Slope(int at, int length) => at >= length ? 1 : (float)(0.5 - 0.5 * Math.Cos(Math.PI * at / length));
    }
}
