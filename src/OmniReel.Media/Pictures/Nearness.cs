namespace OmniReel.Media.Pictures;

/// <summary>A guess of how near each point of a picture is, for a camera's parallax: 1 moves as the camera does, less is farther.</summary>
internal static class Nearness
{
    private const float Far = 0.85f, Near = 1.12f, Sky = 0.75f, SubjectGain = 0.08f, Horizon = 0.65f;

    /// <summary>
    /// The ground comes nearer downward, the sky is far, and what is kept whole (a subject, a face) is near and flat. What stands above the
    /// ground is as far as its end: were the whole frame a slope, trunks and walls would lean as the camera goes aside.
    /// </summary>
    public static float[] Of(GridPicture picture, Regions regions)
    {
        var grid = picture.Grid;
        float[] near = new float[grid.Count], kept = regions.Kept;
        var sky = regions.Mask(Plans.Stir.Sky);
        double sum = 1e-6, weight = 1e-6;
        for (var at = 0; at < near.Length; at++)
        {
            var low = at / grid.Columns / (float)(grid.Rows - 1);
            near[at] = Far + (Near - Far) * Math.Max(0, (low - Horizon) / (1 - Horizon));
            if (sky is not null)
                near[at] += (Sky - near[at]) * sky[at];
            sum += kept[at] * near[at];
            weight += kept[at];
        }

        var subject = (float)(sum / weight) + SubjectGain;
        Flatten(near);
        var guided = Guided(near, picture.Luma, grid);
        // Smoothing bends across outlines: what is kept is made flat again, so that no head is drawn into the sky.
        Flatten(guided);
        return guided;

        void Flatten(float[] field)
        {
            for (var at = 0; at < field.Length; at++)
                field[at] += (subject - field[at]) * Math.Min(1, 1.5f * kept[at]);
        }
    }

    /// <summary>Smooth, but along the picture's own edges (a guided filter): what bends, bends where it is not seen.</summary>
    private static float[] Guided(float[] field, float[] guide, Grid grid)
    {
        var radius = Math.Max(2, grid.Longer / 24);
        const float softness = 90;
        float[] scratch = new float[grid.Count], g = Blurred(i => guide[i]), f = Blurred(i => field[i]);
        float[] gg = Blurred(i => guide[i] * guide[i]), gf = Blurred(i => guide[i] * field[i]);
        float[] slope = new float[grid.Count], offset = new float[grid.Count];
        for (var i = 0; i < slope.Length; i++)
        {
            slope[i] = (gf[i] - g[i] * f[i]) / (gg[i] - g[i] * g[i] + softness);
            offset[i] = f[i] - slope[i] * g[i];
        }

        grid.Blur(slope, radius, scratch);
        grid.Blur(offset, radius, scratch);
        // Luma itself is smoothed a little, for its grain is no depth.
        var smooth = (float[])guide.Clone();
        grid.Blur(smooth, 2, scratch);
        var result = new float[grid.Count];
        for (var i = 0; i < result.Length; i++)
            result[i] = Math.Clamp(slope[i] * smooth[i] + offset[i], 0.3f, 1.5f);
        grid.Blur(result, 2, scratch);
        return result;

        float[] Blurred(Func<int, float> value)
        {
            var blurred = new float[grid.Count];
            for (var i = 0; i < blurred.Length; i++)
                blurred[i] = value(i);
            grid.Blur(blurred, radius, scratch);
            return blurred;
        }
    }
}
