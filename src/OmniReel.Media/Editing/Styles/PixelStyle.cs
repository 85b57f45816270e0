using OmniReel.Media.Frames;

namespace OmniReel.Media.Editing.Styles;

/// <summary>像素: large square pixels in few colours, shaded with the pattern of old game machines; contours of things are darker.</summary>
internal sealed unsafe class PixelStyle : IFrameStep
{
    private const int Levels = 6;

    private static readonly int[] s_pattern = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];

    private readonly int _side, _columns, _rows;

    /// <summary>Pixels of the picture that one of the style takes up: 180 of them down the shorter side.</summary>
    public PixelStyle(int width, int height)
    {
        _side = Math.Max(2, (int)MathF.Round(Math.Min(width, height) / 150f));
        (_columns, _rows) = ((width + _side - 1) / _side, (height + _side - 1) / _side);
    }

    public void Apply(Easel easel, Moment moment)
    {
        var means = new (float R, float G, float B)[_columns * _rows];
        for (var row = 0; row < _rows; row++)
        {
            for (var column = 0; column < _columns; column++)
                means[row * _columns + column] = Mean(easel, column, row);
        }

        for (var row = 0; row < _rows; row++)
        {
            for (var column = 0; column < _columns; column++)
                Fill(easel, column, row, Color(means, column, row));
        }
    }

    private (float R, float G, float B) Mean(Easel easel, int column, int row)
    {
        int r = 0, g = 0, b = 0, count = 0;
        for (var y = row * _side; y < Math.Min(easel.Height, (row + 1) * _side); y++)
        {
            var line = easel.Pixels.Row(y);
            for (var x = column * _side; x < Math.Min(easel.Width, (column + 1) * _side); x++)
            {
                r += (int)(line[x] >> 16) & 255;
                g += (int)(line[x] >> 8) & 255;
                b += (int)line[x] & 255;
                count++;
            }
        }

        return (r / (255f * count), g / (255f * count), b / (255f * count));
    }

    private uint Color((float R, float G, float B)[] means, int column, int row)
    {
        var (r, g, b) = means[row * _columns + column];
        var luma = Luma((r, g, b));
        // The darker side of a strong edge becomes a contour.
        var around = Math.Max(
            Math.Max(At(means, column - 1, row), At(means, column + 1, row)), Math.Max(At(means, column, row - 1), At(means, column, row + 1)));
        var contour = 1 - 0.5f * Math.Clamp((around - luma - 0.14f) * 5, 0, 1);
        var dither = (s_pattern[(row & 3) * 4 + (column & 3)] - 7.5f) / 16f * 0.55f / (Levels - 1);
        return 0xFF000000u | Level(r) << 16 | Level(g) << 8 | Level(b);

        uint Level(float value)
        {
            var vivid = (luma + (value - luma) * 1.32f - 0.5f) * 1.1f + 0.5f;
            var step = MathF.Round(Math.Clamp(vivid * contour + dither, 0, 1) * (Levels - 1)) / (Levels - 1);
            return (uint)(step * 255 + 0.5f);
        }
    }

    private float At((float R, float G, float B)[] means, int column, int row) =>
        Luma(means[Math.Clamp(row, 0, _rows - 1) * _columns + Math.Clamp(column, 0, _columns - 1)]);

    private static float Luma((float R, float G, float B) color) => 0.2126f * color.R + 0.7152f * color.G + 0.0722f * color.B;

    private void Fill(Easel easel, int column, int row, uint color)
    {
        var left = column * _side;
        for (var y = row * _side; y < Math.Min(easel.Height, (row + 1) * _side); y++)
            new Span<uint>(easel.Pixels.Row(y) + left, Math.Min(_side, easel.Width - left)).Fill(color);
    }
}
