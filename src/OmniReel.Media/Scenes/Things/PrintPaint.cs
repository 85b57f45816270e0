using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>The colours of a picture on lit paper.</summary>
internal static class PrintPaint
{
    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    private static readonly SKSamplingOptions Enlarged = new(SKCubicResampler.Mitchell);

    public static SKImage Image(PrintPicture picture) =>
        SKImage.FromPixelCopy(new SKImageInfo(picture.Width, picture.Height, SKColorType.Bgra8888, SKAlphaType.Premul), picture.Pixels);

    /// <summary>How the picture is sampled where it is drawn so wide.</summary>
    public static SKSamplingOptions Sampling(PrintPicture picture, float width) => width < picture.Width ? Smooth : Enlarged;

    /// <summary>Paint that lays the picture over a box: its colours times the fibre and the light on white paper.</summary>
    /// <param name="paper">White as it looks in the air of the shot.</param>
    /// <param name="beyond">What is seen outside of the box.</param>
    public static SKPaint Of(PrintPicture picture, SKRect box, SheetPainter painter, SKColor paper, SKShaderTileMode beyond = SKShaderTileMode.Decal)
    {
        using var image = Image(picture);
        var toBox = SKMatrix.CreateScaleTranslation(box.Width / picture.Width, box.Height / picture.Height, box.Left, box.Top);
        using var colors = image.ToShader(beyond, beyond, Sampling(picture, box.Width), toBox);
        using var face = painter.Face(paper);
        using var lit = SKShader.CreateCompose(face.Shader, colors, SKBlendMode.Modulate);
        return new HeldPaint { IsAntialias = true, Shader = lit };
    }
}
