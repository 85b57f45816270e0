using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Reads place, time, weather, season, shot size and what all is drawn with, word by word.</summary>
internal sealed class SettingReader(IReadOnlyList<Word> words, bool[] negated, ShotFacts facts)
{
    private const int GazeReach = 4;

    private readonly List<(int Word, Meaning Meaning)> _said = [];
    private Place? _seen;

    /// <summary>The words that another word said of the same slot takes the place of: a shot has one place and one time.</summary>
    public IEnumerable<int> Lost => _said.Where(s => Loses(s.Meaning)).Select(s => s.Word);

    public void Take(int i)
    {
        foreach (var meaning in words[i].Form?.Meanings ?? [])
        {
            if (!(meaning.Absent && negated[i]))
                Settle(i, meaning, negated[i] || meaning.Absent);
            if (negated[i])
                break; // "No snow" denies the snow, not the winter that comes with the word.
        }
    }

    /// <summary>Weighs what was said against the rest of the prompt.</summary>
    public void Finish()
    {
        if (facts.Place.Said is null && _seen is { } seen)
            facts.Place.Affirm(seen);
        // By the sea or at noon an umbrella is there for the sun.
        if (facts.Place.Said == Place.Sea || facts.Time.Said == TimeOfDay.Noon)
            facts.Weather.Deny(Weather.Rain, weak: true);
    }

    private void Settle(int i, Meaning meaning, bool denied)
    {
        switch (meaning.Slot)
        {
            case Slot.Place when !denied && !meaning.Weak && IsSeenFromElsewhere(i):
                _seen = (Place)meaning.Value;
                break;
            case Slot.Place: Settle(facts.Place, (Place)meaning.Value); break;
            case Slot.Time: Settle(facts.Time, (TimeOfDay)meaning.Value); break;
            case Slot.Weather: Settle(facts.Weather, (Weather)meaning.Value); break;
            case Slot.Season: Settle(facts.Season, (Season)meaning.Value); break;
            case Slot.Aloft: Settle(facts.Aloft, (Aloft)meaning.Value); return;
            case Slot.Sky: Settle(facts.Sky, (SkyWord)meaning.Value); return;
            case Slot.Trait when denied: facts.Deny((Traits)meaning.Value); return;
            case Slot.Trait: facts.Affirm((Traits)meaning.Value); return;
            case Slot.Drawing: Settle(facts.Drawing, (Drawing)meaning.Value); return;
            case Slot.Size: Settle(facts.Size, (ShotSize)meaning.Value); break;
            case Slot.Angle: Settle(facts.Angle, (CameraAngle)meaning.Value); return;
            case Slot.Roll: Settle(facts.Roll, (CameraRoll)meaning.Value); return;
            default: return;
        }

        // A spotlight is a theatre's: elsewhere there is none.
        if (!denied && (!meaning.Weak || meaning is { Slot: Slot.Place, Value: (int)Place.Theatre }))
            _said.Add((i, meaning));

        void Settle<T>(Claims<T> claims, T value) where T : struct, Enum
        {
            if (denied)
                claims.Deny(value, meaning.Weak);
            else
                claims.Affirm(value, meaning.Weak);
        }
    }

    /// <summary>"Looks at the sea", 看海: somebody may be elsewhere; where no other place is said it is the place.</summary>
    private bool IsSeenFromElsewhere(int i)
    {
        for (var j = i - 1; j >= 0 && j >= i - GazeReach; j--)
        {
            if (words[j].Is(Slot.Gaze))
                return true;
            if (words[j].EndsClause || words[j].Is(Slot.Clause) || words[j].Is(Slot.With) || words[j].Is(Slot.Action) || words[j].Is(Slot.Person))
                return false;
        }

        return false;
    }

    private bool Loses(Meaning meaning) => meaning.Slot switch
    {
        Slot.Place => Loses(facts.Place, (Place)meaning.Value),
        Slot.Time => Loses(facts.Time, (TimeOfDay)meaning.Value),
        Slot.Weather => Loses(facts.Weather, (Weather)meaning.Value),
        Slot.Season => Loses(facts.Season, (Season)meaning.Value),
        _ => Loses(facts.Size, (ShotSize)meaning.Value),
    };

    private static bool Loses<T>(Claims<T> claims, T value) where T : struct, Enum =>
        claims.Said is { } said && !EqualityComparer<T>.Default.Equals(said, value) && !claims.IsDenied(value);
}
