using OmniReel.Media.Figures;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Falling;

/// <summary>Where it is dry: below the umbrellas of a shot, aslant as the rain falls, wherever their bearers have got to.</summary>
internal sealed class Shelter
{
    private readonly List<Dry> _all = [];
    private readonly float _lean;
    private readonly float _seconds;

    /// <param name="lean">Sideways pixels per pixel that rain falls.</param>
    public Shelter(ShotPlan shot, Scene scene, float lean)
    {
        (_lean, _seconds) = (lean, Strolling.Seconds(shot));
        for (var i = 0; i < Math.Min(shot.Figures.Count, scene.Standings.Count); i++)
        {
            if (!shot.Figures[i].Accessories.Contains(Accessory.Umbrella))
                continue;
            var (build, standing) = (Build.Of(shot.Figures[i]), scene.Standings[i]);
            var (metre, size, way) = (standing.PixelsPerMetre, build.UpperArm / 0.27f, standing.FacesRight ? 1 : -1);
            var hem = build.HipHeight + build.Trunk + build.Neck + 0.28f * build.Head;
            // The canopy leans forward over who walks.
            _all.Add(new Dry(standing.Ground.X + way * 0.12f * size * metre, 0.60f * size * metre, standing.Ground.Y - hem * metre, standing.Ground.Y, standing.Travel * way));
        }
    }

    /// <summary>Nothing falls there at that moment.</summary>
    public bool Covers(SKPoint at, Moment moment)
    {
        foreach (var dry in _all)
        {
            if (at.Y < dry.Top || at.Y > dry.Bottom)
                continue;
            var middle = dry.Middle + dry.Travel * (moment.Seconds / _seconds - 0.5f) + 0.5f * _lean * (at.Y - dry.Top);
            if (MathF.Abs(at.X - middle) < dry.Half)
                return true;
        }

        return false;
    }

    /// <param name="Middle">In the middle of the shot.</param>
    private readonly record struct Dry(float Middle, float Half, float Top, float Bottom, float Travel);
}
