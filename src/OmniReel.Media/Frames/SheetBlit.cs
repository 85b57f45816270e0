using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>
/// Lays baked sheets into one frame, moved and enlarged by any part of a pixel, touching only pixels where a sheet has
/// something. One per thread.
/// </summary>
internal sealed unsafe class SheetBlit(PixelBlock target) : IDisposable
{
    private readonly SampleAxis _across = new(target.Width);
    private readonly SampleAxis _down = new(target.Height);
    private readonly PixelBlock _rows = new(target.Width + 16, 2);

    /// <param name="matrix">Shift and enlargement, alike in both directions; no turn.</param>
    public void Lay(BakedSheet sheet, SKMatrix matrix)
    {
        _across.Set(matrix.ScaleX, matrix.TransX, sheet.Left);
        _down.Set(matrix.ScaleY, matrix.TransY, sheet.Top);
        var last = _down.FirstOn(sheet.Pixels.Height - 1);
        for (var y = _down.FirstOn(0); y < last; y++)
        {
            var row = _down.At[y];
            foreach (var run in sheet.Runs.Of(row))
                LayRun(sheet.Pixels, row, _down.Weight(y), run, target.Row(y));
        }
    }

    public void Dispose()
    {
        _across.Dispose();
        _down.Dispose();
        _rows.Dispose();
    }

    private void LayRun(PixelBlock pixels, int row, int weight, Run run, uint* targetRow)
    {
        int x = _across.FirstOn(run.From), count = _across.FirstOn(run.To) - x;
        if (count <= 0)
            return;
        int first = _across.At[x], width = _across.At[x + count - 1] - first + 2;
        var source = pixels.Row(row) + first;
        if (weight != 0)
        {
            RowBlend.Between(source, pixels.Row(row + 1) + first, weight, _rows.Row(0), width);
            source = _rows.Row(0);
        }

        var result = targetRow + x;
        if (!_across.IsShift)
        {
            var picked = run.Opaque ? result : _rows.Row(1);
            RowBlend.Pick(source - first, _across.At + x, _across.Weights + x, picked, count);
            source = picked;
        }
        else if (_across.Weight(x) != 0)
        {
            var picked = run.Opaque ? result : _rows.Row(1);
            RowBlend.Between(source, source + 1, _across.Weight(x), picked, count);
            source = picked;
        }

        if (!run.Opaque)
            RowBlend.Over(source, result, count);
        else if (source != result)
            new ReadOnlySpan<uint>(source, count).CopyTo(new Span<uint>(result, count));
    }
}
