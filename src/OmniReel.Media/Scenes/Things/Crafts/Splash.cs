using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Crafts;

/// <summary>Water that an animal throws up where it leaves the sea and where it comes back: a crown of paper, drops, rings that spread.</summary>
internal sealed class Splash
{
    private const int Drops = 11;
    private const float Life = 1.15f;

    private readonly Sprite _far, _near, _collar, _drop, _ring;
    private readonly SKPoint _at;
    private readonly float _size;
    private readonly float _reach;

    /// <param name="at">Middle of the animal's way, on the waterline.</param>
    /// <param name="length">Of the animal, in pixels.</param>
    public Splash(SheetPainter painter, SKPoint at, float length, SKColor foam, SKColor water)
    {
        (_at, _reach) = (at, length * 0.30f);
        _size = Math.Max(length * 0.20f, 16 * painter.Stage.Unit);
        _far = Cut(painter, Crown(at, _size, 7, 0.82f), Tint.Mix(water, foam, 0.45f));
        _near = Cut(painter, Crown(at, _size * 0.92f, 6, 0.56f), foam);
        _collar = Cut(painter, Crown(at, _size, 9, 0.40f), Tint.Mix(water, foam, 0.78f));
        _drop = Cut(painter, Knife.Smooth(true, at.X, at.Y - _size * 0.10f, at.X + _size * 0.055f, at.Y + _size * 0.02f, at.X, at.Y + _size * 0.07f, at.X - _size * 0.055f, at.Y + _size * 0.02f), foam);
        var ring = Held.Path();
        ring.AddOval(new SKRect(at.X - _size, at.Y - _size * 0.17f, at.X + _size, at.Y + _size * 0.17f));
        var inner = Held.Path();
        inner.AddOval(new SKRect(at.X - _size * 0.93f, at.Y - _size * 0.135f, at.X + _size * 0.93f, at.Y + _size * 0.145f));
        ring.Hole(inner);
        _ring = Sprite.Bake(painter.Stage, SKRect.Inflate(ring.Bounds, 3, 3), canvas => painter.Tissue(canvas, ring, foam));
    }

    public void DrawBehind(SKCanvas canvas, Func<Moment, float> way, Moment moment, float phase, (float X, float Breadth) passage)
    {
        if (passage.Breadth > 0)
        {
            // The water heaps up about the body.
            var wide = 0.95f * passage.Breadth / _size;
            _ring.Draw(canvas, SKMatrix.CreateScale(wide * 1.5f, wide * 1.5f, _at.X, _at.Y).PostConcat(SKMatrix.CreateTranslation(passage.X - _at.X, 0)), 150);
            _far.Draw(canvas, Around(passage, moment.Seconds + phase, 1.05f));
        }

        foreach (var (age, x, strength) in Events(way, moment, phase))
        {
            for (var ring = 0; ring < 3; ring++)
            {
                var old = age / 2.6f - ring * 0.16f;
                if (old is <= 0 or >= 1)
                    continue;
                var wide = (0.5f + 2.1f * MathF.Sqrt(old)) * strength;
                _ring.Draw(canvas, SKMatrix.CreateScale(wide, wide, _at.X, _at.Y).PostConcat(SKMatrix.CreateTranslation(x, 0)), (byte)(190 * (1 - old)));
            }

            if (Height(age) is > 0.02f and var high)
                _far.Draw(canvas, Standing(x, strength, high));
        }
    }

    public void DrawBefore(SKCanvas canvas, Func<Moment, float> way, Moment moment, float phase, (float X, float Breadth) passage)
    {
        if (passage.Breadth > 0)
            _collar.Draw(canvas, Around(passage, moment.Seconds + phase, 0.95f));

        foreach (var (age, x, strength) in Events(way, moment, phase))
        {
            if (Height(age) is > 0.02f and var high)
                _near.Draw(canvas, Standing(x, strength, high));
            for (var i = 0; i < Drops; i++)
                Drop(canvas, i, age, x, strength);
        }
    }

    /// <summary>Takes a crown to where the body goes through the surface, a little broader than it; it seethes.</summary>
    private SKMatrix Around((float X, float Breadth) passage, float seconds, float high)
    {
        float wide = (0.5f * passage.Breadth + 0.30f * _size) / _size, seethes = 1 + 0.12f * MathF.Sin(seconds * 13);
        return SKMatrix.CreateScale(wide, Math.Clamp(0.5f * wide + 0.25f, 0.35f, 0.9f) * high * seethes, _at.X, _at.Y).PostConcat(SKMatrix.CreateTranslation(passage.X - _at.X, 0));
    }

    /// <summary>Seconds since the surface broke, where, how much: coming back throws up more.</summary>
    private IEnumerable<(float Age, float X, float Strength)> Events(Func<Moment, float> way, Moment moment, float phase)
    {
        var seconds = moment.Seconds + phase;
        var leap = (int)MathF.Floor(seconds / CraftActs.LeapPeriod + CraftActs.Lead);
        for (var number = leap - 1; number <= leap; number++)
        {
            foreach (var (at, ahead, strength) in ((float, float, float)[])[(CraftActs.Surface.Out, 0.10f, 0.78f), (CraftActs.Surface.In, 0.16f, 1.15f)])
            {
                var second = CraftActs.LeapSecond(number, at);
                var age = seconds - second;
                // What was before the shot began is nobody's.
                if (age is < 0 or > 2.6f || second < phase)
                    continue;
                // Where the way was at that second: the way is even.
                var frame = (second - phase) * 24;
                var span = new Moment(moment.Frames - 1, moment.Frames);
                float from = way(new Moment(0, moment.Frames)), to = way(span);
                var x = from + (to - from) * frame / Math.Max(1, moment.Frames - 1);
                yield return (age, x + Math.Sign(to - from) * ahead * _reach, strength);
            }
        }
    }

    private SKMatrix Standing(float x, float strength, float high) =>
        SKMatrix.CreateScale(strength * (0.75f + 0.35f * high), strength * high, _at.X, _at.Y).PostConcat(SKMatrix.CreateTranslation(x, 0));

    /// <summary>Up quickly, down slowly.</summary>
    private static float Height(float age) => age is <= 0 or >= Life ? 0 : age < 0.26f ? MathF.Sin(age / 0.26f * MathF.PI / 2) : 1 - MathF.Pow((age - 0.26f) / (Life - 0.26f), 1.4f);

    private void Drop(SKCanvas canvas, int number, float age, float x, float strength)
    {
        var spread = number / (Drops - 1f) * 2 - 1;
        var odd = MathF.Sin(number * 5.3f);
        float up = _size * strength * (4.4f + 1.1f * odd - 1.4f * spread * spread), across = _size * strength * (2.0f * spread + 0.3f * odd), fall = _size * strength * 9;
        float dy = -up * age + fall * age * age / 2, speed = -up + fall * age;
        if (dy > 0 || age <= 0.02f)
            return;
        var size = 0.7f + 0.5f * MathF.Abs(MathF.Sin(number * 3.1f));
        var matrix = SKMatrix.CreateScale(size, size, _at.X, _at.Y)
            .PostConcat(SKMatrix.CreateRotation(MathF.Atan2(across, -speed), _at.X, _at.Y))
            .PostConcat(SKMatrix.CreateTranslation(x + across * age, dy));
        _drop.Draw(canvas, matrix);
    }

    private static Sprite Cut(SheetPainter painter, SKPath shape, SKColor color)
    {
        var box = shape.Bounds;
        box.Inflate(9 * painter.Stage.Unit, 9 * painter.Stage.Unit);
        return Sprite.Bake(painter.Stage, box, canvas => painter.Sheet(canvas, shape, color, 0.3f, 1.1f));
    }

    /// <summary>Round tongues that lean outward, on a bow: the middle ones are the highest.</summary>
    private static SKPath Crown(SKPoint at, float size, int tongues, float height)
    {
        var path = Held.Path();
        path.MoveTo(at.X - size, at.Y + size * 0.05f);
        for (var i = 0; i < tongues; i++)
        {
            float a = -1 + 2f * i / tongues, b = -1 + 2f * (i + 1) / tongues, middle = (a + b) / 2;
            var high = size * height * (1.25f - 0.75f * MathF.Abs(middle) + 0.22f * MathF.Sin(i * 2.7f));
            float tip = at.X + size * middle * 1.24f, round = size * 0.42f / tongues, valley = i == tongues - 1 ? -size * 0.05f : high * 0.26f;
            path.CubicTo(at.X + size * (a + 0.10f), at.Y - high * 0.35f, tip - round * 1.3f, at.Y - high * 0.62f, tip - round, at.Y - high * 0.92f);
            path.CubicTo(tip - round * 0.8f, at.Y - high * 1.08f, tip + round * 0.8f, at.Y - high * 1.08f, tip + round, at.Y - high * 0.92f);
            path.CubicTo(tip + round * 1.3f, at.Y - high * 0.62f, at.X + size * (b - 0.10f), at.Y - high * 0.35f, at.X + size * b, at.Y - valley);
        }

        path.QuadTo(at.X, at.Y + size * 0.2f, at.X - size, at.Y + size * 0.05f);
        path.Close();
        return path;
    }
}
