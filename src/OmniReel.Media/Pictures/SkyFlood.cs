namespace OmniReel.Media.Pictures;

/// <summary>The sky: what is smooth, of a sky's colours, and hangs together from the upper edge down.</summary>
internal static class SkyFlood
{
    /// <param name="named">The prompt speaks of it, so that any colour may be it: sunsets.</param>
    /// <returns>1 at each point of it.</returns>
    public static float[] Of(GridPicture picture, bool named)
    {
        var grid = picture.Grid;
        var mask = new float[grid.Count];
        var open = new Queue<int>();
        for (var x = 0; x < grid.Columns; x++)
            Visit(x, x);
        if (open.Count < 0.3f * grid.Columns)
            return new float[grid.Count];
        while (open.TryDequeue(out var at))
        {
            int x = at % grid.Columns, y = at / grid.Columns;
            if (x > 0)
                Visit(at - 1, at);
            if (x < grid.Columns - 1)
                Visit(at + 1, at);
            if (y < 0.7f * grid.Rows)
                Visit(at + grid.Columns, at);
        }

        return mask;

        void Visit(int at, int from)
        {
            if (mask[at] > 0 || !IsSky(picture, at, named) || Salience.Distance(Salience.Color(picture, at), Salience.Color(picture, from)) > 14)
                return;
            mask[at] = 1;
            open.Enqueue(at);
        }
    }

    private static bool IsSky(GridPicture p, int at, bool named)
    {
        if (p.Texture.Across[at] + p.Texture.Down[at] > 11)
            return false;
        var isBlue = p.U[at] > 133 && p.V[at] < 130 && p.Luma[at] > 40;
        var isCloud = p.Luma[at] > 120 && Math.Abs(p.U[at] - 128) < 14 && Math.Abs(p.V[at] - 128) < 14;
        return isBlue || isCloud || named;
    }
}
