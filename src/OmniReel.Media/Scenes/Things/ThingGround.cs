using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>The room of a shot that things can take: what of it people cross, where the water lies, which way the light is.</summary>
internal sealed class ThingGround
{
    public ThingGround(ShotPlan shot, Scene scene, Stage stage)
    {
        (Shot, Scene, Stage) = (shot, scene, stage);
        Lines = Composition.Of(stage, shot);
        People = [.. Blocking.Crossed(shot, stage, Lines)];
        Random = new Random(unchecked((int)(shot.Seed >> 17 ^ shot.Seed)));
        FacesRight = Lines.Sun.X > Lines.FigureX;
    }

    public ShotPlan Shot { get; }

    public Scene Scene { get; }

    public Stage Stage { get; }

    public Composition Lines { get; }

    /// <summary>What each figure crosses over the shot.</summary>
    public IReadOnlyList<SKRect> People { get; }

    public Random Random { get; }

    /// <summary>Toward the light, as people do.</summary>
    public bool FacesRight { get; }

    /// <summary>Where things stand: with the people's feet, and always in the frame.</summary>
    public float Floor => Math.Min(Lines.Ground + 0.006f * Stage.Height, 0.955f * Stage.Height);

    public float Metre => Scene.Standings.Count > 0 ? Scene.Standings[0].PixelsPerMetre : Lines.Metre;

    public float Seconds => Shot.Frames / (float)FilmPlan.FrameRate;

    public float Between(float low, float high) => low + (high - low) * Random.NextSingle();

    /// <summary>The stretches of the frame's width beside people, left one first; all of it where nobody is.</summary>
    public IReadOnlyList<(float Left, float Right)> Free()
    {
        float left = 0.03f * Stage.Width, right = 0.97f * Stage.Width;
        if (People.Count == 0)
            return [(left, right)];
        // Arms and cloth may be crossed: faces are not.
        float inner = 0.012f * Stage.Width, first = People.Min(p => p.Left + 0.16f * p.Width) - inner, last = People.Max(p => p.Right - 0.16f * p.Width) + inner;
        return [(left, Math.Max(left, first)), (Math.Min(right, last), right)];
    }
}
