using System.Numerics;
using System.Runtime.Intrinsics;
using OmniReel.Media.Frames;

namespace OmniReel.Media.Editing.Grading;

/// <summary>
/// Any function of a colour as a table of 33 × 33 × 33 results, between which pixels are looked up in tetrahedra: greys stay as grey as
/// the function makes them. Whatever number of grades follow each other, a pixel is looked up once.
/// </summary>
internal sealed unsafe class ColorCube : IFrameStep
{
    private const int Side = 33, Red = Side * Side, Green = Side;

    /// <summary>A result: blue, green and red in 1/256 of a level, in the lanes of one integer.</summary>
    private readonly ulong[] _results = new ulong[Side * Side * Side];

    private static readonly (short Cell, short Share)[] s_axis = [.. Enumerable.Range(0, 256).Select(Place)];

    public ColorCube(IReadOnlyList<Func<Vector3, Vector3>> grades)
    {
        for (var at = 0; at < _results.Length; at++)
        {
            var color = new Vector3(at / Red, at / Green % Side, at % Side) / (Side - 1);
            foreach (var grade in grades)
                color = Vector3.Clamp(grade(color), Vector3.Zero, Vector3.One);
            _results[at] = Lane(color.Z) | Lane(color.Y) << 16 | Lane(color.X) << 32 | 0xFF00ul << 48;
        }
    }

    public void Apply(Easel easel, Moment moment)
    {
        fixed (ulong* results = _results)
        fixed ((short, short)* axis = s_axis)
        {
            for (var y = 0; y < easel.Height; y++)
                Apply(easel.Pixels.Row(y), easel.Width, results, axis);
        }
    }

    /// <summary>The result for one pixel.</summary>
    internal uint Of(uint pixel)
    {
        fixed (ulong* results = _results)
        fixed ((short, short)* axis = s_axis)
            Apply(&pixel, 1, results, axis);
        return pixel;
    }

    private static void Apply(uint* row, int width, ulong* results, (short Cell, short Share)* axis)
    {
        uint last = 0, lastResult = 0;
        var isKnown = false;
        for (var x = 0; x < width; x++)
        {
            var pixel = row[x];
            if (!isKnown || pixel != last)
            {
                var (b, g, r) = (axis[pixel & 255], axis[(pixel >> 8) & 255], axis[(pixel >> 16) & 255]);
                lastResult = Between(results + (r.Cell * Red) + (g.Cell * Green) + b.Cell, r.Share, g.Share, b.Share);
                (last, isKnown) = (pixel, true);
            }

            row[x] = lastResult;
        }
    }

    /// <summary>From the near corner of the cell to the far one by the longest share first.</summary>
    private static uint Between(ulong* corner, int r, int g, int b)
    {
        var (first, second) = r >= g
            ? g >= b ? (Red, Green) : r >= b ? (Red, 1) : (1, Red)
            : b > g ? (1, Green) : b > r ? (Green, 1) : (Green, Red);
        int most = Math.Max(r, Math.Max(g, b)), least = Math.Min(r, Math.Min(g, b)), middle = r + g + b - most - least;
        var sum = Lanes(corner) * (256 - most) + Lanes(corner + first) * (most - middle) + Lanes(corner + first + second) * (middle - least)
            + Lanes(corner + Red + Green + 1) * least + Vector128.Create(1 << 15);
        var levels = sum >>> 16;
        return Vector128.Narrow(Vector128.Narrow(levels, Vector128<int>.Zero).AsUInt16(), Vector128<ushort>.Zero).AsUInt32().ToScalar();
    }

    private static Vector128<int> Lanes(ulong* result) => Vector128.WidenLower(Vector128.CreateScalarUnsafe(*result).AsUInt16()).AsInt32();

    private static ulong Lane(float value) => (ulong)MathF.Round(Math.Clamp(value, 0, 1) * 255 * 256);

    private static (short, short) Place(int level)
    {
        var cell = Math.Min(level * (Side - 1) / 255, Side - 2);
        return ((short)cell, (short)((level * (Side - 1) - cell * 255) * 256 / 255));
    }
}
