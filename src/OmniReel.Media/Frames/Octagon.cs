namespace OmniReel.Media.Frames;

/// <summary>
/// The smallest octagon, with sides along rows, columns and diagonals, around all from which a picture can be sampled and is
/// not transparent. Limits are inclusive, in 1/65536 pixel; centres of pixels lie at whole numbers.
/// </summary>
/// <param name="Left">Least x.</param>
/// <param name="Top">Least y.</param>
/// <param name="LeastSum">Least x + y.</param>
/// <param name="LeastDifference">Least x − y.</param>
internal readonly record struct Octagon(
    long Left, long Right, long Top, long Bottom, long LeastSum, long MostSum, long LeastDifference, long MostDifference)
{
    public const int Bits = 16;

    public bool IsEmpty => Left > Right;

    /// <summary>The last row and column are only ever the second of two neighbours that a sample is mixed of.</summary>
    public static unsafe Octagon Around(PixelBlock pixels)
    {
        long left = long.MaxValue, right = long.MinValue, top = long.MaxValue, bottom = long.MinValue;
        long leastSum = long.MaxValue, mostSum = long.MinValue, leastDifference = long.MaxValue, mostDifference = long.MinValue;
        for (var y = 0; y < pixels.Height; y++)
        {
            var row = new ReadOnlySpan<uint>(pixels.Row(y), pixels.Width);
            int first = row.IndexOfAnyExcept(0u), last = row.LastIndexOfAnyExcept(0u);
            if (first < 0)
                continue;
            (left, right, top, bottom) = (Math.Min(left, first), Math.Max(right, last), Math.Min(top, y), y);
            (leastSum, mostSum) = (Math.Min(leastSum, first + y), Math.Max(mostSum, last + y));
            (leastDifference, mostDifference) = (Math.Min(leastDifference, first - y), Math.Max(mostDifference, last - y));
        }

        if (right < 0)
            return new Octagon(0, -1, 0, -1, 0, -1, 0, -1);
        // A pixel reaches as far as the centres of its neighbours.
        return new Octagon(
            Math.Max(0, left - 1) << Bits, (Math.Min(pixels.Width - 1, right + 1) << Bits) - 1,
            Math.Max(0, top - 1) << Bits, (Math.Min(pixels.Height - 1, bottom + 1) << Bits) - 1,
            (leastSum - 2) << Bits, (mostSum + 2) << Bits, (leastDifference - 2) << Bits, (mostDifference + 2) << Bits);
    }

    /// <summary>Which steps along a line stay inside.</summary>
    /// <param name="x">Where the line begins.</param>
    /// <param name="dx">What a step adds to <paramref name="x"/>.</param>
    /// <param name="steps">Most steps that are asked for.</param>
    /// <returns>The first step inside, and the first after it outside; not above the first if there is none.</returns>
    public (int From, int To) Inside(long x, long y, long dx, long dy, int steps)
    {
        long from = 0, to = steps;
        Between(x, dx, Left, Right, ref from, ref to);
        Between(y, dy, Top, Bottom, ref from, ref to);
        Between(x + y, dx + dy, LeastSum, MostSum, ref from, ref to);
        Between(x - y, dx - dy, LeastDifference, MostDifference, ref from, ref to);
        return ((int)from, (int)Math.Max(from, to));
    }

    private static void Between(long start, long step, long least, long most, ref long from, ref long to)
    {
        if (step == 0)
        {
            if (start < least || start > most)
                to = from;
            return;
        }

        if (step < 0)
            (start, step, least, most) = (-start, -step, -most, -least);
        from = Math.Max(from, Math.Min(to, FloorDivide(least - start + step - 1, step)));
        to = Math.Min(to, FloorDivide(most - start, step) + 1);
    }

    private static long FloorDivide(long a, long b) => a >= 0 ? a / b : -((-a + b - 1) / b);
}
