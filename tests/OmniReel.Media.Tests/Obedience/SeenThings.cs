using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Tests.Obedience;

/// <summary>Where something of a shot is seen: the pixels that change when its colour does.</summary>
internal static class SeenThings
{
    /// <summary>In shares of the frame.</summary>
    public static SKRect Box(ShotPlan shot, int thing, int frame = 24)
    {
        ShotPlan With(NamedColor color) => shot with { Things = [.. shot.Things.Select((t, i) => i == thing ? t with { Color = color } : t)] };
        return Box(With(NamedColor.Red), With(NamedColor.Blue), frame, 3);
    }

    /// <summary>What the main figure's clothes cover.</summary>
    public static SKRect Clothes(ShotPlan shot, int frame = 24)
    {
        ShotPlan With(NamedColor color) => shot with { Figures = [shot.Figures[0] with { Clothing = color }, .. shot.Figures.Skip(1)] };
        return Box(With(NamedColor.Red), With(NamedColor.Blue), frame, 3);
    }

    /// <summary>The pixels in which two shots differ by more than a shadow does; empty where none do.</summary>
    /// <param name="least">Pixels of a row or a column that count.</param>
    public static SKRect Box(ShotPlan first, ShotPlan second, int frame, int least)
    {
        const int width = 480, height = 270;
        using Watched one = new(first, width, height), other = new(second, width, height);
        SKColor[] a = one.Colors(frame), b = other.Colors(frame);
        int[] columns = new int[width], rows = new int[height];
        for (var i = 0; i < a.Length; i++)
        {
            if (Math.Abs(a[i].Red - b[i].Red) + Math.Abs(a[i].Green - b[i].Green) + Math.Abs(a[i].Blue - b[i].Blue) < 90)
                continue;
            columns[i % width]++;
            rows[i / width]++;
        }

        int left = Array.FindIndex(columns, n => n >= least), top = Array.FindIndex(rows, n => n >= least);
        return left < 0 || top < 0 ? SKRect.Empty
            : new SKRect(left / (float)width, top / (float)height, (Array.FindLastIndex(columns, n => n >= least) + 1) / (float)width, (Array.FindLastIndex(rows, n => n >= least) + 1) / (float)height);
    }
}
