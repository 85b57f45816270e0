using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>The whole sky of a place: rings, sun or moon, stars, clouds.</summary>
internal static class Sky
{
    public static void Lay(Studio studio)
    {
        LayClear(studio);
        Clouds.Lay(studio, CloudsOf(studio));
    }

    /// <summary>A sky without clouds, or whose clouds are laid later: how every place with a sky begins.</summary>
    /// <param name="window">The part of the stage where sky is seen; null: all of it.</param>
    public static void LayClear(Studio studio, SKRect? window = null)
    {
        SkyRings.Lay(studio, window);
        if (studio.Shot.Time == TimeOfDay.Night)
        {
            if (studio.Air.IsClear)
                Stars.Lay(studio);
            Moon.Lay(studio);
        }
        else
        {
            Sun.Lay(studio);
        }
    }

    /// <summary>Where smoke rises, as a share of the width when the sun is on the right.</summary>
    public const float SmokeX = 0.30f;

    /// <summary>Clouds keep clear of the sun: beside a low one, below a high one.</summary>
    private static CloudPlace[] CloudsOf(Studio studio)
    {
        var sunIsHigh = studio.Lines.Sun.Y < studio.Height * 0.3f;
        CloudPlace[] places = (studio.Stage.IsTall, sunIsHigh) switch
        {
            (true, false) => [new(0.20f, 0.165f, 44), new(0.62f, 0.095f, 36), new(0.90f, 0.245f, 30)],
            (true, true) => [new(0.19f, 0.175f, 42), new(0.34f, 0.070f, 26), new(0.88f, 0.335f, 32)],
            (false, false) => [new(0.20f, 0.215f, 46), new(0.905f, 0.255f, 33), new(0.52f, 0.105f, 26)],
            _ => [new(0.17f, 0.215f, 46), new(0.46f, 0.115f, 28), new(0.94f, 0.440f, 32)],
        };
        // A column of smoke stands in free air.
        if (studio.Shot.Traits.HasFlag(Traits.Smoke))
            places = [.. places.Where(p => MathF.Abs(p.X - SmokeX) > 0.28f), new(0.075f, 0.150f, 28)];
        return studio.Lines.Sun.X > studio.Width * 0.5f ? places : [.. places.Select(p => p with { X = 1 - p.X })];
    }
}
