using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Parts;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Places;

/// <summary>The nave of a church: the light box stands behind tall windows of coloured glass; pointed arches, rows of benches, a carpet down the aisle.</summary>
internal sealed class Church
{
    private static readonly SKColor s_stone = Tint.Hex(0xCDB9A2);
    private static readonly SKColor s_pillar = Tint.Hex(0xA89078);
    private static readonly SKColor s_flags = Tint.Hex(0xB09A86);
    private static readonly SKColor s_bench = Tint.Hex(0x7A4A2C);
    private static readonly SKColor s_carpet = Tint.Hex(0xA8344A);
    private static readonly SKColor s_frame = Tint.Hex(0x3A2A2E);
    private static readonly SKColor[] s_glass = [Tint.Hex(0xE0483C), Tint.Hex(0x3A6AC8), Tint.Hex(0xF2B83C), Tint.Hex(0x3E9A6A)];

    private readonly Studio _studio;
    private readonly Air _air;
    private readonly float _unit;
    private readonly float _floor;

    private Church(ShotPlan shot, Stage stage)
    {
        var lines = Composition.Of(stage, shot);
        // The light comes through the window that is highest.
        lines = lines with { Sun = new SKPoint(0.5f * stage.Width, (stage.IsTall ? 0.28f : 0.33f) * stage.Height) };
        var air = Airs.At(shot.Time, Season.Summer, Weather.Clear);
        _studio = new Studio(shot, stage, lines, air);
        // Inside it never gets as dark as outside: candles burn.
        _air = air with { DuskShare = Math.Min(air.DuskShare, 0.42f) };
        _unit = stage.Unit;
        _floor = lines.Ground - (stage.IsTall ? 0.17f : 0.20f) * stage.Height;
    }

    public static Scene Compose(ShotPlan shot, Stage stage)
    {
        var church = new Church(shot, stage);
        var studio = church._studio;
        Sky.LayClear(studio);
        church.LayWindows();
        church.LayFloor();
        church.LayArches();
        church.LayBenches();
        church.LayRays();
        church.LayFront();
        return studio.Finish(new PlacePalette([], s_flags, s_frame, Wear.In(Place.Church, shot.Time)));
    }

    private SKColor Own(SKColor color) => _air.Cast(color);

    /// <summary>Three windows of the far wall, the middle one the highest.</summary>
    private SKRect[] Windows()
    {
        var (studio, tall) = (_studio, _studio.Stage.IsTall);
        float w = studio.Width, h = studio.Height, half = (tall ? 0.10f : studio.Stage.IsSquare ? 0.075f : 0.055f) * w, apart = (tall ? 0.255f : studio.Stage.IsSquare ? 0.20f : 0.15f) * w;
        var bottom = Math.Min(_floor, h) - 0.13f * h;
        return [.. new[] { -1, 0, 1 }.Select(i => new SKRect(0.5f * w + i * apart - half, (i == 0 ? 0.10f : 0.19f) * h, 0.5f * w + i * apart + half, bottom))];
    }

    private void LayWindows()
    {
        var studio = _studio;
        var reach = studio.Reach;
        var windows = Windows();
        var wall = Knife.Box(reach.Left, reach.Top, reach.Right, Math.Min(_floor + 30 * _unit, reach.Bottom));
        foreach (var window in windows)
            wall.Hole(Lancet.Cut(window));
        studio.Behind.Still(0.3f, canvas =>
        {
            foreach (var window in windows)
                Glaze(canvas, window);
            studio.Painter.Sheet(canvas, wall, Own(s_stone), 1.4f, 2.6f);
        });
        var stone = new Prop();
        foreach (var window in windows)
        {
            stone.Sheet(Lancet.Frame(window, 13 * _unit), Tint.Mix(Own(s_stone), SKColors.White, 0.16f), 0.7f, 1.8f)
                .Sheet(Knife.Box(window.Left - 22 * _unit, window.Bottom - 2 * _unit, window.Right + 22 * _unit, window.Bottom + 12 * _unit), Tint.Mix(Own(s_stone), SKColors.White, 0.10f), 0.7f, 1.6f);
        }

        studio.Still(studio.Behind, 0.32f, stone);
        if (_floor >= reach.Bottom)
            return;
        LayAltar();
    }

    /// <summary>Panes in lead: coloured light that the sky shines through.</summary>
    private void Glaze(SKCanvas canvas, SKRect window)
    {
        var studio = _studio;
        var lead = Tint.Mix(Own(s_frame), studio.Air.Dusk, 0.2f);
        canvas.Save();
        canvas.ClipPath(Lancet.Cut(window), SKClipOperation.Intersect, true);
        float pane = window.Width / 3, high = pane * 1.15f;
        for (var row = 0; window.Top + row * high < window.Bottom; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                var color = s_glass[(row * 2 + column * 3 + (row + column) % 2) % s_glass.Length];
                float x = window.Left + (column + 0.5f) * pane, y = window.Top + (row + 0.5f) * high;
                studio.Painter.Tissue(canvas, Knife.Polygon(x, y - high / 2, x + pane / 2, y, x, y + high / 2, x - pane / 2, y), color.WithAlpha(150));
            }
        }

        float bar = 1.6f * _unit, step = pane;
        for (var x = window.Left - window.Height; x < window.Right + window.Height; x += step)
        {
            studio.Painter.Tissue(canvas, Knife.Limb(new SKPoint(x, window.Top), new SKPoint(x + window.Height * pane / high, window.Bottom), bar, bar, 1), lead);
            studio.Painter.Tissue(canvas, Knife.Limb(new SKPoint(x, window.Bottom), new SKPoint(x + window.Height * pane / high, window.Top), bar, bar, 1), lead);
        }

        studio.Painter.Tissue(canvas, Knife.Box(window.MidX - 2.4f * _unit, window.Top, window.MidX + 2.4f * _unit, window.Bottom), lead);
        canvas.Restore();
    }

    /// <summary>A white cloth, a cross of brass and two candles, below the middle window.</summary>
    private void LayAltar()
    {
        var studio = _studio;
        float x = 0.5f * studio.Width, foot = _floor + 16 * _unit, half = 92 * _unit, high = 74 * _unit;
        var cloth = Own(Tint.Hex(0xF6EEE0));
        var gold = Own(Tint.Hex(0xF0C050));
        var altar = new Prop()
            .Sheet(Knife.Box(x - half - 40 * _unit, foot - 4 * _unit, x + half + 40 * _unit, foot + 10 * _unit), Tint.Mix(Own(s_flags), SKColors.White, 0.14f), 0.6f, 1.6f)
            .Sheet(Knife.Box(x - half, foot - high, x + half, foot - 2 * _unit), cloth, 0.8f, 1.8f)
            .Sheet(Knife.Box(x - half - 8 * _unit, foot - high - 8 * _unit, x + half + 8 * _unit, foot - high + 12 * _unit), Tint.Mix(cloth, SKColors.White, 0.3f), 0.5f, 1.6f)
            .Sheet(Knife.Box(x - 5 * _unit, foot - high - 70 * _unit, x + 5 * _unit, foot - high - 6 * _unit), gold, 0.5f, 1.4f)
            .Sheet(Knife.Box(x - 24 * _unit, foot - high - 54 * _unit, x + 24 * _unit, foot - high - 44 * _unit), gold, 0.5f, 1.4f);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var at = x + side * 62 * _unit;
            altar.Tissue(Knife.Disc(at, foot - high - 56 * _unit, 26 * _unit), new SKColor(0xFF, 0xD0, 0x78, 90), 14)
                .Sheet(Knife.Box(at - 4 * _unit, foot - high - 44 * _unit, at + 4 * _unit, foot - high - 6 * _unit), cloth, 0.3f, 1)
                .Tissue(Leaf.Outline(at, foot - high - 44 * _unit, 18 * _unit, -MathF.PI / 2), new SKColor(0xFF, 0xE0, 0x90));
        }

        studio.Still(studio.Behind, 0.40f, altar);
    }

    private void LayFloor()
    {
        var studio = _studio;
        var (reach, floor) = (studio.Reach, _floor);
        if (floor >= reach.Bottom)
            return;
        var flags = Knife.Box(reach.Left, floor, reach.Right, reach.Bottom);
        float middle = 0.5f * studio.Width, down = reach.Bottom - floor;
        var carpet = Knife.Polygon(middle - 0.055f * studio.Width, floor + 8 * _unit, middle + 0.055f * studio.Width, floor + 8 * _unit, middle + 0.30f * studio.Width, reach.Bottom, middle - 0.30f * studio.Width, reach.Bottom);
        var seams = Held.Path();
        for (var i = 1; i < 6; i++)
        {
            var y = floor + down * MathF.Pow(i / 6f, 1.6f);
            seams.AddRect(new SKRect(reach.Left, y, reach.Right, y + 1.3f * _unit));
        }

        studio.Behind.Still(0.41f, canvas =>
        {
            studio.Painter.Sheet(canvas, flags, Own(s_flags), 1.1f, 2.2f);
            studio.Painter.Tissue(canvas, seams, Tint.Mix(Own(s_flags), SKColors.Black, 0.22f));
            studio.Painter.Sheet(canvas, carpet, Own(s_carpet), 0.3f, 1.4f);
        }, studio.Band(floor, reach.Bottom));
    }

    /// <summary>Two bays of the nave, the nearer one broader: pillars that meet in pointed arches.</summary>
    private void LayArches()
    {
        var studio = _studio;
        var reach = studio.Reach;
        (float Depth, float Half, float Top, float Foot, float Tone)[] bays = studio.Stage.IsTall
            ? [(0.42f, 0.40f, 0.03f, 24, 0.04f), (0.62f, 0.475f, -0.05f, 46, 0.20f)]
            : [(0.42f, 0.285f, 0.01f, 24, 0.04f), (0.62f, 0.40f, -0.07f, 46, 0.20f)];
        foreach (var (depth, half, top, foot, tone) in bays)
        {
            float bottom = Math.Min(_floor + foot * _unit, reach.Bottom), middle = 0.5f * studio.Width, broad = 15 * _unit;
            var opening = new SKRect(middle - half * studio.Width, top * studio.Height, middle + half * studio.Width, bottom + 2);
            var color = Tint.Mix(Own(s_pillar), Own(s_frame), tone);
            var side = Knife.Box(reach.Left, reach.Top, reach.Right, bottom).Less(Lancet.Cut(opening));
            var rib = Lancet.Frame(opening, broad);
            var bay = new Prop().Sheet(side, color, 1.3f, 2.4f).Sheet(rib, Tint.Mix(color, SKColors.White, 0.13f), 0.5f, 1.6f);
            foreach (var edge in (ReadOnlySpan<float>)[opening.Left - 1.1f * broad, opening.Right + 1.1f * broad])
            {
                var spring = opening.Top + Math.Min(0.9f * opening.Width, 0.6f * opening.Height);
                bay.Sheet(Knife.Box(edge - 2.0f * broad, spring - 12 * _unit, edge + 2.0f * broad, spring + 12 * _unit), Tint.Mix(color, SKColors.White, 0.20f), 0.6f, 1.6f)
                    .Sheet(Knife.Box(edge - 2.0f * broad, bottom - 26 * _unit, edge + 2.0f * broad, bottom), Tint.Mix(color, SKColors.White, 0.16f), 0.6f, 1.6f);
            }

            studio.Still(studio.Behind, depth, bay);
        }
    }

    /// <summary>Rows of benches on both sides of the aisle, larger toward the one who looks.</summary>
    private void LayBenches()
    {
        var studio = _studio;
        if (_floor >= studio.Reach.Bottom)
            return;
        for (var row = 0; row < 4; row++)
        {
            float share = row / 3f, foot = _floor + (26 + 74 * share * (0.6f + 0.4f * share)) * _unit, high = (46 + 46 * share) * _unit, aisle = (0.085f + 0.105f * share) * studio.Width;
            var wood = Tint.Mix(Own(s_bench), Own(s_stone), 0.30f * (1 - share));
            var benches = new Prop();
            foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            {
                float inner = 0.5f * studio.Width + side * aisle, outer = side < 0 ? studio.Reach.Left : studio.Reach.Right;
                benches.Sheet(Knife.Box(Math.Min(inner, outer), foot - high * 0.86f, Math.Max(inner, outer), foot), wood, 0.7f, 1.8f)
                    .Sheet(Knife.Box(Math.Min(inner, outer), foot - high * 0.94f, Math.Max(inner, outer), foot - high * 0.82f), Tint.Mix(wood, SKColors.White, 0.12f), 0.4f, 1.4f)
                    .Sheet(Knife.Smooth(true, inner - 9 * _unit, foot, inner - 9 * _unit, foot - high * 0.95f, inner, foot - high * 1.08f, inner + 9 * _unit, foot - high * 0.95f, inner + 9 * _unit, foot), Tint.Mix(wood, SKColors.White, 0.05f), 0.6f, 1.6f);
            }

            studio.Still(studio.Behind, 0.70f + 0.06f * row, benches);
        }
    }

    /// <summary>Light that falls from the windows down the nave.</summary>
    private void LayRays()
    {
        var studio = _studio;
        var light = studio.Air.Glow;
        foreach (var (window, index) in Windows().Select((w, i) => (w, i)))
        {
            float drift = (index - 1) * 0.10f * studio.Width, bottom = Math.Min(_floor + 90 * _unit, studio.Reach.Bottom);
            var ray = Knife.Polygon(window.Left, window.Top + 0.3f * window.Height, window.Right, window.Top + 0.3f * window.Height, window.Right + drift + 46 * _unit, bottom, window.Left + drift - 46 * _unit, bottom);
            studio.Behind.Still(0.95f, canvas =>
            {
                using var fade = SKShader.CreateLinearGradient(new SKPoint(0, ray.Bounds.Top), new SKPoint(0, bottom), [light.WithAlpha(0), light.WithAlpha(66), light.WithAlpha(0)], [0, 0.45f, 1], SKShaderTileMode.Clamp);
                using var paint = new HeldPaint { IsAntialias = true, Shader = fade };
                canvas.DrawPath(ray, paint);
            }, ray.Bounds);
        }
    }

    /// <summary>The ends of the last benches, near the one who looks.</summary>
    private void LayFront()
    {
        var studio = _studio;
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            float edge = 0.5f * studio.Width + side * 0.47f * studio.Width, out1 = side < 0 ? studio.Reach.Left : studio.Reach.Right, top = studio.Height - 62 * _unit;
            var bench = new Prop()
                .Sheet(Knife.Box(Math.Min(edge, out1), top + 16 * _unit, Math.Max(edge, out1), studio.Reach.Bottom), s_frame, 1.2f, 2)
                .Sheet(Knife.Smooth(true, edge - 15 * _unit, studio.Reach.Bottom, edge - 15 * _unit, top + 12 * _unit, edge, top - 10 * _unit, edge + 15 * _unit, top + 12 * _unit, edge + 15 * _unit, studio.Reach.Bottom), Tint.Mix(s_frame, Own(s_bench), 0.25f), 0.8f, 2);
            studio.Still(studio.InFront, 1.25f, bench);
        }
    }
}
