namespace OmniReel.Media.Pictures;

/// <summary>
/// The room that subjects take, as one soft round shape each: a subject that gives way piece by piece would stand there without a head.
/// </summary>
internal static class Outline
{
    /// <summary>Distances from the middle, in spreads: all within the first belongs to the subject, nothing beyond the second.</summary>
    private const float Inside = 2.0f, Outside = 2.9f;

    /// <summary>1 where either subject is.</summary>
    public static float[] Around(float[] one, float[] other, Grid grid)
    {
        float[] a = Around(one, grid), b = Around(other, grid);
        return [.. a.Zip(b, Math.Max)];
    }

    private static float[] Around(float[] salience, Grid grid)
    {
        double sum = 1e-6, mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
        for (var at = 0; at < salience.Length; at++)
        {
            double x = at % grid.Columns, y = at / grid.Columns, weight = salience[at] * salience[at];
            (sum, mx, my) = (sum + weight, mx + weight * x, my + weight * y);
            (xx, yy, xy) = (xx + weight * x * x, yy + weight * y * y, xy + weight * x * y);
        }

        (mx, my) = (mx / sum, my / sum);
        // Never so small that it is a spot, nor so large that it is the frame.
        double least = Square(0.05 * grid.Longer), most = Square(0.16 * grid.Longer);
        double vx = Math.Clamp(xx / sum - mx * mx, least, most), vy = Math.Clamp(yy / sum - my * my, least, 2 * most);
        var lean = Math.Clamp(xy / sum - mx * my, -0.6 * Math.Sqrt(vx * vy), 0.6 * Math.Sqrt(vx * vy));
        var share = 1 / (vx * vy - lean * lean);
        var room = new float[grid.Count];
        for (var at = 0; at < room.Length; at++)
        {
            double x = at % grid.Columns - mx, y = at / grid.Columns - my;
            var distance = (float)Math.Sqrt(Math.Max(0, (vy * x * x - 2 * lean * x * y + vx * y * y) * share));
            room[at] = 1 - Salience.Step(Inside, Outside, distance);
        }

        return room;
    }

    private static double Square(double x) => x * x;
}
