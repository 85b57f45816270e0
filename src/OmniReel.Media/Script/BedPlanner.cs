using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>What place, weather and people of each shot sound like; what the prompt names is added, what it denies is left out.</summary>
internal static class BedPlanner
{
    public static IReadOnlyList<BedSound> Of(FilmPlan plan, IReadOnlyList<SoundBeat> beats)
    {
        List<BedSound> bed = [];
        var start = 0;
        for (var i = 0; i < plan.Shots.Count; i++)
        {
            var shot = plan.Shots[i];
            List<SoundBeat> here = [.. beats.Where(beat => i >= beat.FirstShot && i < beat.FirstShot + beat.Shots)];
            var said = here.SelectMany(beat => beat.Facts.Sound.Said).Distinct().ToList();
            var denied = here.SelectMany(beat => beat.Facts.Sound.Denied).ToHashSet();
            var isUnseen = shot.Picture is not null && here.TrueForAll(beat => beat.Facts.Place.Said is null);
            foreach (var sound in said.Concat(isUnseen ? [] : Usual(shot)).Distinct().Where(sound => !denied.Contains(sound) || said.Contains(sound)))
                Join(bed, new BedSound(sound, start, shot.Frames, said.Contains(sound)), i > 0 && GoesOn(sound, plan.Shots[i - 1], shot));
            start += shot.Frames;
        }

        return bed;
    }

    /// <summary>A sound that goes on over a cut is one sound.</summary>
    private static void Join(List<BedSound> bed, BedSound next, bool goesOn)
    {
        var before = bed.FindLastIndex(b => b.Sound == next.Sound && b.Start + b.Frames == next.Start && b.Named == next.Named);
        if (before >= 0 && goesOn)
            bed[before] = bed[before] with { Frames = bed[before].Frames + next.Frames };
        else
            bed.Add(next);
    }

    /// <summary>Steps are those of one shot; rain sounds like what it falls on.</summary>
    private static bool GoesOn(Heard sound, ShotPlan before, ShotPlan shot) =>
        sound is not (Heard.Footsteps or Heard.Cloth) && (sound is not (Heard.Rain or Heard.Wind) || before.Place == shot.Place);

    private static IEnumerable<Heard> Usual(ShotPlan shot)
    {
        var isInside = shot.Place.IsIndoors();
        foreach (var sound in OfPlace(shot))
            yield return sound;
        if (shot.Weather == Weather.Rain && shot.Place.HasWeather())
            yield return Heard.Rain;
        if (shot.Weather == Weather.Snow && !isInside && shot.Place.HasWeather())
            yield return Heard.SnowHush;
        if (shot.Figures.Any(f => f.Action == FigureAction.Walk && f.Bearing is not (Bearing.Ride or Bearing.Swim)))
            yield return Heard.Footsteps;
        if (shot.Figures.Any(f => f.Action == FigureAction.Dance))
            yield return Heard.Cloth;
    }

    private static Heard[] OfPlace(ShotPlan shot)
    {
        var isNight = shot.Time == TimeOfDay.Night;
        // Birds and insects are silent in rain, snow and winter; in the cold nothing sings at night.
        var isAlive = shot is { Season: not Season.Winter, Weather: Weather.Clear or Weather.Overcast };
        return (shot.Place, isNight, isAlive) switch
        {
            (Place.Sea, _, _) => [Heard.Waves, Heard.Wind],
            (Place.City, true, true) => [Heard.Traffic, Heard.Crickets],
            (Place.City, _, _) => [Heard.Traffic],
            (Place.Forest, false, true) => [Heard.Leaves, Heard.Birds],
            (Place.Forest, true, true) => [Heard.Leaves, Heard.Crickets, Heard.Owl],
            (Place.Forest, _, false) => [Heard.Wind],
            (Place.Mountains, false, true) => [Heard.Wind, Heard.Birds],
            (Place.Mountains, true, true) => [Heard.Wind, Heard.Crickets],
            (Place.Mountains, _, false) => [Heard.Wind],
            (Place.Meadow, false, true) => [Heard.Leaves, Heard.Birds, Heard.Insects],
            (Place.Meadow, true, true) => [Heard.Leaves, Heard.Crickets],
            (Place.Meadow, _, false) => [Heard.Wind],
            (Place.Desert, true, true) => [Heard.Wind, Heard.Crickets],
            (Place.Desert or Place.Mars, _, _) => [Heard.Wind],
            (Place.Church, _, _) => [Heard.RoomTone],
            (Place.Theatre, _, _) => [Heard.RoomTone, Heard.Crowd],
            (Place.Underwater, _, _) => [Heard.Stream],
            (Place.Moon or Place.Space, _, _) => [Heard.RoomTone],
            _ => [Heard.RoomTone, Heard.Clock],
        };
    }
}
