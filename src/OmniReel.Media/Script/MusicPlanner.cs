using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Which music goes with a film: its pace from what is done, its mode from the hour and the weather, its instrument from the place; moods and instruments that the prompt names decide before all.</summary>
internal static class MusicPlanner
{
    private const int Slowest = 52, Fastest = 132;

    public static MusicPlan? Of(FilmPlan plan, IReadOnlyList<SoundBeat> beats)
    {
        var said = beats.SelectMany(beat => beat.Facts.Sound.Music).ToList();
        var denied = beats.SelectMany(beat => beat.Facts.Sound.DeniedMusic).ToHashSet();
        if (denied.Contains(MusicWord.Any) && said.Count == 0)
            return null;
        var moods = beats.SelectMany(beat => beat.Facts.Sound.Moods).ToList();
        var main = Main(plan);
        var action = main.Figures.Count > 0 ? main.Figures[0].Action : (FigureAction?)null;
        var instrument = said.Where(music => music != MusicWord.Any).Select(music => (Instrument?)(music - 1)).FirstOrDefault(named => named != Instrument.Drum)
            ?? (said.Contains(MusicWord.Drum) ? Instrument.Drum : Usual(main, action, denied));
        // Other instruments that are asked for besides: a drum keeps time, anything else is the pad.
        var hasDrum = said.Contains(MusicWord.Drum) || ((action == FigureAction.Dance || moods.Contains(MoodWord.Lively)) && !denied.Contains(MusicWord.Drum));
        return new MusicPlan(Mode(main, moods), Tempo(main, action, moods), instrument)
        {
            HasDrum = hasDrum && !moods.Contains(MoodWord.Calm) || said.Contains(MusicWord.Drum),
            HasPad = !denied.Contains(MusicWord.Strings) && instrument != Instrument.Drum,
            Named = said.Count > 0,
        };
    }

    /// <summary>The shot that moves most: a film with a dance in it is a dance.</summary>
    private static ShotPlan Main(FilmPlan plan) =>
        plan.Shots.FirstOrDefault(Has(FigureAction.Dance)) ?? plan.Shots.FirstOrDefault(Has(FigureAction.Walk)) ?? plan.Shots[0];

    private static Func<ShotPlan, bool> Has(FigureAction action) => shot => shot.Figures.Any(f => f.Action == action);

    private static Instrument Usual(ShotPlan shot, FigureAction? action, HashSet<MusicWord> denied)
    {
        Instrument[] liked = shot switch
        {
            { Figures: [{ Person: Person.Child }, ..] } => [Instrument.Bells, Instrument.Flute],
            _ when action == FigureAction.Dance => [Instrument.Zither, Instrument.Guitar],
            { Place: Place.Room } or { Place: Place.City, Weather: Weather.Rain or Weather.Snow } => [Instrument.Piano, Instrument.Guitar],
            { Place: Place.City } => [Instrument.Guitar, Instrument.Piano],
            { Place: Place.Mountains } or { Place: Place.Forest, Time: not TimeOfDay.Night } => [Instrument.Flute, Instrument.Zither],
            { Weather: Weather.Snow } or { Season: Season.Winter } => [Instrument.Bells, Instrument.Piano],
            _ => [Instrument.Zither, Instrument.Piano],
        };
        return liked.Concat(Enum.GetValues<Instrument>()).FirstOrDefault(instrument => !denied.Contains((MusicWord)(instrument + 1)) && instrument != Instrument.Drum);
    }

    private static MusicMode Mode(ShotPlan shot, List<MoodWord> moods) =>
        moods.Contains(MoodWord.Sad) ? MusicMode.Yu
        : moods.Contains(MoodWord.Happy) ? MusicMode.Gong
        : shot.Weather is Weather.Rain ? MusicMode.Shang
        : shot.Time switch
        {
            TimeOfDay.Night => MusicMode.Yu,
            TimeOfDay.Sunset => MusicMode.Zhi,
            _ when shot.Weather != Weather.Clear => MusicMode.Shang,
            _ => MusicMode.Gong,
        };

    private static int Tempo(ShotPlan shot, FigureAction? action, List<MoodWord> moods)
    {
        var tempo = action switch
        {
            FigureAction.Dance => 96,
            FigureAction.Walk => 80,
            _ => 66,
        };
        tempo += shot.Figures.Any(f => f.Person == Person.Child) ? 12 : 0;
        tempo -= shot.Time == TimeOfDay.Night ? 8 : 0;
        tempo -= shot.Weather is Weather.Rain or Weather.Snow ? 6 : 0;
        foreach (var mood in moods.Distinct())
            tempo += mood switch { MoodWord.Calm => -12, MoodWord.Lively => 22, MoodWord.Happy => 14, _ => -12 };
        return Math.Clamp(tempo, Slowest, Fastest);
    }
}
