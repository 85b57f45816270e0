namespace OmniReel.Media.Pictures;

/// <summary>Soft, slow unevenness over a grid, 0 to 1.</summary>
internal static class Cloud
{
    private const int Lumps = 7;

    public static float[] Of(Grid grid, ulong seed)
    {
        var field = new float[grid.Count];
        for (var y = 0; y < grid.Rows; y++)
        {
            for (var x = 0; x < grid.Columns; x++)
            {
                float u = x * (float)Lumps / grid.Longer, v = y * (float)Lumps / grid.Longer;
                field[y * grid.Columns + x] = 0.65f * At(u, v, seed) + 0.35f * At(2.3f * u + 11, 2.3f * v + 5, seed);
            }
        }

        return field;
    }

    private static float At(float x, float y, ulong seed)
    {
        int column = (int)x, row = (int)y;
        float fx = x - column, fy = y - row;
        fx *= fx * (3 - 2 * fx);
        fy *= fy * (3 - 2 * fy);
        var above = Value(column, row, seed) + (Value(column + 1, row, seed) - Value(column, row, seed)) * fx;
        var below = Value(column, row + 1, seed) + (Value(column + 1, row + 1, seed) - Value(column, row + 1, seed)) * fx;
        return above + (below - above) * fy;
    }

    private static float Value(int x, int y, ulong seed)
    {
        var mixed = unchecked((seed ^ (uint)x * 0x9E3779B97F4A7C15ul) * 0xBF58476D1CE4E5B9ul + (uint)y * 0x94D049BB133111EBul);
        mixed = unchecked((mixed ^ mixed >> 29) * 0xBF58476D1CE4E5B9ul);
        return (mixed >> 40) / (float)(1 << 24);
    }
}
