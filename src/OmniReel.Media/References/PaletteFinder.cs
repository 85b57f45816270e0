namespace OmniReel.Media.References;

/// <summary>The main colours of some frames: five means of what is most alike, light to dark.</summary>
internal static class PaletteFinder
{
    private const int Most = 5, Rounds = 12;

    /// <summary>Colours nearer than this are one.</summary>
    private const double Near = 12;

    /// <summary>Colours of less than this share of the picture are none of its main ones.</summary>
    private const double LeastShare = 0.012;

    public static List<Shade> Find(IEnumerable<Glance> frames)
    {
        var bins = Bins(frames);
        var total = bins.Sum(bin => bin.Weight);
        var middles = Apart(bins);
        var sums = new (double Luma, double Blue, double Red, double Weight)[middles.Count];
        for (var round = 0; round < Rounds; round++)
        {
            Array.Clear(sums);
            foreach (var bin in bins)
            {
                var at = Nearest(middles, bin);
                sums[at] = (sums[at].Luma + bin.Luma * bin.Weight, sums[at].Blue + bin.Blue * bin.Weight, sums[at].Red + bin.Red * bin.Weight, sums[at].Weight + bin.Weight);
            }

            for (var i = 0; i < sums.Length; i++)
            {
                if (sums[i].Weight > 0)
                    middles[i] = new Shade(sums[i].Luma / sums[i].Weight, sums[i].Blue / sums[i].Weight, sums[i].Red / sums[i].Weight, sums[i].Weight);
            }
        }

        return [.. middles.Where(shade => shade.Weight > LeastShare * total).OrderByDescending(shade => shade.Luma).ThenBy(shade => shade.Blue)];
    }

    /// <summary>Samples of nearly one colour are one sample.</summary>
    private static List<Shade> Bins(IEnumerable<Glance> frames)
    {
        var bins = new (int Luma, int Blue, int Red, int Count)[16 * 32 * 32];
        foreach (var frame in frames)
        {
            for (var i = 0; i < Glance.Count; i++)
            {
                ref var bin = ref bins[((frame.Luma[i] >> 4) * 32 + (frame.Blue[i] >> 3)) * 32 + (frame.Red[i] >> 3)];
                bin = (bin.Luma + frame.Luma[i], bin.Blue + frame.Blue[i], bin.Red + frame.Red[i], bin.Count + 1);
            }
        }

        return [.. bins.Where(bin => bin.Count > 0).Select(bin => new Shade(bin.Luma / (double)bin.Count, bin.Blue / (double)bin.Count, bin.Red / (double)bin.Count, bin.Count))];
    }

    /// <summary>The commonest colour, then each time what there is most of, far from those that are chosen.</summary>
    private static List<Shade> Apart(List<Shade> bins)
    {
        var chosen = new List<Shade> { bins.MaxBy(bin => bin.Weight) };
        while (chosen.Count < Most)
        {
            var next = bins.MaxBy(bin => bin.Weight * chosen.Min(bin.Distance));
            if (chosen.Min(next.Distance) < Near * Near)
                break;
            chosen.Add(next);
        }

        return chosen;
    }

    private static int Nearest(List<Shade> middles, Shade shade)
    {
        var (best, found) = (double.MaxValue, 0);
        for (var i = 0; i < middles.Count; i++)
        {
            if (middles[i].Distance(shade) is var distance && distance < best)
                (best, found) = (distance, i);
        }

        return found;
    }
}

/// <summary>A colour and how much of it there is.</summary>
internal readonly record struct Shade(double Luma, double Blue, double Red, double Weight)
{
    /// <summary>Squared, in levels.</summary>
    public double Distance(Shade other)
    {
        double y = Luma - other.Luma, u = Blue - other.Blue, v = Red - other.Red;
        return y * y + 1.5 * (u * u + v * v);
    }

    /// <summary>As <c>#rrggbb</c>.</summary>
    public string Hex
    {
        get
        {
            double y = (Luma - 16) * (255 / 219.0), u = (Blue - 128) * (255 / 224.0), v = (Red - 128) * (255 / 224.0);
            return $"#{Level(y + 1.5748 * v):x2}{Level(y - 0.1873 * u - 0.4681 * v):x2}{Level(y + 1.8556 * u):x2}";
        }
    }

    private static int Level(double value) => (int)Math.Clamp(value + 0.5, 0, 255);
}
