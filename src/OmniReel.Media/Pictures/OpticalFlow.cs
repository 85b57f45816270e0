namespace OmniReel.Media.Pictures;

/// <summary>Where each point of one field of luma is found in another: steps across and down, in points.</summary>
internal sealed record Flow(float[] Across, float[] Down);

/// <summary>
/// Optical flow by total variation and absolute differences (TV-L1), from coarse to fine: sharp where things part, smooth where they do
/// not. The same numbers on every processor: nothing is summed across lanes.
/// </summary>
internal static class OpticalFlow
{
    private const int CoarsestSide = 8;
    private const int Warps = 5;

    /// <param name="from">Luma at the points of a grid, 0 to 255.</param>
    /// <param name="to">Likewise.</param>
    public static Flow Between(float[] from, float[] to, int columns, int rows)
    {
        var levels = new List<(PaddedField From, PaddedField To)> { (PaddedField.Of(from, columns, rows), PaddedField.Of(to, columns, rows)) };
        while (Math.Min(levels[^1].From.Width, levels[^1].From.Height) >= 2 * CoarsestSide)
            levels.Add((levels[^1].From.Half(), levels[^1].To.Half()));

        FlowSolver? coarser = null;
        for (var i = levels.Count - 1; i >= 0; i--)
        {
            var solver = new FlowSolver(levels[i].From, levels[i].To);
            if (coarser is not null)
                solver.TakeFrom(coarser);
            for (var warp = 0; warp < Warps; warp++)
                solver.Improve();
            coarser = solver;
        }

        return new Flow(coarser!.Across.Plain(), coarser.Down.Plain());
    }
}
