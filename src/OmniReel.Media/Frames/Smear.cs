namespace OmniReel.Media.Frames;

/// <summary>
/// The streaks of a frame that a camera is turned over while it is exposed: each pixel becomes the mean of those along the movement.
/// In place; integer sums, so the bytes follow from the frame and the length alone. One per thread.
/// </summary>
internal sealed unsafe class Smear
{
    private uint[] _line = [];

    /// <param name="across">Pixels that the picture goes to the side while it is exposed; of this and <paramref name="down"/> the longer counts.</param>
    /// <param name="down">Pixels that it goes up or down.</param>
    public void Over(PixelBlock frame, float across, float down)
    {
        var reach = (int)(Math.Max(MathF.Abs(across), MathF.Abs(down)) / 2);
        if (reach < 1)
            return;
        if (_line.Length < Math.Max(frame.Width, frame.Height))
            _line = new uint[Math.Max(frame.Width, frame.Height)];
        if (MathF.Abs(across) >= MathF.Abs(down))
        {
            for (var y = 0; y < frame.Height; y++)
                Line(frame.Row(y), 1, frame.Width, reach);
        }
        else
        {
            for (var x = 0; x < frame.Width; x++)
                Line(frame.Row(0) + x, frame.Width, frame.Height, reach);
        }
    }

    /// <summary>A running mean over twice the reach and one; beyond the ends the last pixel goes on.</summary>
    private void Line(uint* first, int stride, int count, int reach)
    {
        for (var i = 0; i < count; i++)
            _line[i] = first[(nint)i * stride];
        uint span = (uint)(2 * reach + 1), factor = (1u << 20) / span;
        // Blue and red, and green and alpha, in the halves of one integer: sums of up to some thousand bytes fit.
        ulong even = 0, odd = 0;
        for (var i = -reach - 1; i < reach; i++)
        {
            even += Even(At(i));
            odd += Odd(At(i));
        }

        for (var i = 0; i < count; i++)
        {
            uint come = At(i + reach), gone = At(i - reach - 1);
            even += Even(come) - Even(gone);
            odd += Odd(come) - Odd(gone);
            first[(nint)i * stride] = Mean(even, factor) | Mean(odd, factor) << 8;
        }

        uint At(int i) => _line[Math.Clamp(i, 0, count - 1)];
    }

    private static ulong Even(uint pixel) => pixel & 0xFF | (ulong)(pixel & 0xFF0000) << 16;

    private static ulong Odd(uint pixel) => Even(pixel >> 8);

    private static uint Mean(ulong sums, uint factor) =>
        (uint)(((sums & 0xFFFFFFFF) * factor + (1 << 19)) >> 20) | (uint)(((sums >> 32) * factor + (1 << 19)) >> 20) << 16;
}
