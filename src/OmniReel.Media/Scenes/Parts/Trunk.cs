using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A forest trunk that leaves the frame at the top: width about 1 at the foot, given height, roots, bark slits.</summary>
internal static class Trunk
{
    /// <param name="height">In widths.</param>
    /// <param name="isBirch">Birches are slim, pale and have dark bars.</param>
    /// <param name="random">Decides where slits and stubs are.</param>
    public static Prop Cut(float height, SKColor bark, bool isBirch, Random random, SKColor? snow = null)
    {
        float lean = (random.NextSingle() - 0.5f) * 0.5f, waist = isBirch ? 0.30f : 0.34f;
        var body = Knife.Smooth(
            true,
            -0.98f, 0.13f, -0.60f, 0.0f, -0.42f, -0.34f, -waist, -1.2f, -waist + lean * 0.4f, -height * 0.5f, -waist * 0.8f + lean, -height,
            waist * 0.8f + lean, -height, waist + lean * 0.4f, -height * 0.5f, waist, -1.2f, 0.43f, -0.36f, 0.64f, -0.02f, 1.04f, 0.12f, 0.62f, 0.11f, 0.34f, 0.06f, 0.14f, 0.17f, -0.12f, 0.07f, -0.40f, 0.15f, -0.62f, 0.09f);
        for (var y = 0.9f; y < height - 1; y += 0.75f)
        {
            var x = (random.NextSingle() - 0.5f) * waist * 0.9f + lean * y / height;
            if (isBirch)
                body.Hole(Knife.Smooth(true, x - 0.16f, -y, x, -y - 0.035f, x + 0.15f, -y - 0.01f, x, -y + 0.03f));
            else
                body.Hole(Knife.Crescent(x, -y - random.NextSingle() * 0.2f, 0.20f, 0.035f, 84 + random.Next(12)));
        }

        var trunk = new Prop();
        if (isBirch)
            trunk.Tissue(body.Bounds is var box ? Knife.Box(-waist * 0.7f + lean * 0.2f, box.Top + height * 0.02f, waist * 0.7f + lean * 0.2f, -0.4f) : body, Tint.Mix(bark, SKColors.Black, 0.55f));
        trunk.Sheet(body, bark, 1, 2);
        return snow is { } white
            ? trunk.Sheet(Knife.Smooth(true, -1.25f, 0.20f, -0.74f, 0.05f, -0.32f, -0.08f, 0.04f, -0.03f, 0.40f, -0.11f, 0.84f, 0.06f, 1.30f, 0.20f, 0, 0.25f), white, 0.3f, 1.2f)
            : trunk;
    }
}
