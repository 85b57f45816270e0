using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A toadstool, height about 1: pale foot, domed cap with round spots cut through to pale paper.</summary>
internal static class Mushroom
{
    public static Prop Cut(SKColor cap, SKColor foot)
    {
        var dome = Held.Path();
        dome.MoveTo(-0.52f, -0.52f);
        dome.QuadTo(-0.44f, -1.06f, 0, -1.06f);
        dome.QuadTo(0.44f, -1.06f, 0.52f, -0.52f);
        dome.QuadTo(0, -0.40f, -0.52f, -0.52f);
        dome.Close();
        foreach (var (x, y, r) in ((float, float, float)[])[(-0.26f, -0.68f, 0.075f), (0.04f, -0.84f, 0.09f), (0.30f, -0.66f, 0.06f), (0.02f, -0.58f, 0.045f)])
            dome.Hole(Knife.Disc(x, y, r));
        return new Prop()
            .Sheet(Knife.Smooth(true, -0.16f, 0.04f, -0.11f, -0.3f, -0.13f, -0.6f, 0.13f, -0.6f, 0.11f, -0.3f, 0.17f, 0.04f), foot, 0.4f, 1.2f)
            .Tissue(Knife.Box(-0.34f, -0.92f, 0.38f, -0.54f), foot)
            .Sheet(dome, cap, 0.6f, 1.6f);
    }
}
