using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Watermarks;

/// <summary>
/// The mark in the lower right corner of a film of one size: light strokes with a dark breath around them, so that it reads on bright
/// and on dark ground alike. Drawn once; immutable, so threads may share it.
/// </summary>
internal sealed class Watermark
{
    /// <summary>Height of a small letter and distance from the edges, of the frame's shorter side.</summary>
    private const float LetterShare = 0.0195f, MarginShare = 0.034f;

    private const byte LightAlpha = 200, DarkAlpha = 120;

    private readonly int _left, _top, _width, _height;

    /// <summary>Row by row over the mark's box: what is kept of the frame's luma, in 1/255, and what is added, with eight fractional bits.</summary>
    private readonly byte[] _kept;
    private readonly ushort[] _added;

    /// <summary>The same of the half-size chroma, whose addition is the neutral grey of the rest.</summary>
    private readonly byte[] _keptChroma;

    public Watermark(int width, int height)
    {
        var unit = Math.Max(3f, LetterShare * Math.Min(width, height));
        var margin = MarginShare * Math.Min(width, height);
        var breath = unit * 0.9f;
        _width = Math.Min(width, Even(Wordmark.Width * unit + 2 * breath));
        _height = Math.Min(height, Even((Wordmark.Capital + 0.6f) * unit + 2 * breath));
        _left = Math.Max(0, (int)(width - margin + breath - _width) / 2 * 2);
        _top = Math.Max(0, (int)(height - margin + breath - _height) / 2 * 2);
        _left = Math.Min(_left, width - _width);
        _top = Math.Min(_top, height - _height);
        using var picture = Draw(unit, breath);
        (_kept, _added, _keptChroma) = (new byte[_width * _height], new ushort[_width * _height], new byte[_width * _height / 4]);
        Read(picture.GetPixelSpan());
    }

    /// <summary>Lays the mark into a frame of the size that it was made for.</summary>
    public void Blend(Span<byte> i420, int frameWidth, int frameHeight)
    {
        for (var y = 0; y < _height; y++)
        {
            var row = i420.Slice((_top + y) * frameWidth + _left, _width);
            for (var x = 0; x < row.Length; x++)
            {
                var at = y * _width + x;
                row[x] = (byte)(((row[x] * _kept[at] * 257 >> 8) + _added[at] + 128) >> 8);
            }
        }

        BlendChroma(i420[(frameWidth * frameHeight)..], frameWidth / 2);
        BlendChroma(i420[(frameWidth * frameHeight * 5 / 4)..], frameWidth / 2);
    }

    private void BlendChroma(Span<byte> plane, int stride)
    {
        for (var y = 0; y < _height / 2; y++)
        {
            var row = plane.Slice((_top / 2 + y) * stride + _left / 2, _width / 2);
            for (var x = 0; x < row.Length; x++)
                row[x] = (byte)(128 + (row[x] - 128) * _keptChroma[y * (_width / 2) + x] / 255);
        }
    }

    private SKBitmap Draw(float unit, float breath)
    {
        var bitmap = new SKBitmap(new SKImageInfo(_width, _height, SKColorType.Bgra8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        canvas.Translate(breath, _height - breath - 0.3f * unit);
        canvas.Scale(unit);
        using SKPath letters = Wordmark.Letters(), sign = Wordmark.Sign();
        using var soft = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 0.2f);
        using var dark = new HeldPaint { Color = SKColors.Black.WithAlpha(DarkAlpha), IsAntialias = true, MaskFilter = soft };
        using var light = new HeldPaint { Color = SKColors.White.WithAlpha(LightAlpha), IsAntialias = true };
        foreach (var paint in new[] { dark, light })
        {
            canvas.DrawPath(sign, paint);
            (paint.Style, paint.StrokeWidth, paint.StrokeCap, paint.StrokeJoin) = (SKPaintStyle.Stroke, paint == dark ? 0.4f : Wordmark.Stroke, SKStrokeCap.Round, SKStrokeJoin.Round);
            canvas.DrawPath(letters, paint);
        }

        return bitmap;
    }

    private void Read(ReadOnlySpan<byte> premultiplied)
    {
        for (var at = 0; at < _kept.Length; at++)
        {
            int blue = premultiplied[4 * at], green = premultiplied[4 * at + 1], red = premultiplied[4 * at + 2], alpha = premultiplied[4 * at + 3];
            _kept[at] = (byte)(255 - alpha);
            _added[at] = (ushort)(Bt709.Luma(red, green, blue) - (16 << 8) + (16 << 8) * alpha / 255);
        }

        for (var at = 0; at < _keptChroma.Length; at++)
        {
            var first = at / (_width / 2) * 2 * _width + at % (_width / 2) * 2;
            _keptChroma[at] = (byte)((_kept[first] + _kept[first + 1] + _kept[first + _width] + _kept[first + _width + 1] + 2) / 4);
        }
    }

    private static int Even(float length) => (int)MathF.Ceiling(length / 2) * 2;
}
