namespace OmniReel.Media.Pictures;

/// <summary>Two pictures laid on each other: the flow both ways and, at each point, how sure it is, 0 to 1.</summary>
internal sealed class Correspondence
{
    /// <summary>Spread of a miss there and back (squared points of a grid of 320) and of a difference in level that still count as sure.</summary>
    private const float MissSpread = 6, LevelSpread = 800;

    private Correspondence(GridPicture first, GridPicture last)
    {
        Grid = first.Grid;
        Flow? ahead = null, back = null;
        Parallel.Invoke(
            () => ahead = OpticalFlow.Between(first.Luma, last.Luma, Grid.Columns, Grid.Rows),
            () => back = OpticalFlow.Between(last.Luma, first.Luma, Grid.Columns, Grid.Rows));
        (Ahead, Back) = (ahead!, back!);
        SureAhead = Sureness(Ahead, Back, first, last);
        SureBack = Sureness(Back, Ahead, last, first);
        Mean = (Weighed(SureAhead, first) + Weighed(SureBack, last)) / 2;
    }

    public Grid Grid { get; }

    /// <summary>From the first picture to the last.</summary>
    public Flow Ahead { get; }

    /// <summary>From the last picture to the first.</summary>
    public Flow Back { get; }

    public float[] SureAhead { get; }

    public float[] SureBack { get; }

    /// <summary>How sure the whole is; what is plain counts little, for it is alike anywhere.</summary>
    public double Mean { get; }

    public static Correspondence Of(GridPicture first, GridPicture last) => new(first, last);

    private static float[] Sureness(Flow flow, Flow other, GridPicture from, GridPicture to)
    {
        var grid = from.Grid;
        var sure = new float[grid.Count];
        var scale = 320f / grid.Longer;
        Parallel.For(0, grid.Rows, y =>
        {
            for (int x = 0, at = y * grid.Columns; x < grid.Columns; x++, at++)
            {
                float tx = x + flow.Across[at], ty = y + flow.Down[at];
                float missX = flow.Across[at] + grid.Sample(other.Across, tx, ty), missY = flow.Down[at] + grid.Sample(other.Down, tx, ty);
                float luma = grid.Sample(to.Luma, tx, ty) - from.Luma[at];
                float u = grid.Sample(to.U, tx, ty) - from.U[at], v = grid.Sample(to.V, tx, ty) - from.V[at];
                var miss = (missX * missX + missY * missY) * scale * scale / MissSpread;
                sure[at] = Falling(miss + (luma * luma + 2 * (u * u + v * v)) / LevelSpread);
            }
        });
        var scratch = new float[grid.Count];
        for (var round = 0; round < 2; round++)
            grid.Blur(sure, Math.Max(1, grid.Longer / 80), scratch);
        return sure;
    }

    /// <summary>Much like an exponential, in arithmetic that no two machines round differently.</summary>
    private static float Falling(float x) => 1 / (1 + x * (1 + x * (0.5f + x * (1 / 6f))));

    private static double Weighed(float[] sure, GridPicture picture)
    {
        var (across, down) = picture.Texture;
        double sum = 0, weights = 0;
        for (var i = 0; i < sure.Length; i++)
        {
            var weight = 0.15 + Math.Min(1, (across[i] + down[i]) / 12);
            sum += weight * sure[i];
            weights += weight;
        }

        return sum / weights;
    }
}
