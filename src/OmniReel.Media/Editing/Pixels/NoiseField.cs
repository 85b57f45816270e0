namespace OmniReel.Media.Editing.Pixels;

/// <summary>Smooth noise that is the same every time, for paper, clouds and dry brushes: 0 to 1, about 0.5 in the mean.</summary>
internal static unsafe class NoiseField
{
    /// <summary>A frame of it.</summary>
    /// <param name="grain">Pixels from one hill to the next in the coarsest octave.</param>
    /// <param name="octaves">Each half as coarse and half as high as the one before it.</param>
    /// <param name="stretch">How many times longer hills are across than down.</param>
    public static Plane Of(int width, int height, float grain, int octaves, uint salt, float stretch = 1)
    {
        var plane = new Plane(width, height);
        Parallel.For(0, height, y =>
        {
            var row = plane.Row(y);
            for (var x = 0; x < width; x++)
                row[x] = At(x / (grain * stretch), y / grain, octaves, salt);
        });
        plane.Extend();
        return plane;
    }

    /// <summary>At one place, whose unit is the coarsest hill.</summary>
    public static float At(float x, float y, int octaves, uint salt)
    {
        float sum = 0, height = 0.5f, total = 0;
        for (var i = 0; i < octaves; i++)
        {
            sum += Smooth(x, y, salt + (uint)i * 101) * height;
            total += height;
            (x, y, height) = (x * 2.03f + 17, y * 2.03f + 5, height * 0.5f);
        }

        return sum / total;
    }

    /// <summary>A number of 0 to 1 for a place on the grid.</summary>
    public static float Hash(int x, int y, uint salt)
    {
        var mixed = unchecked((uint)x * 0x9E3779B9u ^ (uint)y * 0x85EBCA6Bu ^ salt * 0xC2B2AE35u);
        mixed = unchecked((mixed ^ mixed >> 15) * 0x2C1B3C6Du);
        mixed = unchecked((mixed ^ mixed >> 12) * 0x297A2D39u);
        return ((mixed ^ mixed >> 15) >> 8) / (float)(1 << 24);
    }

    private static float Smooth(float x, float y, uint salt)
    {
        float left = MathF.Floor(x), top = MathF.Floor(y);
        int column = (int)left, row = (int)top;
        float u = x - left, v = y - top;
        u = u * u * (3 - 2 * u);
        v = v * v * (3 - 2 * v);
        var above = Hash(column, row, salt) * (1 - u) + Hash(column + 1, row, salt) * u;
        var below = Hash(column, row + 1, salt) * (1 - u) + Hash(column + 1, row + 1, salt) * u;
        return above * (1 - v) + below * v;
    }
}
