using System.Runtime.InteropServices;

namespace OmniReel.Media.Frames;

/// <summary>A stretch of one row that is drawn: pixels from <see cref="From"/> up to <see cref="To"/>.</summary>
/// <param name="Opaque">What lies behind does not show through.</param>
internal readonly record struct Run(int From, int To, bool Opaque);

/// <summary>Where in a picture there is anything, row by row, so that nothing is spent on what is not there.</summary>
internal sealed class RowRuns
{
    /// <summary>Shorter changes of kind are not worth a run of their own.</summary>
    private const int Shortest = 24;

    private readonly List<Run> _runs = [];
    private readonly int[] _first;

    private RowRuns(int rows) => _first = new int[rows + 1];

    public ReadOnlySpan<Run> Of(int row) =>
        CollectionsMarshal.AsSpan(_runs)[_first[row].._first[row + 1]];

    /// <summary>
    /// Looks at every pixel together with its right and lower neighbours, because a sheet moved by part of a pixel is a
    /// mixture of them. The last row and column have none and must be transparent.
    /// </summary>
    public static unsafe RowRuns Scan(PixelBlock pixels)
    {
        var found = new RowRuns(pixels.Height - 1);
        var square = new uint[pixels.Width - 1];
        for (var y = 0; y < pixels.Height - 1; y++)
        {
            found._first[y] = found._runs.Count;
            fixed (uint* target = square)
                RowBlend.Summarize(pixels.Row(y), pixels.Row(y + 1), target, square.Length);
            found.ScanRow(square);
        }

        found._first[pixels.Height - 1] = found._runs.Count;
        return found;
    }

    private void ScanRow(ReadOnlySpan<uint> row)
    {
        for (var x = 0; ;)
        {
            var next = row[x..].IndexOfAnyExcept(0u);
            if (next < 0)
                return;
            x += next;
            var clear = EndOfDrawn(row, x);
            Divide(row, x, clear);
            x = clear;
            if (x >= row.Length)
                return;
        }
    }

    /// <summary>The first transparent pixel that begins a gap worth leaving out.</summary>
    private static int EndOfDrawn(ReadOnlySpan<uint> row, int x)
    {
        while (true)
        {
            var gap = row[x..].IndexOf(0u);
            if (gap < 0)
                return row.Length;
            x += gap;
            var rest = row[x..].IndexOfAnyExcept(0u);
            if (rest is < 0 or >= Shortest)
                return x;
            x += rest;
        }
    }

    /// <summary>Tells long opaque stretches from the rest.</summary>
    private void Divide(ReadOnlySpan<uint> row, int from, int to)
    {
        var blended = from;
        for (var x = from; x < to;)
        {
            var solid = row[x..to].IndexOfAnyExceptInRange(0xFF000000u, 0xFFFFFFFFu);
            var end = solid < 0 ? to : x + solid;
            if (end - x >= Shortest)
            {
                if (blended < x)
                    _runs.Add(new Run(blended, x, false));
                _runs.Add(new Run(x, end, true));
                blended = end;
            }

            x = end;
            if (x >= to)
                break;
            var next = row[x..to].IndexOfAnyInRange(0xFF000000u, 0xFFFFFFFFu);
            x = next < 0 ? to : x + next;
        }

        if (blended < to)
            _runs.Add(new Run(blended, to, false));
    }
}
