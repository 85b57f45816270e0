using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Crafts;

/// <summary>Lamps in the dark: beams that lie ahead, and halos.</summary>
internal sealed class CraftLights
{
    private readonly List<Sprite> _beams = [];
    private readonly List<Halo> _halos = [];

    /// <param name="lamps">In stage pixels.</param>
    /// <param name="side">1 where ahead is to the right, else -1.</param>
    public CraftLights(Stage stage, IEnumerable<CraftLamp> lamps, CraftColors colors, int side)
    {
        foreach (var lamp in lamps)
        {
            if (lamp.Beams)
                _beams.Add(Beam(stage, lamp, side));
            _halos.Add(new Halo(stage, lamp.At, lamp.Beams ? lamp.Reach * 0.16f : lamp.Reach, colors[lamp.Paper], 0.8f));
        }
    }

    public void Draw(SKCanvas canvas, SKMatrix matrix)
    {
        foreach (var beam in _beams)
            beam.Draw(canvas, matrix);
        foreach (var halo in _halos)
            halo.Draw(canvas, matrix, 1);
    }

    /// <summary>A cone of light that sinks a little to the road and fades.</summary>
    private static Sprite Beam(Stage stage, CraftLamp lamp, int side)
    {
        float reach = lamp.Reach, x = lamp.At.X, y = lamp.At.Y, near = reach * 0.022f;
        var cone = Knife.Polygon(x, y - near, x + side * reach, y - reach * 0.06f, x + side * reach, y + reach * 0.24f, x, y + near);
        var box = cone.Bounds;
        box.Inflate(reach * 0.06f, reach * 0.06f);
        var light = new SKColor(0xFF, 0xE8, 0xA8);
        return Sprite.Bake(stage, box, canvas =>
        {
            using var shader = SKShader.CreateRadialGradient(lamp.At, reach, [light.WithAlpha(150), light.WithAlpha(54), light.WithAlpha(0)], [0, 0.42f, 1], SKShaderTileMode.Clamp);
            using var soft = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, reach * 0.016f);
            using var paint = new HeldPaint { IsAntialias = true, Shader = shader, MaskFilter = soft };
            canvas.DrawPath(cone, paint);
        });
    }
}
