using OmniReel.Media.Ink;
using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>
/// Darkened corners: for every pixel the share of the corner colour, in 1/256, worked out once per shot. The shape is an
/// ellipse that leaves the middle of the frame alone.
/// </summary>
internal sealed class Vignette
{
    /// <summary>Squared distance from the middle (corners are at 1) where darkening begins.</summary>
    private const float Begin = 0.30f;

    public Vignette(Stage stage, SKColor color)
    {
        LumaOfCorner = Bt709.Luma(color.Red, color.Green, color.Blue);
        ChromaOfCorner = (Bt709.ChromaU(color.Red, color.Green, color.Blue), Bt709.ChromaV(color.Red, color.Green, color.Blue));
        Shares = new byte[stage.Width * stage.Height];
        for (var y = 0; y < stage.Height; y++)
        {
            var v = (2 * y + 1f) / stage.Height - 1;
            for (var x = 0; x < stage.Width; x++)
            {
                var u = (2 * x + 1f) / stage.Width - 1;
                var beyond = Math.Max(0, ((u * u + v * v) * 0.5f - Begin) / (1 - Begin));
                Shares[y * stage.Width + x] = (byte)(color.Alpha * beyond * (1.6f - 0.6f * beyond));
            }
        }
    }

    /// <summary>Paper that ink is laid on: its corners hardly darken, and its tooth shows everywhere.</summary>
    public static Vignette OfPaper(Stage stage)
    {
        var paper = new Vignette(stage, new SKColor(0x4A, 0x38, 0x28, 46));
        for (var i = 0; i < paper.Shares.Length; i++)
            paper.Shares[i] = (byte)Math.Min(255, paper.Shares[i] + Tooth.At(i % stage.Width, i / stage.Width));
        return paper;
    }

    /// <summary>Eight fractional bits.</summary>
    public int LumaOfCorner { get; }

    /// <summary>Eight fractional bits.</summary>
    public (int U, int V) ChromaOfCorner { get; }

    /// <summary>Row by row, one byte per pixel of the frame.</summary>
    public byte[] Shares { get; }
}
