using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using OmniReel.Media.Frames;

namespace OmniReel.Media.Ink;

/// <summary>
/// The unrest of a drawing that is drawn anew for every few frames: all of it wanders by a pixel or so, each part its own way. One per
/// thread. Integer arithmetic, so that all processors give the same bytes.
/// </summary>
internal sealed unsafe class Boil : IDisposable
{
    /// <summary>Frames that a drawing stands for: films of the hand are drawn on threes.</summary>
    public const int FramesPerDrawing = 3;

    /// <summary>Drawings that follow each other before the first comes again.</summary>
    private const int Drawings = 5;

    /// <summary>Units from one independent push to the next, and the strongest of them.</summary>
    private const float Cell = 30, Strength = 0.95f;

    /// <summary>Pixels that are pushed by one straight run of the field.</summary>
    private const int Run = 16;

    /// <summary>Pixels that are mixed at once.</summary>
    private const int Four = 4;

    private readonly PixelBlock _pixels;
    private readonly short[][] _across = new short[Drawings][];
    private readonly short[][] _down = new short[Drawings][];
    private readonly int _runs;

    public Boil(Stage stage)
    {
        _pixels = new PixelBlock(stage.Width, stage.Height);
        _runs = (stage.Width + Run - 1) / Run;
        for (var drawing = 0; drawing < Drawings; drawing++)
        {
            _across[drawing] = Field(stage, drawing * 2);
            _down[drawing] = Field(stage, drawing * 2 + 1);
        }
    }

    /// <summary>The frame as it is drawn this time; good until the next call.</summary>
    /// <param name="frame">Number within the film.</param>
    public PixelBlock Draw(PixelBlock source, int frame)
    {
        var drawing = frame / FramesPerDrawing * 2 % Drawings;
        int width = source.Width, height = source.Height;
        fixed (short* across = _across[drawing], down = _down[drawing])
        {
            for (var y = 0; y < height; y++)
            {
                var target = _pixels.Row(y);
                short* dx = across + y * (_runs + 1), dy = down + y * (_runs + 1);
                for (var run = 0; run < _runs; run++)
                {
                    int first = run * Run, count = Math.Min(Run, width - first);
                    if (first >= Run && first + 2 * Run <= width && y > 3 && y < height - 4)
                        Inner(source, target + first, first, y, dx + run, dy + run);
                    else
                        Edge(source, target + first, first, y, count, dx + run, dy + run);
                }
            }
        }

        return _pixels;
    }

    public void Dispose() => _pixels.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Inner(PixelBlock source, uint* target, int first, int y, short* dx, short* dy)
    {
        // Places in 1/4096 pixel, so that a sixteenth of the way between two pushes is a whole number.
        int x = dx[0] * Run, stepX = dx[1] - dx[0], down = dy[0] * Run, stepY = dy[1] - dy[0];
        for (var i = 0; i < Run; i += Four)
        {
            int left = x >> 12, top = down >> 12;
            // The push changes so slowly that four neighbours mostly come from four neighbours.
            if (Avx2.IsSupported && left == x + (Four - 1) * stepX >> 12 && top == down + (Four - 1) * stepY >> 12)
            {
                var upper = source.Row(y + top) + first + i + left;
                Mixed(upper, upper + source.Width, Shares(x, stepX), Shares(down, stepY)).Store(target + i);
            }
            else
            {
                for (var one = 0; one < Four; one++)
                {
                    int atX = x + one * stepX, atY = down + one * stepY;
                    var upper = source.Row(y + (atY >> 12)) + first + i + one + (atX >> 12);
                    target[i + one] = Mixed(upper, upper + source.Width, (uint)(atX >> 4) & 255, (uint)(atY >> 4) & 255);
                }
            }

            x += Four * stepX;
            down += Four * stepY;
        }
    }

    private static void Edge(PixelBlock source, uint* target, int first, int y, int count, short* dx, short* dy)
    {
        for (var i = 0; i < count; i++)
        {
            var left = Math.Clamp(first + i + (dx[0] >> 8), 0, source.Width - 1);
            target[i] = source.Row(Math.Clamp(y + (dy[0] >> 8), 0, source.Height - 1))[left];
        }
    }

    /// <summary>Between four neighbours.</summary>
    /// <param name="right">Share of the right ones, 0 to 255 of 256.</param>
    /// <param name="low">Share of the lower ones.</param>
    private static uint Mixed(uint* upper, uint* lower, uint right, uint low)
    {
        ulong a = Spread(upper[0]), b = Spread(upper[1]), c = Spread(lower[0]), d = Spread(lower[1]);
        var above = (a * (256 - right) + b * right >> 8) & Lanes;
        var below = (c * (256 - right) + d * right >> 8) & Lanes;
        var mixed = (above * (256 - low) + below * low >> 8) & Lanes;
        return (uint)mixed | (uint)(mixed >> 24);
    }

    /// <summary>As <see cref="Mixed(uint*, uint*, uint, uint)"/>, four pixels at once.</summary>
    private static Vector128<uint> Mixed(uint* upper, uint* lower, Vector256<ushort> right, Vector256<ushort> low)
    {
        var above = Mixed(Wide(upper), Wide(upper + 1), right);
        var below = Mixed(Wide(lower), Wide(lower + 1), right);
        var mixed = Mixed(above, below, low);
        return Vector128.Narrow(mixed.GetLower(), mixed.GetUpper()).AsUInt32();
    }

    private static Vector256<ushort> Mixed(Vector256<ushort> a, Vector256<ushort> b, Vector256<ushort> share) =>
        (a * (Vector256.Create((ushort)256) - share) + b * share) >>> 8;

    private static Vector256<ushort> Wide(uint* pixels) => Avx2.ConvertToVector256Int16((byte*)pixels).AsUInt16();

    /// <summary>Of four places that follow each other, the fractions in 1/256, each for the four channels of its pixel.</summary>
    private static Vector256<ushort> Shares(int place, int step)
    {
        var shares = ((Vector128.Create(place) + Vector128.Create(0, 1, 2, 3) * step) >>> 4 & Vector128.Create(255)).AsUInt32();
        var twice = Avx2.ConvertToVector256Int64(shares | shares << 16).AsUInt64();
        return (twice | twice << 32).AsUInt16();
    }

    private const ulong Lanes = 0x00FF_00FF_00FF_00FF;

    /// <summary>Two channels in the lower half and two in the upper one, sixteen bits each.</summary>
    private static ulong Spread(uint pixel) => (pixel & 0x00FF_00FF) | (ulong)(pixel & 0xFF00_FF00) << 24;

    /// <summary>Pushes at the beginning of every run of every row, and at the end of the last, in 1/256 pixel.</summary>
    private short[] Field(Stage stage, int seed)
    {
        var cell = Cell * stage.Unit;
        int columns = (int)(stage.Width / cell) + 3, rows = (int)(stage.Height / cell) + 3;
        var random = new Random(seed + 1);
        var pushes = new float[columns * rows];
        for (var i = 0; i < pushes.Length; i++)
            pushes[i] = (2 * random.NextSingle() - 1) * Strength * stage.Unit * 256;
        var field = new short[(_runs + 1) * stage.Height];
        for (var y = 0; y < stage.Height; y++)
        {
            for (var run = 0; run <= _runs; run++)
                field[y * (_runs + 1) + run] = (short)Math.Clamp(Smooth(pushes, columns, run * Run / cell, y / cell), -767, 767);
        }

        return field;
    }

    private static float Smooth(float[] pushes, int columns, float x, float y)
    {
        int left = (int)x, top = (int)y;
        float u = x - left, v = y - top;
        u = u * u * (3 - 2 * u);
        v = v * v * (3 - 2 * v);
        int at = top * columns + left;
        var upper = pushes[at] + (pushes[at + 1] - pushes[at]) * u;
        var lower = pushes[at + columns] + (pushes[at + columns + 1] - pushes[at + columns]) * u;
        return upper + (lower - upper) * v;
    }
}
