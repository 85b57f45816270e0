using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Decides what a film sounds like: from what its shots show, and from what the prompts say of sound.</summary>
public static class SoundPlanner
{
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <param name="plan">The shots as they will be drawn.</param>
    /// <param name="reading">The prompts of these shots.</param>
    public static SoundPlan Of(FilmPlan plan, ScriptReading reading)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(reading);
        var beats = reading.Sound.Beats;
        var isHushed = beats.Any(beat => beat.Facts.Sound.Hush);
        return new SoundPlan
        {
            // Of what was understood, like the seeds of the shots: a paraphrase sounds the same.
            Seed = plan.Shots.Aggregate(OffsetBasis, (hash, shot) => (hash ^ shot.Seed) * Prime),
            Bed = isHushed ? [] : BedPlanner.Of(plan, beats),
            Music = isHushed ? null : MusicPlanner.Of(plan, beats),
            Lines = [.. Lines(plan, reading.Sound)],
        };
    }

    private static IEnumerable<SpokenLine> Lines(FilmPlan plan, SoundReading sound)
    {
        foreach (var beat in sound.Beats)
        {
            var start = plan.Shots.Take(beat.FirstShot).Sum(shot => shot.Frames);
            var frames = plan.Shots.Skip(beat.FirstShot).Take(beat.Shots).Sum(shot => shot.Frames);
            foreach (var number in beat.Facts.Sound.Quotes.Where(number => number < sound.Quotes.Count))
            {
                var quote = sound.Quotes[number];
                yield return new SpokenLine(quote.Text, quote.Speaker ?? Seen(plan.Shots[beat.FirstShot]), LanguageOf(quote.Text), start, frames);
            }
        }
    }

    private static Speaker Seen(ShotPlan shot) => shot.Figures.Count == 0 ? Speaker.Narrator : shot.Figures[0].Person switch
    {
        Person.Woman => Speaker.Woman,
        Person.Man => Speaker.Man,
        _ => Speaker.Child,
    };

    private static string LanguageOf(string text) => text.Any(WordReader.IsHan) ? "zh" : "en";
}
