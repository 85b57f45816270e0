using OmniReel.Media.Plans;

namespace OmniReel.Media.References;

/// <summary>Counts light and colour, whatever they are seen in.</summary>
internal sealed class ToneTally
{
    /// <summary>Shares of the picture that are darker than the lumas of <see cref="Tones"/>.</summary>
    private static readonly double[] s_shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    private readonly long[] _counts = new long[256], _blue = new long[256], _red = new long[256];
    private double _chroma;
    private long _count;

    public void Add(byte luma, byte blue, byte red)
    {
        _counts[luma]++;
        _blue[luma] += blue;
        _red[luma] += red;
        int u = blue - 128, v = red - 128;
        _chroma += Math.Sqrt(u * u + v * v);
        _count++;
    }

    public void Add(Glance frame)
    {
        for (var i = 0; i < Glance.Count; i++)
            Add(frame.Luma[i], frame.Blue[i], frame.Red[i]);
    }

    public int MeanLuma
    {
        get
        {
            long sum = 0;
            for (var i = 0; i < 256; i++)
                sum += i * _counts[i];
            return (int)(sum / Math.Max(1, _count));
        }
    }

    /// <summary>Of all that was added, which is something.</summary>
    public Tones Tones()
    {
        int[] lumas = [.. s_shares.Select(LumaAt)], blue = new int[3], red = new int[3];
        for (var third = 0; third < 3; third++)
            (blue[third], red[third]) = Mean(third / 3.0, (third + 1) / 3.0);
        return new Tones(lumas, blue, red, (int)Math.Round(_chroma / _count));
    }

    private int LumaAt(double share)
    {
        long below = 0;
        for (var luma = 0; luma < 256; luma++)
        {
            below += _counts[luma];
            if (below > share * _count)
                return luma;
        }

        return 255;
    }

    /// <summary>Of what is darker than one share and lighter than another; a luma that lies on both sides counts in parts.</summary>
    private (int Blue, int Red) Mean(double from, double to)
    {
        double below = 0, weights = 0, blue = 0, red = 0;
        for (var luma = 0; luma < 256; luma++)
        {
            if (_counts[luma] == 0)
                continue;
            var inside = Math.Min(below + _counts[luma], to * _count) - Math.Max(below, from * _count);
            below += _counts[luma];
            if (inside <= 0)
                continue;
            weights += inside;
            blue += inside * _blue[luma] / _counts[luma];
            red += inside * _red[luma] / _counts[luma];
        }

        return weights > 0 ? ((int)Math.Round(blue / weights), (int)Math.Round(red / weights)) : (128, 128);
    }
}
