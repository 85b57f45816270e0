using OmniReel.Media.Figures;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.References;

/// <summary>
/// Leads a scene's light and colour toward those of another film: what is dark, middling or light there says what it becomes here. Only part
/// of the way, and colours that the prompt names stay nearly what they are.
/// </summary>
internal sealed class ToneGrade
{
    /// <summary>How far the way goes.</summary>
    private const double LumaShare = 0.55, ChromaShare = 0.62;

    /// <summary>Least and most that contrast is multiplied by.</summary>
    private const double Flattest = 0.55, Steepest = 1.7;

    /// <summary>Most levels that a colour is moved by.</summary>
    private const double MostShift = 34;

    /// <summary>How much of a named colour is kept.</summary>
    private const double Kept = 0.85;

    private readonly byte[] _luma = new byte[256];
    private readonly short[] _blue = new short[256], _red = new short[256];
    private readonly int _scale;

    /// <summary>For blue and red differences in steps of four: how much of the change is made, in 1/256.</summary>
    private readonly short[] _shares = new short[64 * 64];

    private ToneGrade(Tones from, Tones to, IReadOnlyList<SKColor> named)
    {
        Lighten(from, to);
        var saturation = 1 + ChromaShare * (Math.Clamp(to.Chroma / Math.Max(1.0, from.Chroma), 0, 1.4) - 1);
        _scale = (int)Math.Round(256 * saturation);
        Color(_blue, from, from.Blue, to.Blue, saturation);
        Color(_red, from, from.Red, to.Red, saturation);
        Keep(named);
    }

    /// <param name="plain">The shot as it is without this: the frame in its middle tells its tones.</param>
    public static ToneGrade Of(BakedShot plain, Tones tones, ShotPlan shot, Stage stage)
    {
        using var painter = new FramePainter(stage);
        var frame = new I420Frame(stage.Width, stage.Height);
        painter.Paint(plain, new Moment(shot.Frames / 2, shot.Frames), 0, frame);
        var tally = new ToneTally();
        var half = frame.Width / 2;
        for (var i = 0; i < half * (frame.Height / 2); i += 3)
            tally.Add(frame.Bytes[i / half * 2 * frame.Width + i % half * 2], frame.Bytes[frame.UStart + i], frame.Bytes[frame.VStart + i]);
        return new ToneGrade(tally.Tones(), tones, [.. Named(shot).Select(ClothColors.Of)]);
    }

    /// <summary>Changes a finished frame. Only tables and integers: the same bytes everywhere.</summary>
    public void Apply(I420Frame frame)
    {
        var bytes = frame.Bytes;
        int half = frame.Width / 2, rows = frame.Height / 2;
        for (var y = 0; y < rows; y++)
        {
            int upper = 2 * y * frame.Width, chroma = y * half;
            for (var x = 0; x < half; x++)
            {
                int at = upper + 2 * x, u = frame.UStart + chroma + x, v = frame.VStart + chroma + x;
                var luma = (bytes[at] + bytes[at + 1] + bytes[at + frame.Width] + bytes[at + frame.Width + 1] + 2) >> 2;
                int blue = bytes[u], red = bytes[v], share = _shares[(blue >> 2) * 64 + (red >> 2)];
                bytes[u] = Changed(blue, _blue[luma], share);
                bytes[v] = Changed(red, _red[luma], share);
            }
        }

        foreach (ref var luma in bytes.AsSpan(0, frame.UStart))
            luma = _luma[luma];
    }

    private byte Changed(int value, int shift, int share)
    {
        var change = (value - 128) * (_scale - 256) + (shift << 4);
        return (byte)Math.Clamp(value + ((change * share + (1 << 15)) >> 16), 16, 240);
    }

    private static IEnumerable<NamedColor> Named(ShotPlan shot)
    {
        var pieces = shot.Figures.Select(figure => figure.Pieces).OfType<PieceColors>();
        NamedColor?[] all =
        [
            .. shot.Figures.Select(figure => figure.Clothing), .. shot.Things.Select(thing => thing.Color),
            .. pieces.SelectMany(p => new[] { p.Umbrella, p.Ribbons, p.Hat, p.Shoes, p.Trousers }),
        ];
        return all.OfType<NamedColor>().Distinct();
    }

    /// <summary>A curve through the lumas that equal shares of both pictures lie below.</summary>
    private void Lighten(Tones from, Tones to)
    {
        var points = new List<(double From, double To)> { (16, 16 + 0.4 * LumaShare * Math.Min(0, to.Luma[0] - from.Luma[0])) };
        for (var i = 0; i < from.Luma.Count; i++)
        {
            if (from.Luma[i] > points[^1].From + 2)
                points.Add((from.Luma[i], from.Luma[i] + LumaShare * (to.Luma[i] - from.Luma[i])));
        }

        points.Add((236, 235 + 0.4 * LumaShare * Math.Min(0, to.Luma[^1] - from.Luma[^1])));
        // From the middle outward, so that the middle is where it should be and contrast stays in bounds.
        var middle = points.Count / 2;
        for (var i = middle + 1; i < points.Count; i++)
            points[i] = (points[i].From, Bounded(points[i - 1], points[i]));
        for (var i = middle - 1; i >= 0; i--)
            points[i] = (points[i].From, -Bounded((-points[i + 1].From, -points[i + 1].To), (-points[i].From, -points[i].To)));
        for (var luma = 0; luma < 256; luma++)
        {
            var next = Math.Clamp(points.FindIndex(point => point.From > luma), 1, points.Count - 1);
            var (a, b) = (points[next - 1], points[next]);
            _luma[luma] = (byte)Math.Clamp(Math.Round(a.To + (b.To - a.To) * Math.Clamp((luma - a.From) / (b.From - a.From), 0, 1)), 16, 235);
        }
    }

    private static double Bounded((double From, double To) before, (double From, double To) point) =>
        before.To + Math.Clamp(point.To - before.To, Flattest * (point.From - before.From), Steepest * (point.From - before.From));

    /// <summary>In 1/16 of a level, for each luma.</summary>
    private static void Color(short[] shifts, Tones from, IReadOnlyList<int> own, IReadOnlyList<int> wanted, double saturation)
    {
        double[] at = [(from.Luma[0] + from.Luma[1]) / 2.0, from.Luma[2], (from.Luma[3] + from.Luma[4]) / 2.0];
        var shift = new double[3];
        for (var i = 0; i < 3; i++)
            shift[i] = Math.Clamp(ChromaShare * (wanted[i] - 128 - saturation * (own[i] - 128)), -MostShift, MostShift);
        for (var luma = 0; luma < 256; luma++)
        {
            var low = luma < at[1] ? 0 : 1;
            var along = Math.Clamp((luma - at[low]) / Math.Max(1, at[low + 1] - at[low]), 0, 1);
            shifts[luma] = (short)Math.Round(16 * (shift[low] + (shift[low + 1] - shift[low]) * along));
        }
    }

    private void Keep(IReadOnlyList<SKColor> named)
    {
        for (var at = 0; at < _shares.Length; at++)
        {
            double u = (at / 64 << 2) + 2 - 128, v = (at % 64 << 2) + 2 - 128, radius = Math.Sqrt(u * u + v * v), kept = 0;
            foreach (var color in named)
            {
                double nu = (Bt709.ChromaU(color.Red, color.Green, color.Blue) >> 8) - 128, nv = (Bt709.ChromaV(color.Red, color.Green, color.Blue) >> 8) - 128;
                var strength = Math.Sqrt(nu * nu + nv * nv);
                if (strength < 12 || radius < 1)
                    continue;
                var alike = (u * nu + v * nv) / (radius * strength);
                // As strong a colour as the name says, or half of it in shade.
                kept = Math.Max(kept, Math.Clamp((alike - 0.86) / 0.08, 0, 1) * Math.Clamp((radius / strength - 0.35) / 0.25, 0, 1));
            }

            _shares[at] = (short)Math.Round(256 * (1 - Kept * kept));
        }
    }
}
