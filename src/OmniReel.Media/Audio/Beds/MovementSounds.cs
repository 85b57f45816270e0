using OmniReel.Media.Audio.Signals;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Audio.Beds;

/// <summary>What people's movements sound like: steps as they are drawn, cloth as they dance.</summary>
internal static class MovementSounds
{
    /// <param name="Thud">Pitch of the heel.</param>
    /// <param name="Body">Loudness of the heel.</param>
    /// <param name="Grit">Middle of the sole's noise, in hertz.</param>
    /// <param name="Fall">Seconds that the noise lasts.</param>
    /// <param name="Rough">Grains of the noise: 0 is one smooth sound.</param>
    private sealed record Ground(double Thud, float Body, double Grit, double Fall, int Rough, float Loud);

    private static readonly Ground s_sand = new(75, 0.30f, 1100, 0.16, 6, 0.28f);
    private static readonly Ground s_pavement = new(165, 0.70f, 1900, 0.05, 0, 0.35f);
    private static readonly Ground s_leaves = new(85, 0.30f, 2600, 0.15, 12, 0.32f);
    private static readonly Ground s_gravel = new(95, 0.40f, 2200, 0.11, 9, 0.40f);
    private static readonly Ground s_grass = new(80, 0.32f, 1700, 0.10, 3, 0.20f);
    private static readonly Ground s_boards = new(125, 1.00f, 950, 0.06, 0, 0.30f);
    private static readonly Ground s_snow = new(70, 0.30f, 1500, 0.20, 16, 0.42f);
    private static readonly Ground s_puddle = new(90, 0.30f, 1300, 0.13, 5, 0.40f);

    /// <summary>Each foot of each walker as it comes down, heel and then sole.</summary>
    public static Stereo Footsteps(BedSpan span, Dice dice)
    {
        var sound = new Stereo(span.Length);
        var ground = Below(span.Shot);
        var shoe = Dice.For(span.Shot.Seed, 3);
        for (var index = 0; index < span.Shot.Figures.Count; index++)
        {
            var figure = span.Shot.Figures[index];
            if (figure.Action != FigureAction.Walk || figure.Bearing is Bearing.Ride or Bearing.Swim)
                continue;
            var weight = figure.Person == Person.Child ? 0.6f : figure.Person == Person.Man ? 1.1f : 0.9f;
            var pitch = (figure.Person == Person.Child ? 1.35 : figure.Person == Person.Man ? 0.88 : 1.05) * shoe.Between(0.95, 1.05);
            var foot = 0;
            foreach (var second in Cadence.Steps(span.Shot, span.Stage, index))
            {
                var side = Pan.At((foot++ % 2 == 0 ? -0.12 : 0.12) + (index == 0 ? 0 : 0.45 * (index == 1 ? 1 : -1)));
                Step(sound, SoundFormat.Samples(second), ground, weight * (index == 0 ? 1 : 0.6f) * (float)dice.Between(0.8, 1), pitch, dice, side);
            }
        }

        Reverb.Add(sound, span.Shot.Place is Place.City or Place.Room or Place.Theatre or Place.Church ? 0.5 : 0.2, 0.5f, 0.12f);
        return sound;
    }

    /// <summary>Cloth that swishes when an arm or a skirt is swung: at the keys of the dance's phrase.</summary>
    public static Stereo Cloth(BedSpan span, Dice dice)
    {
        var sound = new Stereo(span.Length);
        for (var index = 0; index < span.Shot.Figures.Count; index++)
        {
            if (span.Shot.Figures[index].Action != FigureAction.Dance)
                continue;
            var side = index == 0 ? 0 : index == 1 ? 0.5 : -0.5;
            foreach (var (second, length) in Cadence.Swings(span.Shot, index))
            {
                var loud = (float)(dice.Between(0.5, 1) * (index == 0 ? 0.3 : 0.18));
                Noises.Burst(sound, SoundFormat.Samples(second), dice, dice.Between(1000, 1900), 0.6, length * 0.45, length * 0.8, loud, Pan.At(side + dice.Between(-0.3, 0.3)));
            }
        }

        return sound;
    }

    private static Ground Below(ShotPlan shot) => shot switch
    {
        { Place: Place.Room or Place.Theatre } => s_boards,
        // Flags of stone.
        { Place: Place.Church } => s_pavement,
        { Season: Season.Winter } when shot.Place.HasWeather() => s_snow,
        { Place: Place.Sea or Place.Desert or Place.Underwater or Place.Moon } => s_sand,
        { Place: Place.City, Weather: Weather.Rain } => s_puddle,
        { Place: Place.City } => s_pavement,
        { Place: Place.Forest } => s_leaves,
        { Place: Place.Mountains or Place.Mars or Place.Space } => s_gravel,
        _ => s_grass,
    };

    private static void Step(Stereo sound, int at, Ground ground, float weight, double pitch, Dice dice, Pan pan)
    {
        Noises.Knock(sound, at, ground.Thud * pitch, 0.09, 0.3f * ground.Body * weight, pan);
        Noises.Knock(sound, at, ground.Thud * 2.3 * pitch, 0.05, 0.12f * ground.Body * weight, pan);
        Noises.Burst(sound, at, dice, ground.Grit * pitch * 0.8, 0.8, 0.004, ground.Fall, ground.Loud * weight, pan);
        // The ball of the foot follows the heel, softer.
        Noises.Burst(sound, at + SoundFormat.Samples(0.11), dice, ground.Grit * pitch, 0.8, 0.008, ground.Fall * 0.8, ground.Loud * 0.5f * weight, pan);
        for (var n = 0; n < ground.Rough; n++)
        {
            var later = SoundFormat.Samples(dice.Between(0, ground.Fall + 0.08));
            Noises.Burst(sound, at + later, dice, ground.Grit * dice.Between(0.7, 1.5), 1.5, 0.001, dice.Between(0.006, 0.018), ground.Loud * 0.8f * weight * (float)dice.Unit(), pan);
        }
    }
}
