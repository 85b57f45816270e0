namespace OmniReel.Media.Pictures;

/// <summary>A subject before a plain ground: the only case where a cut-out is sure. Alpha comes as such a ground, for it lies over white.</summary>
internal sealed class PlainGround
{
    private readonly Grid _grid;

    private PlainGround(Grid grid, float[] subject, float[] luma, float[] u, float[] v) => (_grid, Subject, Luma, U, V) = (grid, subject, luma, u, v);

    /// <summary>1 at points of the subject.</summary>
    public float[] Subject { get; }

    /// <summary>The ground everywhere, carried on behind the subject.</summary>
    public float[] Luma { get; }

    /// <inheritdoc cref="Luma"/>
    public float[] U { get; }

    /// <inheritdoc cref="Luma"/>
    public float[] V { get; }

    /// <summary>Null where the ground is not plain, or nothing that hangs together stands before it.</summary>
    public static PlainGround? Find(GridPicture picture)
    {
        var grid = picture.Grid;
        var (ground, reached) = Flood(picture);
        if (reached < 0.72f)
            return null;
        var subject = Array.ConvertAll(ground, isGround => isGround ? 0f : 1f);
        var share = subject.Average();
        if (share is < 0.02f or > 0.62f || !HangsTogether(subject, grid) || Contrast(picture, ground) < 30)
            return null;
        return new PlainGround(grid, subject, Behind(picture.Luma, ground, grid), Behind(picture.U, ground, grid), Behind(picture.V, ground, grid));
    }

    /// <summary>The largest plain piece that the frame's edge is of, and its share of that edge. Pieces of several colours are a scene, no ground.</summary>
    private static (bool[] Ground, float Reached) Flood(GridPicture picture)
    {
        var edge = Salience.Edge(picture.Grid).ToList();
        var seen = new bool[picture.Grid.Count];
        (bool[] Ground, float Reached) best = ([], 0);
        foreach (var start in edge.Where(at => Rough(picture, at) < 2.2f))
        {
            if (seen[start])
                continue;
            var ground = From(picture, start, seen);
            var reached = edge.Count(at => ground[at]) / (float)edge.Count;
            if (reached > best.Reached)
                best = (ground, reached);
            // What is left cannot hold more of the edge.
            if (best.Reached > 0.5f)
                break;
        }

        return best;
    }

    private static bool[] From(GridPicture picture, int start, bool[] seen)
    {
        var grid = picture.Grid;
        var ground = new bool[grid.Count];
        var open = new Queue<int>();
        ground[start] = seen[start] = true;
        open.Enqueue(start);
        while (open.TryDequeue(out var at))
        {
            int x = at % grid.Columns, y = at / grid.Columns;
            if (x > 0)
                Visit(at - 1);
            if (x < grid.Columns - 1)
                Visit(at + 1);
            if (y > 0)
                Visit(at - grid.Columns);
            if (y < grid.Rows - 1)
                Visit(at + grid.Columns);

            void Visit(int next)
            {
                if (ground[next] || Rough(picture, next) > 3 || Salience.Distance(Salience.Color(picture, next), Salience.Color(picture, at)) > 5)
                    return;
                ground[next] = seen[next] = true;
                open.Enqueue(next);
            }
        }

        return ground;
    }

    private static float Rough(GridPicture picture, int at) => picture.Texture.Across[at] + picture.Texture.Down[at];

    private static bool HangsTogether(float[] subject, Grid grid)
    {
        var seen = new bool[subject.Length];
        int largest = 0, all = 0;
        var open = new Stack<int>();
        for (var start = 0; start < subject.Length; start++)
        {
            if (seen[start] || subject[start] == 0)
                continue;
            var size = 0;
            Push(start);
            while (open.TryPop(out var at))
            {
                size++;
                int x = at % grid.Columns, y = at / grid.Columns;
                if (x > 0)
                    Push(at - 1);
                if (x < grid.Columns - 1)
                    Push(at + 1);
                if (y > 0)
                    Push(at - grid.Columns);
                if (y < grid.Rows - 1)
                    Push(at + grid.Columns);
            }

            all += size;
            largest = Math.Max(largest, size);
        }

        return largest > 0.8f * all;

        void Push(int at)
        {
            if (seen[at] || subject[at] == 0)
                return;
            seen[at] = true;
            open.Push(at);
        }
    }

    /// <summary>Between both sides of the outline, three points apart.</summary>
    private static float Contrast(GridPicture picture, bool[] ground)
    {
        var grid = picture.Grid;
        double sum = 0;
        var count = 0;
        for (var y = 0; y < grid.Rows; y++)
        {
            for (var x = 2; x < grid.Columns - 2; x++)
            {
                var at = y * grid.Columns + x;
                if (ground[at] == ground[at + 1])
                    continue;
                sum += Salience.Distance(Salience.Color(picture, at - 1), Salience.Color(picture, at + 2));
                count++;
            }
        }

        return count == 0 ? 0 : (float)(sum / count);
    }

    /// <summary>Ground carried on: ever wider means of what is known, until all is.</summary>
    private static float[] Behind(float[] seen, bool[] ground, Grid grid)
    {
        float[] sum = new float[grid.Count], weight = new float[grid.Count], filled = new float[grid.Count], scratch = new float[grid.Count];
        var known = new bool[grid.Count];
        for (var i = 0; i < filled.Length; i++)
        {
            if (ground[i])
                (filled[i], known[i]) = (seen[i], true);
        }

        for (var radius = 2; radius < grid.Longer; radius *= 2)
        {
            for (var i = 0; i < sum.Length; i++)
                (sum[i], weight[i]) = ground[i] ? (seen[i], 1) : (0, 0);
            grid.Blur(sum, radius, scratch);
            grid.Blur(weight, radius, scratch);
            for (var i = 0; i < filled.Length; i++)
            {
                if (!known[i] && weight[i] > 0.02f)
                    (filled[i], known[i]) = (sum[i] / weight[i], true);
            }
        }

        // Rings of one radius after the other would show as steps.
        var smooth = (float[])filled.Clone();
        for (var round = 0; round < 2; round++)
            grid.Blur(smooth, 4, scratch);
        for (var i = 0; i < filled.Length; i++)
            filled[i] = ground[i] ? filled[i] : smooth[i];
        return filled;
    }
}
