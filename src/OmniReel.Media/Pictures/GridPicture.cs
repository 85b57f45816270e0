namespace OmniReel.Media.Pictures;

/// <summary>What a picture looks like at the points of a grid: means around each, 0 to 255.</summary>
internal sealed class GridPicture
{
    public GridPicture(Still still, Grid grid)
    {
        Grid = grid;
        Luma = Means(still.Luma, grid, grid.Cell);
        U = Means(still.U, grid, grid.Cell / 2);
        V = Means(still.V, grid, grid.Cell / 2);
        Texture = Roughness(still.Luma, grid);
    }

    public Grid Grid { get; }

    public float[] Luma { get; }

    public float[] U { get; }

    public float[] V { get; }

    /// <summary>Mean step of luma across and down around each point: 0 is plain, above 8 is rough.</summary>
    public (float[] Across, float[] Down) Texture { get; }

    private static float[] Means(Plane plane, Grid grid, int cell)
    {
        var means = new float[grid.Count];
        var share = 1f / (cell * cell);
        Parallel.For(0, grid.Rows, row =>
        {
            var top = Math.Min(row * cell, plane.Height) + plane.Rim - cell / 2;
            for (var column = 0; column < grid.Columns; column++)
            {
                var left = Math.Min(column * cell, plane.Width) + plane.Rim - cell / 2;
                var sum = 0;
                for (var y = 0; y < cell; y++)
                {
                    foreach (var sample in plane.Bytes.AsSpan((top + y) * plane.Stride + left, cell))
                        sum += sample;
                }

                means[row * grid.Columns + column] = sum * share;
            }
        });
        return means;
    }

    private static (float[] Across, float[] Down) Roughness(Plane plane, Grid grid)
    {
        float[] across = new float[grid.Count], down = new float[grid.Count];
        var cell = grid.Cell;
        var share = 1f / (cell * cell);
        Parallel.For(0, grid.Rows, row =>
        {
            var top = Math.Min(row * cell, plane.Height) + plane.Rim - cell / 2;
            for (var column = 0; column < grid.Columns; column++)
            {
                var left = Math.Min(column * cell, plane.Width) + plane.Rim - cell / 2;
                int wide = 0, tall = 0;
                for (var y = 0; y < cell; y++)
                {
                    var line = plane.Bytes.AsSpan((top + y) * plane.Stride + left, cell + 1);
                    var next = plane.Bytes.AsSpan((top + y + 1) * plane.Stride + left, cell);
                    for (var x = 0; x < cell; x++)
                    {
                        wide += Math.Abs(line[x + 1] - line[x]);
                        tall += Math.Abs(next[x] - line[x]);
                    }
                }

                across[row * grid.Columns + column] = wide * share;
                down[row * grid.Columns + column] = tall * share;
            }
        });
        return (across, down);
    }
}
