using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Parts;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Places;

/// <summary>A stage: a back cloth lit from behind, hills of pasteboard, red curtains under a swagged valance, boards in a spotlight.</summary>
internal sealed class Theatre
{
    private static readonly SKColor s_velvet = Tint.Hex(0xB82436);
    private static readonly SKColor s_gold = Tint.Hex(0xF0B848);
    private static readonly SKColor s_boards = Tint.Hex(0xB4743E);

    private readonly Studio _studio;
    private readonly Air _air;
    private readonly float _unit;
    private readonly float _floor;

    private Theatre(ShotPlan shot, Stage stage)
    {
        var lines = Composition.Of(stage, shot);
        lines = lines with { Sun = new SKPoint(lines.Sun.X, Math.Clamp(lines.Sun.Y, 0.34f * stage.Height, 0.42f * stage.Height)) };
        var air = Airs.At(shot.Time, Season.Summer, Weather.Clear);
        _studio = new Studio(shot, stage, lines, air);
        // Inside it never gets as dark as outside: there is the spotlight.
        _air = air with { DuskShare = Math.Min(air.DuskShare, 0.34f) };
        _unit = stage.Unit;
        _floor = lines.Ground - 0.15f * stage.Height;
    }

    public static Scene Compose(ShotPlan shot, Stage stage)
    {
        var theatre = new Theatre(shot, stage);
        var studio = theatre._studio;
        Sky.LayClear(studio);

        theatre.LayFlats();
        Boards.Lay(studio, 0.7f, theatre._floor, 104, theatre.Own(s_boards), 0.5f);
        theatre.LayCurtains();
        theatre.LaySpotlight();
        theatre.LayFootlights();
        return studio.Finish(new PlacePalette([], s_boards, s_velvet, Wear.In(Place.Theatre, shot.Time)));
    }

    private SKColor Own(SKColor color) => _air.Cast(color);

    private float Inner => (_studio.Stage.IsTall ? 0.17f : 0.15f) * _studio.Width;

    /// <summary>Hills that are plainly sheets of pasteboard, one behind the other.</summary>
    private void LayFlats()
    {
        var studio = _studio;
        var land = MeadowColors.At(studio.Shot.Time).Land;
        var foot = Math.Min(_floor, studio.Reach.Bottom);
        for (var i = 0; i < 3; i++)
        {
            var y = foot - (0.155f - 0.055f * i) * studio.Height;
            var hill = Hills.Rolling(studio, y, 66 - 10 * i, 460 + 150 * i, studio.Between(0, 1), foot + 30 * _unit);
            var color = Tint.Mix(land[i + 1], studio.Air.Sky[3], 0.30f - 0.1f * i);
            studio.Behind.Still(0.20f + 0.10f * i, canvas => studio.Painter.Sheet(canvas, hill, color, 1, 2.4f), studio.Band(hill.Bounds.Top, hill.Bounds.Bottom));
        }
    }

    /// <summary>Gathered to the sides by a cord, under a valance in swags with a fringe.</summary>
    private void LayCurtains()
    {
        var studio = _studio;
        var (top, bottom) = (studio.Reach.Top, Math.Min(studio.Reach.Bottom, _floor + 54 * _unit));
        var tie = top + 0.62f * (bottom - top);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var edge = side < 0 ? 0 : studio.Width;
            var outside = side < 0 ? studio.Reach.Left : studio.Reach.Right;
            var curtain = new Prop();
            for (var i = 4; i >= 0; i--)
            {
                float share = (i + 1) / 5f, inner = edge - side * Inner * share, held = edge - side * Inner * 0.52f * share, low = edge - side * Inner * 0.80f * share;
                var fold = Held.Path();
                fold.MoveTo(outside, top);
                fold.LineTo(inner, top);
                fold.CubicTo(inner, top + 0.45f * (tie - top), held - side * 26 * _unit * share, top + 0.78f * (tie - top), held, tie);
                fold.CubicTo(held - side * 12 * _unit, tie + 0.35f * (bottom - tie), low, tie + 0.6f * (bottom - tie), low, bottom);
                fold.LineTo(outside, bottom);
                fold.Close();
                curtain.Sheet(fold, Tint.Mix(Own(s_velvet), SKColors.Black, 0.06f + 0.075f * ((i + 1) % 2) + 0.05f * (4 - i)), 0.8f, 2);
            }

            curtain.Sheet(Knife.Smooth(true, outside, tie - 12 * _unit, edge - side * Inner * 0.30f, tie - 4 * _unit, edge - side * Inner * 0.56f, tie - 14 * _unit,
                edge - side * Inner * 0.56f, tie + 4 * _unit, edge - side * Inner * 0.30f, tie + 15 * _unit, outside, tie + 8 * _unit), Own(s_gold), 0.5f, 1.6f);
            studio.Still(studio.Behind, 0.8f, curtain);
        }

        LayValance();
    }

    private void LayValance()
    {
        var studio = _studio;
        var swags = studio.Stage.IsTall ? 4 : 7;
        float top = studio.Reach.Top, line = 0.055f * studio.Height, deep = 0.075f * studio.Height, width = studio.Reach.Width / swags;
        var valance = new Prop();
        for (var i = 0; i < swags; i++)
        {
            float left = studio.Reach.Left + i * width, right = left + width;
            valance.Sheet(Swag(left, right, top, line, deep + 9 * _unit), Own(s_gold), 0.8f, 1.6f)
                .Sheet(Swag(left, right, top, line, deep), Tint.Mix(Own(s_velvet), SKColors.White, 0.05f * (i % 2)), 0.4f, 2);
            for (var fold = 1; fold <= 2; fold++)
                valance.Sheet(Knife.Crescent((left + right) / 2, line + deep * (0.05f + 0.25f * fold), width * (0.40f - 0.09f * fold), 3 * _unit, 180), Tint.Mix(Own(s_velvet), SKColors.Black, 0.30f), 0.05f, 0.6f);
        }

        for (var i = 0; i <= swags; i++)
        {
            var x = studio.Reach.Left + i * width;
            valance.Sheet(Knife.Polygon(x - 13 * _unit, top, x + 13 * _unit, top, x + 17 * _unit, line + 34 * _unit, x, line + 44 * _unit, x - 17 * _unit, line + 34 * _unit), Tint.Mix(Own(s_velvet), SKColors.Black, 0.16f), 0.6f, 1.6f)
                .Sheet(Knife.Disc(x, line + 2 * _unit, 10 * _unit), Own(s_gold), 0.4f, 1.4f);
        }

        studio.Still(studio.Behind, 0.82f, valance);
    }

    private static SKPath Swag(float left, float right, float top, float line, float deep)
    {
        var swag = Held.Path();
        swag.MoveTo(left, top);
        swag.LineTo(left, line);
        swag.QuadTo((left + right) / 2, line + 2 * deep, right, line);
        swag.LineTo(right, top);
        swag.Close();
        return swag;
    }

    /// <summary>A beam from above that breathes, and its pool on the boards.</summary>
    private void LaySpotlight()
    {
        var studio = _studio;
        var x = studio.Shot.Figures.Count == 1 ? studio.Lines.FigureX : studio.Width * 0.5f;
        float half = (studio.Shot.Figures.Count > 1 ? 0.30f : 0.17f) * Math.Max(studio.Width, 0.9f * studio.Height), foot = Math.Min(studio.Lines.Ground, studio.Height);
        var from = new SKPoint(x + (studio.Lines.Sun.X > x ? 0.16f : -0.16f) * studio.Width, studio.Reach.Top);
        var beam = Knife.Polygon(from.X - 20 * _unit, from.Y, from.X + 20 * _unit, from.Y, x + half, foot, x - half, foot);
        var box = beam.Bounds;
        box.Intersect(studio.Reach);
        var light = Tint.Mix(studio.Air.Glow, Tint.Hex(0xFFF0C4), 0.7f);
        var sprite = Sprite.Bake(studio.Stage, box, canvas =>
        {
            using var fade = SKShader.CreateLinearGradient(new SKPoint(0, from.Y), new SKPoint(0, foot), [light.WithAlpha(92), light.WithAlpha(44)], SKShaderTileMode.Clamp);
            using var paint = new HeldPaint { IsAntialias = true, Shader = fade };
            canvas.DrawPath(beam, paint);
        });
        var phase = studio.Between(0, 6);
        studio.Behind.Moving(0.9f, box, (canvas, moment) => sprite.Draw(canvas, SKMatrix.Identity, (byte)(196 + 52 * MathF.Sin(moment.Seconds * 1.1f + phase))));
        if (_floor >= studio.Reach.Bottom)
            return;
        var pool = Held.Path();
        pool.AddOval(new SKRect(x - half, foot - 0.055f * studio.Height, x + half, foot + 0.045f * studio.Height));
        studio.Behind.Still(1, canvas =>
        {
            studio.Painter.Tissue(canvas, pool, light.WithAlpha(92), 3);
            studio.Painter.Tissue(canvas, pool.At(SKMatrix.CreateScale(0.72f, 0.68f, x, foot)), light.WithAlpha(76), 2);
        }, studio.Band(foot - 0.07f * studio.Height, foot + 0.06f * studio.Height));
    }

    /// <summary>Shells with a lamp in each along the edge of the stage.</summary>
    private void LayFootlights()
    {
        var studio = _studio;
        var count = studio.Stage.IsTall ? 6 : 9;
        var lights = new Prop();
        for (var i = 0; i < count; i++)
        {
            float x = (i + 0.5f) / count * studio.Width, y = studio.Height + 2 * _unit, r = 28 * _unit;
            lights.Tissue(Knife.Disc(x, y - r * 0.4f, r * 1.3f), new SKColor(0xFF, 0xD8, 0x80, 84), 16)
                .Sheet(Knife.Disc(x, y, r), Tint.Mix(s_gold, Own(s_gold), 0.4f), 0.7f, 1.8f);
            for (var rib = -2; rib <= 2; rib++)
                lights.Sheet(Leaf.Outline(x, y + r * 0.2f, r * 1.02f, -MathF.PI / 2 + rib * 0.42f), Tint.Mix(s_gold, SKColors.White, 0.35f), 0.1f, 0.8f);
        }

        studio.Still(studio.InFront, 1.25f, lights);
    }
}
