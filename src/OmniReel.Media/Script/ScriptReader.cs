using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Reads prompts in Chinese and English into a film plan. Pure: the same request gives the same reading.</summary>
public static class ScriptReader
{
    /// <summary>As many words as are reported as not understood.</summary>
    public const int MostNotUnderstood = 50;

    internal static readonly Lazy<Vocabulary> BuiltIn = new(Vocabulary.Load);

    /// <summary>Reads every prompt; never throws on any text, and always gives a plan that can be drawn.</summary>
    /// <exception cref="ArgumentException">The request has no shots, or a shot of less than one frame.</exception>
    public static ScriptReading Read(ScriptRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Shots.Count == 0)
            throw new ArgumentException("A script needs at least one shot.", nameof(request));
        if (request.Shots.Any(shot => shot.Frames < 1))
            throw new ArgumentException("Every shot needs at least one frame.", nameof(request));

        var vocabulary = BuiltIn.Value;
        // What is spoken is heard and not seen: no reader of pictures comes to see it.
        var dialogue = new Dialogue(vocabulary);
        request = request with { Shots = [.. request.Shots.Select(shot => shot with { Prompt = dialogue.TakeOut(PrintNames.Only(shot.Prompt ?? "", request.Pictures)) })] };
        if (request.Divide || request.Shots.Count > 1)
        {
            var named = Its.Name(vocabulary, [.. request.Shots.Select(shot => shot.Prompt)]);
            request = request with { Shots = [.. request.Shots.Select((shot, i) => shot with { Prompt = named[i] })] };
        }

        var negative = FactReader.ReadNegative(vocabulary, request.NegativePrompt ?? "");
        var reading = request.Divide ? Divide(request, vocabulary, negative) : ReadEach(request, vocabulary, negative);
        return reading with { Sound = reading.Sound with { Quotes = dialogue.Quotes } };
    }

    private static ScriptReading ReadEach(ScriptRequest request, Vocabulary vocabulary, ShotFacts negative)
    {
        List<ShotFacts> facts = [.. request.Shots.Select(shot => FactReader.Read(vocabulary, shot.Prompt ?? ""))];
        facts.ForEach(f => f.DenyAll(negative));
        Pronouns.Resolve(facts);
        var planner = new ShotPlanner();
        var shots = facts.Select((f, i) => planner.Plan(f, request.Shots[i].Frames));
        return Reading(request, shots, facts, i => facts.Take(i + 1), [.. facts.Select((f, i) => new SoundBeat(i, 1, f))]);
    }

    private static ScriptReading Divide(ScriptRequest request, Vocabulary vocabulary, ShotFacts negative)
    {
        var text = string.Join('\n', request.Shots.Select(shot => shot.Prompt));
        var frames = request.Shots.Sum(shot => shot.Frames);
        var (preface, beats) = new Division(vocabulary, negative).Divide(text, Timing.MostShots(frames));
        List<ShotFacts> all = preface is null ? [.. beats] : [preface, .. beats];
        Pronouns.Resolve(all);
        var planner = new ShotPlanner();
        planner.LookAhead(all);
        if (preface is not null)
            _ = planner.Plan(preface, frames);
        List<ShotPlan> shots = [.. Coverage.Plan(planner, beats, frames)];
        // One beat is seen in several shots, else each has its own.
        IEnumerable<SoundBeat> sounds = beats.Count == 1 ? [new(0, shots.Count, beats[0])] : beats.Select((beat, i) => new SoundBeat(i, 1, beat));
        if (preface is not null)
            sounds = sounds.Prepend(new SoundBeat(0, shots.Count, preface));
        return Reading(request, shots, all, _ => all, [.. sounds]);
    }

    /// <param name="before">The facts that hold for a shot.</param>
    private static ScriptReading Reading(
        ScriptRequest request, IEnumerable<ShotPlan> shots, IEnumerable<ShotFacts> facts, Func<int, IEnumerable<ShotFacts>> before, IReadOnlyList<SoundBeat> sounds)
    {
        // Shots of one film are of one hand; their seeds are those of the same film in paper.
        var drawing = facts.Select(f => f.Drawing.Said).FirstOrDefault(said => said is not null) ?? default;
        var seeded = Terrains.Carry(Likenesses.Carry([.. shots.Select((shot, i) => shot with { Seed = PlanSeed.Of(shot, i), Drawing = drawing })]));
        var notUnderstood = facts.SelectMany(f => f.NotUnderstood).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNotUnderstood);
        return new ScriptReading(new FilmPlan(request.Width, request.Height, seeded), [.. notUnderstood])
        {
            SpokenOf = [.. seeded.Select((_, i) => before(i).SelectMany(f => f.Cast.SpokenOf).ToHashSet())],
            Sound = new SoundReading { Beats = sounds },
            IsBare = !facts.Any(f => f.Place.Said is not null || f.Cast.IsSaid || f.Things.Said.Count > 0),
        };
    }
}
