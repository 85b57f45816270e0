using OmniReel.Media.Frames;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Falling;

/// <summary>
/// Many small things that fall through the frame for ever: each falls at its own pace and begins again above the frame at
/// another place, so that no pattern repeats. Where one is, is a pure function of the time.
/// </summary>
internal sealed class Fall
{
    private readonly One[] _all;
    private readonly SKRect _reach;
    private readonly float _lean;
    private readonly uint _salt;

    /// <param name="count">At 1280×720 of any size; wider or taller frames get as many per area.</param>
    /// <param name="speed">Slowest and fastest, in pixels per second.</param>
    /// <param name="lean">Sideways pixels per pixel fallen.</param>
    /// <param name="margin">Pixels beyond reach where things begin and end out of sight.</param>
    public Fall(Stage stage, Random random, int count, (float Slow, float Fast) speed, float lean, float margin)
    {
        _lean = lean;
        _reach = stage.Reach;
        _reach.Inflate(margin, margin);
        var area = stage.Width * stage.Height / (stage.Unit * stage.Unit * 1280 * 720);
        _all = new One[(int)(count * area)];
        for (var i = 0; i < _all.Length; i++)
        {
            // The plastic number's sequence spreads things evenly where dice would heap them.
            var (down, across) = ((float)(0.7548776662 * i % 1), (float)(0.5698402910 * i % 1));
            _all[i] = new One(down, across, speed.Slow + (speed.Fast - speed.Slow) * random.NextSingle(), random.NextSingle());
        }

        _salt = (uint)random.Next();
    }

    /// <summary>Where each is, with a number of its own from 0 to 1 that never changes.</summary>
    public IEnumerable<(SKPoint At, float Kind)> At(float seconds)
    {
        foreach (var one in _all)
        {
            var fallen = one.Start + one.Speed * seconds / _reach.Height;
            var round = MathF.Floor(fallen);
            var y = (fallen - round) * _reach.Height;
            var x = (one.Across + Share((uint)round)) % 1 * (_reach.Width + MathF.Abs(_lean) * _reach.Height);
            yield return (new SKPoint(_reach.Left + x + _lean * (_lean > 0 ? y - _reach.Height : y), _reach.Top + y), one.Kind);
        }
    }

    private float Share(uint round)
    {
        var mixed = unchecked((_salt ^ round * 0x9E3779B9u) * 0x85EBCA6Bu);
        mixed = unchecked((mixed ^ mixed >> 15) * 0xC2B2AE35u);
        return (mixed >> 8) / (float)(1 << 24);
    }

    private readonly record struct One(float Start, float Across, float Speed, float Kind);
}
