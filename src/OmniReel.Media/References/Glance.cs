using OmniReel.Media.Frames;

namespace OmniReel.Media.References;

/// <summary>What is kept of one small frame: samples on a grid, for its colours, and means around them, for what changes.</summary>
internal sealed class Glance
{
    public const int Columns = 32, Rows = 18, Count = Columns * Rows;

    /// <param name="step">How the scene moved from the frame before to this one.</param>
    public Glance(I420Frame frame, Step step)
    {
        Step = step;
        int half = frame.Width / 2, at = 0;
        for (var row = 0; row < Rows; row++)
        {
            int top = row * frame.Height / Rows, bottom = (row + 1) * frame.Height / Rows;
            for (var column = 0; column < Columns; column++, at++)
            {
                int left = column * frame.Width / Columns, right = (column + 1) * frame.Width / Columns;
                int x = (left + right) / 2, y = (top + bottom) / 2, chroma = Math.Min(y / 2, frame.Height / 2 - 1) * half + Math.Min(x / 2, half - 1);
                (Luma[at], Blue[at], Red[at]) = (frame.Bytes[y * frame.Width + x], frame.Bytes[frame.UStart + chroma], frame.Bytes[frame.VStart + chroma]);
                Means[at] = Mean(frame, left, Math.Max(right, left + 1), top, Math.Max(bottom, top + 1));
            }
        }
    }

    /// <summary>Samples, 16 to 235.</summary>
    public byte[] Luma { get; } = new byte[Count];

    /// <summary>Samples of the blue difference, 16 to 240 about 128.</summary>
    public byte[] Blue { get; } = new byte[Count];

    /// <summary>Samples of the red difference likewise.</summary>
    public byte[] Red { get; } = new byte[Count];

    /// <summary>Mean luma around each sample.</summary>
    public byte[] Means { get; } = new byte[Count];

    public Step Step { get; }

    /// <summary>Levels by which two frames differ on average, colour included.</summary>
    public double Change(Glance other)
    {
        var sum = 0;
        for (var i = 0; i < Count; i++)
            sum += 2 * Math.Abs(Means[i] - other.Means[i]) + Math.Abs(Blue[i] - other.Blue[i]) + Math.Abs(Red[i] - other.Red[i]);
        return sum / (2.0 * Count);
    }

    /// <summary>How far the colours differ, wherever they are: 0 to 1.</summary>
    public double ColorChange(Glance other)
    {
        Span<int> lumas = stackalloc int[16], colors = stackalloc int[64];
        lumas.Clear();
        colors.Clear();
        for (var i = 0; i < Count; i++)
        {
            lumas[Luma[i] >> 4]++;
            lumas[other.Luma[i] >> 4]--;
            colors[(Blue[i] >> 5) * 8 + (Red[i] >> 5)]++;
            colors[(other.Blue[i] >> 5) * 8 + (other.Red[i] >> 5)]--;
        }

        var sum = 0;
        foreach (var left in lumas)
            sum += Math.Abs(left);
        foreach (var left in colors)
            sum += Math.Abs(left);
        return sum / (4.0 * Count);
    }

    private static byte Mean(I420Frame frame, int left, int right, int top, int bottom)
    {
        var sum = 0;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
                sum += frame.Bytes[y * frame.Width + x];
        }

        return (byte)(sum / ((right - left) * (bottom - top)));
    }
}

/// <summary>How the scene moves before the camera from one frame to the next.</summary>
/// <param name="X">To the right, as a share of the frame's width.</param>
/// <param name="Y">Down, as a share of the frame's width.</param>
/// <param name="Grow">How much larger it becomes: 0.01 is a hundredth.</param>
internal readonly record struct Step(double X, double Y, double Grow)
{
    public static Step None => default;
}
