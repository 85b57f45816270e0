using OmniReel.Media.Editing.Pixels;

namespace OmniReel.Media.Editing.Styles;

/// <summary>What hand-made styles have in common: the size of a stroke in this frame, and paper that stays where it is.</summary>
internal sealed class Sheet(int width, int height) : IDisposable
{
    private readonly List<Plane> _planes = [];

    public int Width { get; } = width;

    public int Height { get; } = height;

    /// <summary>Pixels of a line of one unit: 1 at 720 pixels of the shorter side.</summary>
    public float Unit { get; } = Math.Min(width, height) / 720f;

    public int Pixels(float units) => Math.Max(1, (int)MathF.Round(units * Unit));

    /// <summary>Noise that belongs to the sheet and goes when it goes.</summary>
    public Plane Noise(float grain, int octaves, uint salt, float stretch = 1)
    {
        var plane = NoiseField.Of(Width, Height, grain * Unit, octaves, salt, stretch);
        _planes.Add(plane);
        return plane;
    }

    /// <summary>Strokes side by side at an angle, 0 to 1: where they are below a tone, that tone is drawn.</summary>
    /// <param name="degrees">Against the horizontal.</param>
    public unsafe Plane Hatching(float degrees, uint salt)
    {
        var plane = new Plane(Width, Height);
        var (sin, cos) = MathF.SinCos(degrees * MathF.PI / 180);
        Parallel.For(0, Height, y =>
        {
            for (var x = 0; x < Width; x++)
            {
                float along = (x * cos + y * sin) / Unit, across = (y * cos - x * sin) / Unit;
                // Strokes bend a little, end somewhere and are not equally far apart.
                across += 2.2f * (NoiseField.At(along / 90, across / 60, 2, salt + 7) - 0.5f) * 3;
                var stroke = 0.5f + 0.5f * MathF.Sin(across * MathF.Tau / 5.2f);
                var pressure = NoiseField.At(along / 46, across / 5.2f, 2, salt);
                plane.Row(y)[x] = Math.Clamp(0.62f * stroke + 0.62f * pressure - 0.1f, 0, 1);
            }
        });
        _planes.Add(plane);
        return plane;
    }

    public void Dispose() => _planes.ForEach(plane => plane.Dispose());
}
