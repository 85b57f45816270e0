namespace OmniReel.Media.Pictures;

/// <summary>A coarse grid over a frame: what moves and how far is reckoned at its points, and between them evenly.</summary>
/// <param name="Cell">Pixels from one point to the next, a multiple of 4.</param>
/// <param name="Columns">Points across; the last lies at the frame's edge or beyond.</param>
/// <param name="Rows">Points down.</param>
internal readonly record struct Grid(int Cell, int Columns, int Rows)
{
    /// <summary>Points along the longer side of the finest grid.</summary>
    private const int MostPoints = 488;

    public int Count => Columns * Rows;

    /// <summary>Points along the longer side.</summary>
    public int Longer => Math.Max(Columns, Rows);

    public static Grid Over(int width, int height, int most = MostPoints)
    {
        var cell = 4;
        while (Math.Max(width, height) / cell > most)
            cell += 4;
        return new Grid(cell, (width + cell - 1) / cell + 1, (height + cell - 1) / cell + 1);
    }

    /// <summary>Between points, evenly; outside, as at the edge.</summary>
    public float Sample(float[] field, float x, float y)
    {
        x = Math.Clamp(x, 0, Columns - 1);
        y = Math.Clamp(y, 0, Rows - 1);
        int column = Math.Min((int)x, Columns - 2), row = Math.Min((int)y, Rows - 2), at = row * Columns + column;
        float fx = x - column, fy = y - row;
        var above = field[at] + (field[at + 1] - field[at]) * fx;
        var below = field[at + Columns] + (field[at + Columns + 1] - field[at + Columns]) * fx;
        return above + (below - above) * fy;
    }

    /// <summary>Mean over a square of 2·<paramref name="radius"/>+1 points, in place; edges are repeated.</summary>
    public void Blur(float[] field, int radius, float[] scratch)
    {
        var share = 1f / (2 * radius + 1);
        for (var y = 0; y < Rows; y++)
        {
            int row = y * Columns, last = row + Columns - 1;
            var sum = field[row] * radius;
            for (var k = 0; k <= radius; k++)
                sum += field[Math.Min(row + k, last)];
            for (var x = row; x <= last; x++)
            {
                scratch[x] = sum * share;
                sum += field[Math.Min(x + radius + 1, last)] - field[Math.Max(x - radius, row)];
            }
        }

        // Down all columns at once, row by row: memory is read as it lies.
        var sums = new float[Columns];
        for (var x = 0; x < Columns; x++)
        {
            sums[x] = scratch[x] * radius;
            for (var k = 0; k <= radius; k++)
                sums[x] += scratch[Math.Min(k, Rows - 1) * Columns + x];
        }

        for (var y = 0; y < Rows; y++)
        {
            int row = y * Columns, next = Math.Min(y + radius + 1, Rows - 1) * Columns, gone = Math.Max(y - radius, 0) * Columns;
            for (var x = 0; x < Columns; x++)
            {
                field[row + x] = sums[x] * share;
                sums[x] += scratch[next + x] - scratch[gone + x];
            }
        }
    }
}
