namespace OmniReel.Media.Pictures;

/// <summary>
/// A field of numbers with room around it, so that vectors run over its rows without looking where they end: a row above and below, and
/// at least eight numbers at each side.
/// </summary>
internal sealed class PaddedField
{
    /// <summary>Numbers before the first of a row.</summary>
    public const int Margin = 8;

    public PaddedField(int width, int height)
    {
        (Width, Height) = (width, height);
        Stride = (width + 7) / 8 * 8 + 2 * Margin;
        Values = new float[Stride * (height + 2)];
    }

    public int Width { get; }

    public int Height { get; }

    public int Stride { get; }

    public float[] Values { get; }

    public int At(int x, int y) => (y + 1) * Stride + Margin + x;

    public static PaddedField Of(float[] field, int width, int height)
    {
        var padded = new PaddedField(width, height);
        for (var y = 0; y < height; y++)
            field.AsSpan(y * width, width).CopyTo(padded.Values.AsSpan(padded.At(0, y)));
        return padded;
    }

    public float[] Plain()
    {
        var field = new float[Width * Height];
        for (var y = 0; y < Height; y++)
            Values.AsSpan(At(0, y), Width).CopyTo(field.AsSpan(y * Width));
        return field;
    }

    /// <summary>Repeats the edges in the margin next to them.</summary>
    public void RepeatEdges()
    {
        for (var y = 0; y < Height; y++)
        {
            Values[At(-1, y)] = Values[At(0, y)];
            Values[At(Width, y)] = Values[At(Width - 1, y)];
        }

        Values.AsSpan(At(-Margin, 0), Stride).CopyTo(Values.AsSpan(At(-Margin, -1)));
        Values.AsSpan(At(-Margin, Height - 1), Stride).CopyTo(Values.AsSpan(At(-Margin, Height)));
    }

    /// <summary>Between numbers, evenly; outside, as at the edge.</summary>
    public float Sample(float x, float y)
    {
        x = Math.Clamp(x, 0, Width - 1);
        y = Math.Clamp(y, 0, Height - 1);
        int column = Math.Min((int)x, Math.Max(0, Width - 2)), row = Math.Min((int)y, Math.Max(0, Height - 2)), at = At(column, row);
        float fx = x - column, fy = y - row;
        var above = Values[at] + (Values[at + 1] - Values[at]) * fx;
        var below = Values[at + Stride] + (Values[at + Stride + 1] - Values[at + Stride]) * fx;
        return above + (below - above) * fy;
    }

    /// <summary>At half the size: binomial weights, so that nothing flickers.</summary>
    public PaddedField Half()
    {
        RepeatEdges();
        var half = new PaddedField((Width + 1) / 2, (Height + 1) / 2);
        for (var y = 0; y < half.Height; y++)
        {
            for (var x = 0; x < half.Width; x++)
            {
                var at = At(2 * x, 2 * y);
                half.Values[half.At(x, y)] = (Line(at - Stride) + 2 * Line(at) + Line(at + Stride)) * (1 / 16f);
            }
        }

        return half;
    }

    private float Line(int at) => Values[at - 1] + 2 * Values[at] + Values[at + 1];
}
