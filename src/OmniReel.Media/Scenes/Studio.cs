using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Ink;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes;

/// <summary>What a place is built with: the frame and its lines, the light, the seeded choices, and the two stacks it fills.</summary>
internal sealed class Studio
{
    public Studio(ShotPlan shot, Stage stage, Composition lines, Air? air = null)
    {
        Shot = shot;
        Stage = stage;
        Lines = lines;
        Air = air ?? PlaceAirs.Of(shot);
        Painter = new SheetPainter(stage, LightOf(shot, lines.Sun, Air));
        Passing = shot.Figures.Count > 0 ? Blocking.Passing(shot, stage, lines) : ThingSubject.Passing(shot, stage, lines);
        Random = Of(shot.Seed);
        Terrain = Of(shot.Terrain == 0 ? shot.Seed : shot.Terrain);
    }

    public ShotPlan Shot { get; }

    public Stage Stage { get; }

    public Composition Lines { get; }

    public Air Air { get; }

    /// <summary>The sheets' painter, in the light that holds where the next part stands.</summary>
    public SheetPainter Painter { get; private set; }

    /// <summary>Free choices. Asked only while composing: a layer that is drawn must not ask again.</summary>
    public Random Random { get; }

    /// <summary>Choices of what stays when a place is seen again in another season, hour or weather: where its trees stand, how its ground runs.</summary>
    public Random Terrain { get; }

    public LayerStack Behind { get; } = new();

    public LayerStack InFront { get; } = new();

    /// <summary>See <see cref="Scene.Passing"/>.</summary>
    public float Passing { get; }

    /// <summary>See <see cref="Layer.Lap"/>; 0 until <see cref="LetPass"/> and in shots in which nothing passes.</summary>
    public float Lap => Behind.Lap;

    public float Width => Stage.Width;

    public float Height => Stage.Height;

    public float Unit => Stage.Unit;

    public SKRect Reach => Stage.Reach;

    public bool SunIsRight => Lines.Sun.X > Width * 0.5f;

    /// <summary>A share of the width as seen when the sun is on the right, in pixels; mirrored when it is not.</summary>
    public float X(float share) => (SunIsRight ? share : 1 - share) * Width;

    /// <summary>From where to where a strip of land is cut: where it passes and comes again, its ends lie outside of what is kept.</summary>
    public (float Left, float Right) Strip => Lap > 0 ? (Reach.Left - 14 * Unit, Reach.Right + 14 * Unit) : (Reach.Left, Reach.Right);

    /// <summary>The x within the first lap of what would stand at an x: where it comes again, both are one place.</summary>
    public float Round(float x) => Lap > 0 ? Reach.Left + (x - Reach.Left) - Lap * MathF.Floor((x - Reach.Left) / Lap) : x;

    /// <summary>Waves per pixel for a wave length in pixels: where the strip comes again, a whole number of them in a lap.</summary>
    public float Waves(float length) => Lap > 0 ? Math.Max(1, MathF.Round(Lap / length)) / Lap : 1 / length;

    /// <summary>Snow lies where it is winter, and wherever snow falls.</summary>
    public bool IsWinter => Shot.Place.HasWeather() && (Shot.Season == Season.Winter || Shot.Weather == Weather.Snow);

    /// <summary>Snow on what stands near.</summary>
    public SKColor SnowWhite => Tint.Mix(SnowColors.At(Shot.Time)[^1], SKColors.White, 0.3f);

    private static Light LightOf(ShotPlan shot, SKPoint sun, Air air) => shot.Drawing == Drawing.Ink
        ? new Light(sun, Wash.Paper, Wash.Black, Wash.Black.WithAlpha(90), air.Through) { Ink = Inking.Scenery }
        : new Light(sun, air.Glow, air.Rim, air.Shadow, air.Through);

    /// <summary>A seeded number between two.</summary>
    public float Between(float low, float high) => low + (high - low) * Random.NextSingle();

    /// <summary>A number between two that stays with the place, see <see cref="Terrain"/>.</summary>
    public float Lasting(float low, float high) => low + (high - low) * Terrain.NextSingle();

    private static Random Of(ulong seed) => new(unchecked((int)(seed ^ (seed >> 32))));

    /// <summary>The part of a frame-wide band that can ever be seen, with room for shadows.</summary>
    public SKRect Band(float top, float bottom) =>
        new(Reach.Left, top - 24 * Unit, Reach.Right, Math.Min(bottom + 24 * Unit, Reach.Bottom));

    /// <summary>Land colours as rain or snow clouds leave them.</summary>
    public SKColor[] Overcast(SKColor[] ramp) => [.. ramp.Select(Overcast)];

    /// <inheritdoc cref="Overcast(SKColor[])"/>
    public SKColor Overcast(SKColor color) => Air.IsClear ? color : Tint.Mix(color, Air.Dusk, 0.30f);

    /// <summary>Bakes what moves, in the light that holds now.</summary>
    /// <inheritdoc cref="Sprite.Bake(Stage, SKRect, Action{SKCanvas}, float)"/>
    public Sprite Bake(SKRect box, Action<SKCanvas, SheetPainter> draw) => Sprite.Bake(Stage, box, canvas => draw(canvas, Painter));

    /// <summary>Parts laid from now on, and people, stand in another light than the sky's.</summary>
    public void Relight(Light light) => Painter = new SheetPainter(Stage, light);

    /// <summary>What is laid from now on passes by people who walk beside the camera, and comes again after the stage's whole reach.</summary>
    public void LetPass()
    {
        if (Passing == 0)
            return;
        // Copies overlap a little, so that no gap shows between them.
        Behind.Lap = InFront.Lap = MathF.Floor(Reach.Width) - 4;
        Relight(Painter.Light with { IsLevel = true });
    }

    /// <summary>The finished scene.</summary>
    public Scene Finish(PlacePalette palette) => new()
    {
        Light = Painter.Light with { IsLevel = false },
        Behind = Behind.Layers,
        InFront = InFront.Layers,
        Standings = Blocking.Place(Shot, Stage, Lines),
        Figures = palette.Figures,
        Passing = Passing,
        Vignette = Air.Vignette,
    };
}
