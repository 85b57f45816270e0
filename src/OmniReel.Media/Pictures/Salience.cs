namespace OmniReel.Media.Pictures;

/// <summary>Where a subject probably is, 0 to 1 at each point of a grid: what has not the colours of the frame's edge, rather in the middle.</summary>
internal static class Salience
{
    private const int Colors = 6;
    private const float Alike = 12, Other = 45;

    public static float[] Of(GridPicture picture)
    {
        var grid = picture.Grid;
        var edge = EdgeColors(picture);
        var salience = new float[grid.Count];
        for (var y = 0; y < grid.Rows; y++)
        {
            for (var x = 0; x < grid.Columns; x++)
            {
                var at = y * grid.Columns + x;
                var distance = edge.Min(color => Distance(color, Color(picture, at)));
                float u = 2f * x / (grid.Columns - 1) - 1, v = 2f * y / (grid.Rows - 1) - 1.1f;
                var middle = Math.Max(0, 1 - 0.75f * (u * u + v * v));
                var rough = Math.Min(1, (picture.Texture.Across[at] + picture.Texture.Down[at]) / 24);
                salience[at] = middle * (0.75f * Step(Alike, Other, distance) + 0.25f * rough);
            }
        }

        var scratch = new float[grid.Count];
        for (var round = 0; round < 2; round++)
            grid.Blur(salience, Math.Max(1, grid.Longer / 60), scratch);
        var most = Math.Max(0.25f, salience.Max());
        for (var i = 0; i < salience.Length; i++)
            salience[i] = Step(0.25f, 0.75f, salience[i] / most);
        return salience;
    }

    /// <summary>0 below <paramref name="from"/>, 1 above <paramref name="to"/>, smooth between.</summary>
    public static float Step(float from, float to, float value)
    {
        var share = Math.Clamp((value - from) / (to - from), 0, 1);
        return share * share * (3 - 2 * share);
    }

    public static (float Y, float U, float V) Color(GridPicture picture, int at) => (picture.Luma[at], picture.U[at], picture.V[at]);

    public static float Distance((float Y, float U, float V) a, (float Y, float U, float V) b) =>
        MathF.Sqrt(0.5f * (a.Y - b.Y) * (a.Y - b.Y) + 2 * ((a.U - b.U) * (a.U - b.U) + (a.V - b.V) * (a.V - b.V)));

    /// <summary>The few colours that the frame's edge is of, by means of what is nearest to each.</summary>
    private static (float Y, float U, float V)[] EdgeColors(GridPicture picture)
    {
        var edge = Edge(picture.Grid).Select(at => Color(picture, at)).ToArray();
        var colors = Enumerable.Range(0, Colors).Select(i => edge[i * edge.Length / Colors]).ToArray();
        for (var round = 0; round < 5; round++)
        {
            var sums = new (float Y, float U, float V, int Count)[Colors];
            foreach (var color in edge)
            {
                var nearest = 0;
                for (var i = 1; i < Colors; i++)
                    nearest = Distance(colors[i], color) < Distance(colors[nearest], color) ? i : nearest;
                var sum = sums[nearest];
                sums[nearest] = (sum.Y + color.Y, sum.U + color.U, sum.V + color.V, sum.Count + 1);
            }

            for (var i = 0; i < Colors; i++)
                colors[i] = sums[i].Count == 0 ? colors[i] : (sums[i].Y / sums[i].Count, sums[i].U / sums[i].Count, sums[i].V / sums[i].Count);
        }

        return colors;
    }

    /// <summary>The points within a twentieth of the frame's edge.</summary>
    public static IEnumerable<int> Edge(Grid grid)
    {
        var rim = Math.Max(2, Math.Min(grid.Columns, grid.Rows) / 20);
        for (var y = 0; y < grid.Rows; y++)
        {
            for (var x = 0; x < grid.Columns; x++)
            {
                if (x < rim || y < rim || x >= grid.Columns - rim || y >= grid.Rows - rim)
                    yield return y * grid.Columns + x;
            }
        }
    }
}
