using System.Globalization;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Things;

/// <summary>What a sheet of a craft is cut from.</summary>
internal enum CraftPaper { Main, Second, Shade, Soft, Pale, White, Dark, Glass, Metal, Lamp, Tail, Brass, Wood, Red, Line, Orange, Flame }

/// <summary>One sheet of a craft in metres, y down, facing right.</summary>
/// <param name="Lift">Height above what is behind; 0 with a rim of 0 is flat paint or light.</param>
internal sealed record CraftSheet(SKPath Outline, CraftPaper Paper, float Lift, float Rim)
{
    /// <summary>
    /// Paper, lift, rim, then the outline: points <c>x,y</c> (<c>x,y!</c> is a corner), boxes <c>b:left,bottom,right,top,radius</c>, discs
    /// <c>d:x,y,r</c>, limbs <c>m:x,y,r l:x,y,r</c>; <c>;</c> begins another outline; what follows <c>hole</c> are holes inside of it, what follows <c>less</c> is cut away even over its edge.
    /// </summary>
    /// <exception cref="FormatException">The line cannot be read.</exception>
    public static CraftSheet Read(ReadOnlySpan<string> fields)
    {
        if (fields.Length < 4 || !Enum.TryParse<CraftPaper>(fields[0], ignoreCase: true, out var paper))
            throw new FormatException($"'{string.Join(' ', fields)}' is no sheet of a craft.");
        var reader = new OutlineReader();
        foreach (var field in fields[3..])
            reader.Take(field);
        return new CraftSheet(reader.Finish(), paper, Number(fields[1]), Number(fields[2]));
    }

    public static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    public static float[] Numbers(string text) => [.. text.Split(',').Select(Number)];

    /// <summary>Gathers contours; outlines are joined, holes are cut out of them.</summary>
    private sealed class OutlineReader
    {
        /// <summary>Booleans of paths lose what is thinner than a few hundredths: they are made this many times as large.</summary>
        private const float Fine = 100;

        private readonly List<SKPath> _outlines = [];
        private readonly List<SKPath> _holes = [];
        private readonly List<(SKPoint At, bool IsCorner)> _points = [];
        private readonly List<SKPath> _cuts = [];
        private List<SKPath> _into;
        private float[]? _limb;

        public OutlineReader() => _into = _outlines;

        public void Take(string field)
        {
            switch (field)
            {
                case ";": Close(); break;
                case "hole" or "less":
                    Close();
                    _into = field == "hole" ? _holes : _cuts;
                    break;
                case var _ when field[1] == ':': Part(field[0], Array.ConvertAll(Numbers(field[2..]), n => Fine * n)); break;
                default:
                    var n = Numbers(field.TrimEnd('!'));
                    _points.Add((new SKPoint(Fine * n[0], -Fine * n[1]), field[^1] == '!'));
                    break;
            }
        }

        public SKPath Finish()
        {
            Close();
            var outline = _outlines.Count == 1 ? _outlines[0] : Knife.Joined([.. _outlines]);
            foreach (var cut in _cuts)
                outline = outline.Less(cut);
            foreach (var hole in _holes)
                outline.Hole(hole);
            return outline.At(SKMatrix.CreateScale(1 / Fine, 1 / Fine));
        }

        private void Part(char kind, float[] n)
        {
            switch (kind)
            {
                case 'b':
                    var box = Held.Path();
                    box.AddRoundRect(new SKRect(n[0], -n[3], n[2], -n[1]), n.Length > 4 ? n[4] : 0, n.Length > 4 ? n[4] : 0);
                    Add(box);
                    break;
                case 'd': Add(Knife.Disc(n[0], -n[1], n[2])); break;
                case 'm': _limb = n; break;
                case 'l':
                    Add(Knife.Limb(new SKPoint(_limb![0], -_limb[1]), new SKPoint(n[0], -n[1]), _limb[2], n[2], 1));
                    _limb = n;
                    break;
                default: throw new FormatException($"'{kind}:' is no part of an outline.");
            }
        }

        private void Close()
        {
            if (_points.Count > 0)
                Add(Curve());
            _points.Clear();
        }

        /// <summary>A closed curve through the points: straight at corners, and nowhere beyond what it goes through.</summary>
        private SKPath Curve()
        {
            var path = Held.Path();
            path.MoveTo(_points[0].At);
            for (var i = 0; i < _points.Count; i++)
            {
                SKPoint from = At(i).At, to = At(i + 1).At;
                var reach = SKPoint.Distance(from, to) / 3;
                var (start, end) = (Handle(At(i).IsCorner, to - from, to - At(i - 1).At, reach), Handle(At(i + 1).IsCorner, to - from, At(i + 2).At - from, reach));
                path.CubicTo(from + start, to - end, to);
            }

            path.Close();
            return path;

            (SKPoint At, bool IsCorner) At(int i) => _points[(i + _points.Count) % _points.Count];
        }

        private static SKPoint Handle(bool isCorner, SKPoint straight, SKPoint along, float reach)
        {
            var way = isCorner ? straight : along;
            var length = MathF.Max(way.Length, 1e-6f);
            return new SKPoint(way.X / length * reach, way.Y / length * reach);
        }

        private void Add(SKPath path) => _into.Add(path);
    }
}
