using System.Runtime.Intrinsics;
using OmniReel.Media.Frames;

namespace OmniReel.Media.Pictures;

/// <summary>What a frame is sampled from.</summary>
/// <param name="First">Below; covers the frame.</param>
/// <param name="Over">Above, as far as the fields say and <paramref name="Matte"/> lets it; null where there is nothing.</param>
/// <param name="Matte">How opaque each sample of <paramref name="Over"/> is, moved with it; null for all opaque.</param>
internal readonly record struct Layers(Still First, Still? Over, Plane? Matte);

/// <summary>Turns fields on a grid into a frame, row by row. Keeps its rows from frame to frame, so one per thread.</summary>
internal sealed unsafe class PictureBrush
{
    private readonly int _width, _height;
    private readonly float[] _gridRow;
    private readonly float[] _x, _y, _cover;
    private readonly int[] _xs, _ys;
    private readonly byte[] _over, _matte;
    private readonly ushort[] _weights, _halfWeights;

    public PictureBrush(int width, int height, Grid grid)
    {
        (_width, _height) = (width, height);
        Fields = new WarpFields(grid);
        _gridRow = new float[grid.Columns + 8];
        var room = grid.Columns * grid.Cell + 8;
        (_x, _y, _cover) = (new float[room], new float[room], new float[room]);
        (_xs, _ys) = (new int[room], new int[room]);
        (_over, _matte) = (new byte[room], new byte[room]);
        (_weights, _halfWeights) = (new ushort[room], new ushort[room]);
    }

    /// <summary>To be filled before each frame.</summary>
    public WarpFields Fields { get; }

    public void Paint(Layers layers, I420Frame result)
    {
        for (var y = 0; y < _height; y++)
        {
            Spread(Fields.FirstX, y, _x);
            Spread(Fields.FirstY, y, _y);
            Sample(layers.First.Luma, y, 1, result.Bytes.AsSpan(y * _width, _width));
            if (y % 2 == 0)
            {
                var half = y / 2 * (_width / 2);
                Sample(layers.First.U, y / 2, 2, result.Bytes.AsSpan(result.UStart + half, _width / 2));
                Sample(layers.First.V, y / 2, 2, result.Bytes.AsSpan(result.VStart + half, _width / 2));
            }

            if (layers.Over is not null)
                LayOver(layers.Over, layers.Matte, y, result);
            if (Fields.Glows)
            {
                Spread(Fields.Glow, y, _cover);
                Light(result.Bytes.AsSpan(y * _width, _width));
            }
        }
    }

    private void LayOver(Still over, Plane? matte, int y, I420Frame result)
    {
        Spread(Fields.Cover, y, _cover);
        if (!_cover.AsSpan(0, _width).ContainsAnyExcept(0f))
            return;
        Spread(Fields.OverX, y, _x);
        Spread(Fields.OverY, y, _y);
        if (!Weigh(matte, y))
            return;
        Blend(over.Luma, y, 1, _weights, result.Bytes.AsSpan(y * _width, _width));
        if (y % 2 != 0)
            return;
        for (var x = 0; x < _width / 2; x++)
            _halfWeights[x] = _weights[2 * x];
        var half = y / 2 * (_width / 2);
        Blend(over.U, y / 2, 2, _halfWeights, result.Bytes.AsSpan(result.UStart + half, _width / 2));
        Blend(over.V, y / 2, 2, _halfWeights, result.Bytes.AsSpan(result.VStart + half, _width / 2));
    }

    private void Blend(Plane plane, int row, int step, ushort[] weights, Span<byte> target)
    {
        Sample(plane, row, step, _over);
        RowMix.Lay(target, _over, weights);
    }

    /// <summary>What covers at each pixel of a row; false where nothing does.</summary>
    private bool Weigh(Plane? matte, int y)
    {
        if (matte is null)
        {
            for (var x = 0; x < _width; x++)
                _weights[x] = (ushort)(_cover[x] * RowMix.Whole + 0.5f);
            return true;
        }

        Sample(matte, y, 1, _matte);
        for (var x = 0; x < _width; x++)
            _weights[x] = (ushort)(_cover[x] * (_matte[x] + (_matte[x] >> 7)) + 0.5f);
        return _matte.AsSpan(0, _width).ContainsAnyExcept((byte)0);
    }

    private void Light(Span<byte> luma)
    {
        for (var x = 0; x < luma.Length; x++)
            luma[x] = (byte)Math.Clamp(luma[x] + (int)((luma[x] - 16) * _cover[x] + 1024.5f) - 1024, 16, 235);
    }

    private void Sample(Plane plane, int row, int step, Span<byte> target)
    {
        var count = _width / step;
        Positions(plane, row, step, count);
        fixed (int* xs = _xs, ys = _ys)
        fixed (byte* to = target)
            PlaneSampler.Row(plane, xs, ys, to, count);
    }

    /// <summary>Positions in a plane with its rim, of a row whose steps lie in luma pixels.</summary>
    /// <param name="step">Luma pixels of a sample of the plane: 1 or 2.</param>
    private void Positions(Plane plane, int row, int step, int count)
    {
        // Half a step up, and the whole a positive number: cutting off then rounds.
        const float up = (1 << 22) + 0.5f;
        const int down = 1 << 22;
        int rim = plane.Rim << PlaneSampler.Bits, top = (row << PlaneSampler.Bits) + rim;
        if (step == 2)
        {
            for (var x = 0; x < count; x++)
            {
                _xs[x] = (int)(_x[2 * x] * 128 + up) - down + rim + (x << PlaneSampler.Bits);
                _ys[x] = (int)(_y[2 * x] * 128 + up) - down + top;
            }

            return;
        }

        for (var x = 0; x < count; x += Vector256<float>.Count)
        {
            var at = Vector256.Create(x) + Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7);
            (Parts(Vector256.LoadUnsafe(ref _x[x])) + (at << PlaneSampler.Bits) + Vector256.Create(rim)).StoreUnsafe(ref _xs[x]);
            (Parts(Vector256.LoadUnsafe(ref _y[x])) + Vector256.Create(top)).StoreUnsafe(ref _ys[x]);
        }

        static Vector256<int> Parts(Vector256<float> steps) =>
            Vector256.ConvertToInt32(steps * Vector256.Create(256f) + Vector256.Create(up)) - Vector256.Create(down);
    }

    /// <summary>One row of a field, at every pixel.</summary>
    private void Spread(float[] field, int y, float[] result)
    {
        var grid = Fields.Grid;
        int row = Math.Min(y / grid.Cell, grid.Rows - 2), at = row * grid.Columns;
        var share = (y - row * grid.Cell) / (float)grid.Cell;
        for (var x = 0; x < grid.Columns; x++)
            _gridRow[x] = field[at + x] + (field[at + grid.Columns + x] - field[at + x]) * share;
        var ramp = Vector128.Create(0f, 1, 2, 3);
        for (var column = 0; column < grid.Columns - 1; column++)
        {
            var from = _gridRow[column];
            var step = (_gridRow[column + 1] - from) / grid.Cell;
            for (var k = 0; k < grid.Cell; k += 4)
                (Vector128.Create(from) + Vector128.Create(step) * (ramp + Vector128.Create((float)k))).StoreUnsafe(ref result[column * grid.Cell + k]);
        }
    }
}
