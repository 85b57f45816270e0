using OmniReel.Media.Audio.Signals;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Audio.Beds;

/// <summary>Rain, which sounds like what it falls on: pavement, leaves, grass, water, an umbrella, a window pane.</summary>
internal static class RainSounds
{
    /// <param name="Low">Lower corner of the even hiss, in hertz.</param>
    /// <param name="High">Upper corner likewise.</param>
    /// <param name="Drop">Pitch of single drops.</param>
    /// <param name="Fall">Seconds that a drop rings.</param>
    /// <param name="Rate">Drops a second that are heard singly.</param>
    /// <param name="Loud">Of a drop against the hiss.</param>
    private sealed record Surface(double Low, double High, double Drop, double Fall, double Rate, float Loud);

    private static readonly Surface s_pavement = new(600, 5200, 2300, 0.016, 130, 0.060f);
    private static readonly Surface s_leaves = new(500, 3600, 1500, 0.020, 90, 0.070f);
    private static readonly Surface s_grass = new(400, 3800, 1800, 0.010, 60, 0.035f);
    private static readonly Surface s_water = new(500, 4600, 2700, 0.012, 70, 0.030f);
    private static readonly Surface s_umbrella = new(300, 2400, 420, 0.030, 46, 0.120f);
    private static readonly Surface s_pane = new(120, 1100, 900, 0.022, 30, 0.060f);

    public static Stereo Rain(BedSpan span, Dice dice)
    {
        var sound = On(span, dice, Below(span.Shot.Place));
        // Whoever stands under an umbrella hears it above all.
        if (span.Shot.Place != Place.Room && span.Shot.Figures.Any(f => f.Accessories.Contains(Accessory.Umbrella)))
            sound.Add(On(span, dice, s_umbrella), 0.8f);
        return sound;
    }

    private static Surface Below(Place place) => place switch
    {
        Place.Sea => s_water,
        Place.City => s_pavement,
        Place.Forest => s_leaves,
        Place.Room => s_pane,
        _ => s_grass,
    };

    private static Stereo On(BedSpan span, Dice dice, Surface surface)
    {
        var flow = new Drift(dice, 4.9);
        var sound = Noises.Shape(Noises.Band(span.Length, dice, surface.Low, surface.High, 0.4f), t => 0.8 + 0.2 * flow.At(t));
        var drops = (int)(span.Seconds * surface.Rate);
        for (var n = 0; n < drops; n++)
        {
            var pitch = surface.Drop * dice.Between(0.6, 1.5);
            var loud = surface.Loud * (float)Math.Pow(dice.Unit(), 2);
            Noises.Knock(sound, dice.Below(span.Length), pitch, surface.Fall * dice.Between(0.7, 1.6), loud, Pan.Any(dice));
        }

        return sound;
    }
}
