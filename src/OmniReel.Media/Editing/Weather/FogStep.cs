using System.Runtime.InteropServices;
using OmniReel.Media.Editing.Pixels;
using OmniReel.Media.Frames;
using SkiaSharp;

namespace OmniReel.Media.Editing.Weather;

/// <summary>Banks of fog that drift: dense toward the horizon, which a film is taken to have above its middle, thin at the feet.</summary>
internal sealed class FogStep(int width, int height, SKColor color, float density) : IFrameStep
{
    /// <summary>Fog has no detail: a value for so many pixels either way.</summary>
    private const int Cell = 8;

    private readonly int _columns = (width + Cell - 1) / Cell + 1, _rows = (height + Cell - 1) / Cell + 1;

    public void Apply(Easel easel, Moment moment)
    {
        using var banks = new SKBitmap(new SKImageInfo(_columns, _rows, SKColorType.Bgra8888, SKAlphaType.Premul));
        var pixels = MemoryMarshal.Cast<byte, uint>(banks.GetPixelSpan());
        for (var row = 0; row < _rows; row++)
        {
            for (var column = 0; column < _columns; column++)
                pixels[row * _columns + column] = Premultiplied(Density(column * Cell / (float)height, row * Cell / (float)height, moment.Seconds));
        }

        using var image = SKImage.FromBitmap(banks);
        easel.Canvas.DrawImage(image, new SKRect(0, 0, _columns * Cell, _rows * Cell), new SKSamplingOptions(SKFilterMode.Linear));
    }

    /// <param name="x">Heights of the frame from the left.</param>
    private float Density(float x, float y, float seconds)
    {
        var far = MathF.Exp(-MathF.Pow((y - 0.42f) / 0.30f, 2)) * 0.75f + 0.32f;
        var slow = NoiseField.At(x * 1.3f - seconds * 0.10f, y * 3.1f + seconds * 0.015f, 4, 101);
        var quick = NoiseField.At(x * 2.7f - seconds * 0.23f, y * 6f, 3, 102);
        var bank = Math.Clamp((slow * 0.7f + quick * 0.3f - 0.30f) * 2.2f, 0, 1);
        return Math.Clamp(density * far * (0.72f + 0.50f * bank), 0, 0.96f);
    }

    private uint Premultiplied(float alpha) => (uint)(alpha * 255) << 24 | (uint)(color.Red * alpha) << 16 | (uint)(color.Green * alpha) << 8 | (uint)(color.Blue * alpha);
}
