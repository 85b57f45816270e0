using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Scenes.Falling;
using SkiaSharp;

namespace OmniReel.Media.Editing.Weather;

/// <summary>How one kind of thing moves through the frame.</summary>
/// <param name="Count">At 1280 × 720.</param>
/// <param name="Slow">Units per second of the slowest; below 0 it rises.</param>
/// <param name="Fast">Likewise of the fastest.</param>
/// <param name="Lean">Sideways pixels per pixel fallen.</param>
/// <param name="Sway">Units to either side.</param>
/// <param name="Tumbles">It turns over as it falls, as leaves do.</param>
/// <param name="Pulses">It glows and fades.</param>
internal readonly record struct DriftLook(int Count, float Slow, float Fast, float Lean, float Sway, bool Tumbles = false, bool Pulses = false);

/// <summary>Many small pictures that fall, rise or float over a film at one distance.</summary>
internal sealed class Drift : IFrameStep, IDisposable
{
    private readonly DriftLook _look;
    private readonly IReadOnlyList<Sprite> _sprites;
    private readonly SKBlendMode _blend;
    private readonly Fall _fall;
    private readonly float _unit;
    private readonly int _height;

    /// <param name="size">Units of the largest picture.</param>
    public Drift(Stage stage, int salt, DriftLook look, IReadOnlyList<Sprite> sprites, float size, SKBlendMode blend = SKBlendMode.SrcOver)
    {
        (_look, _sprites, _blend, _unit, _height) = (look, sprites, blend, stage.Unit, stage.Height);
        _fall = new Fall(
            stage, new Random(salt), look.Count, (MathF.Abs(look.Slow) * stage.Unit, MathF.Abs(look.Fast) * stage.Unit), look.Lean, (look.Sway + size) * stage.Unit);
    }

    public void Apply(Easel easel, Moment moment)
    {
        using var paint = new HeldPaint { BlendMode = _blend };
        foreach (var (at, kind) in _fall.At(moment.Seconds + 20))
        {
            var own = kind * _sprites.Count;
            var phase = kind * 977 % 1 * MathF.Tau;
            var swing = moment.Seconds * (0.8f + 0.9f * (own % 1)) + phase;
            var x = at.X + MathF.Sin(swing) * _look.Sway * _unit;
            var y = (_look.Slow < 0 ? _height - at.Y : at.Y) + MathF.Cos(swing * 1.7f) * _look.Sway * 0.18f * _unit;
            if (_look.Pulses)
                paint.Color = SKColors.White.WithAlpha((byte)(255 * MathF.Pow(0.5f + 0.5f * MathF.Sin(swing * 2.1f + phase * 3), 2)));
            _sprites[(int)own].Draw(easel.Canvas, Turn(swing, phase).PostConcat(SKMatrix.CreateTranslation(x, y)), paint);
        }
    }

    public void Dispose()
    {
        foreach (var sprite in _sprites)
            sprite.Dispose();
    }

    private SKMatrix Turn(float swing, float phase)
    {
        if (!_look.Tumbles)
            return SKMatrix.Identity;
        // Seen from the side a leaf is a line: it is as wide as it turns to us.
        var turned = MathF.Cos(swing * 2.3f + phase);
        var width = MathF.Abs(turned) < 0.16f ? MathF.CopySign(0.16f, turned) : turned;
        return SKMatrix.CreateScale(width, 1).PostConcat(SKMatrix.CreateRotation(phase + 0.9f * MathF.Sin(swing * 1.1f)));
    }
}
