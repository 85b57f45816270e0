using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>The words around the name of a thing.</summary>
/// <param name="text">The folded prompt that the words were cut from.</param>
internal sealed class ThingPhrase(string text, IReadOnlyList<Word> words)
{
    private const int Reach = 7;
    private const int Flock = 6;

    /// <summary>Reads number, colour, size and gait before a name.</summary>
    /// <param name="used">Told of the words that were used.</param>
    /// <param name="lost">Told of numbers above what is drawn.</param>
    public void Describe(int i, ThingSaid said, HashSet<int> used, HashSet<int> lost)
    {
        var unknown = 0;
        for (var j = i - 1; j >= 0 && j >= i - Reach; j--)
        {
            var word = words[j];
            // 一个开满玫瑰的花园: what is before it counts the ground.
            if (word.Is(Slot.Field))
                break;
            if (Number(j) is { } number)
            {
                if (!(IsVague(j) && IsField(i)))
                    said.Count = Math.Clamp(number, 1, ThingPlan.MostOfOne);
                if (number > ThingPlan.MostOfOne)
                    lost.Add(j);
                used.Add(j);
            }
            else if (word.Form?.In(Slot.Color) is { } color && !word.Is(Slot.Garment))
            {
                said.Color ??= (NamedColor)color.Value;
                used.Add(j);
            }
            else if (word.Form?.In(Slot.Scale) is { } scale)
            {
                said.Size = (ThingSize)scale.Value;
                used.Add(j);
            }
            else if (word.Form?.In(Slot.Gait) is { } gait && Describes(j) && ThingDirector.Motion(said.Thing, (GaitWord)gait.Value) is not null)
            {
                said.Gait = (GaitWord)gait.Value;
                used.Add(j);
            }
            else if (!IsFiller(word, j) && (!word.Unknown || !IsEnglish(j) || ++unknown > 2))
            {
                break;
            }
        }
    }

    /// <summary>English names end in -s; a few are irregular.</summary>
    public bool IsPlural(int i)
    {
        var name = text.AsSpan(words[i].Start, words[i].Length);
        if (!char.IsAscii(name[0]))
            return false;
        if (name is "mice" or "geese" or "wolves" or "sheep" or "leaves" or "fallen leaves" or "cattle")
            return name is not "sheep" || !IsSingular(i);
        return name.Length > 3 && name[^1] == 's' && name[^2] is not ('s' or 'u' or 'i') && !IsSingular(i) && name is not ("scissors" or "glasses" or "sunglasses" or "headphones" or "hibiscus");
    }

    /// <summary>Somebody holds it: "holding a balloon", 拿着气球.</summary>
    public bool IsHeld(int i)
    {
        for (var j = i - 1; j >= 0 && j >= i - 5 && !words[j].EndsClause; j--)
        {
            if (words[j].Is(Slot.Wear))
                return true;
            if (words[j].Is(Slot.Person) || words[j].Is(Slot.At))
                return false;
        }

        return false;
    }

    /// <summary>There are as many as the ground holds: "a field of tulips", "full of flowers", 开满鲜花, 花儿遍地.</summary>
    public bool IsField(int i)
    {
        var blooms = !IsEnglish(i);
        for (var j = i; j >= 0 && j >= i - Reach && !(j < i && (words[j].EndsClause || words[j].Is(Slot.Thing))); j--)
        {
            if (words[j].Is(Slot.Field) || (blooms && words[j].Is(Slot.Bloom)))
                return true;
        }

        for (var j = i + 1; j < words.Count && j <= i + 3 && !words[j].EndsClause && !words[j].Is(Slot.Thing); j++)
        {
            if (words[j].Is(Slot.Field) || (blooms && words[j].Is(Slot.Bloom)))
                return true;
        }

        return false;
    }

    /// <summary>One, though no number says so: "a rose", 一朵盛开的玫瑰.</summary>
    public bool IsOne(int i)
    {
        for (var j = i - 1; j >= 0 && j >= i - Reach && !words[j].Is(Slot.Field) && !words[i].Is(Slot.Field); j--)
        {
            var word = text.AsSpan(words[j].Start, words[j].Length);
            // 一朵朵 are many.
            if (word is "a" or "an" or "一朵" or "一枝" or "一支" or "一株" or "一棵")
                return text[words[j].End] != word[^1];
            if (!IsFiller(words[j], j) && !words[j].Is(Slot.Color) && !words[j].Is(Slot.Scale) && !words[j].Is(Slot.Bloom) && !(words[j].Unknown && IsEnglish(j)))
                return false;
        }

        return false;
    }

    /// <summary>Somebody leads it: 牵着一条狗, "walks a dog", "a dog on a leash".</summary>
    public bool IsLed(int i)
    {
        for (var j = Math.Max(0, i - 5); j < words.Count && j <= i + 4; j++)
        {
            if (words[j].Is(Slot.Lead) && !words.Skip(Math.Min(i, j) + 1).Take(Math.Abs(i - j) - 1).Any(w => w.EndsClause))
                return true;
        }

        return false;
    }

    /// <summary>A second one of a kind: "another dog".</summary>
    public bool IsAnother(int i) => i > 0 && words[i - 1].Is(Slot.Another);

    /// <summary>Goes on with the name before it: "a dog and a cat", 猫和狗.</summary>
    public bool IsListed(int i)
    {
        var j = Before(i);
        return j >= 0 && (words[j].Is(Slot.Join) || words[j].Is(Slot.Enumeration) || words[j].Is(Slot.Comma));
    }

    /// <summary>Behind a preposition or a verb of holding: not what acts.</summary>
    public bool IsObject(int i)
    {
        var j = Before(i);
        return j >= 0 && ((words[j].Is(Slot.At) && words[j].Form is { } form && !form.Has(Slot.Clause)) || words[j].Is(Slot.Wear) || words[j].Is(Slot.With) || words[j].Is(Slot.Gaze));
    }

    /// <summary>The place comes before what is there: 桌子上有一只猫, "on the table there is a cat".</summary>
    public bool ComesFirst(int i)
    {
        for (var j = i + 1; j < words.Count && j <= i + Reach; j++)
        {
            if (words[j].EndsSentence)
                return false;
            if (words[j].Form?.In(Slot.Thing) is { Value: > 0 })
                return true;
        }

        return false;
    }

    /// <summary>A colour said behind its thing: "the balloon is red", 气球是红色的.</summary>
    public bool IsSaidAfter(int i)
    {
        var j = i - 1;
        while (j >= 0 && words[j].Is(Slot.Stop) && !words[j].Is(Slot.Of))
            j--;
        return j > 0 && words[j].Is(Slot.Copula) && words[j - 1].Form?.In(Slot.Thing) is { Value: > 0 };
    }

    /// <summary>The relation that the words before (English) or behind (Chinese) a name make it the other end of.</summary>
    public ThingPlacing? PlacingAround(int i, bool isPerson)
    {
        var j = Before(i);
        if (IsEnglish(i))
            return j >= 0 && words[j].Form?.In(Slot.Where) is { } where ? Relation(where, isPerson) : null;
        var after = i + 1;
        while (after < words.Count && words[after].Is(Slot.Of))
            after++;
        return after < words.Count && words[after].Form?.In(Slot.Where) is { } behind ? Relation(behind, isPerson) : null;
    }

    /// <summary>A spot, if it is said of where something is: "in the sky", 天上; and what is above a lake is in the air.</summary>
    public ThingPlacing? PlacingOf(int i)
    {
        var word = words[i];
        var before = Before(i);
        var above = IsEnglish(i)
            ? before >= 0 && words[before].Form?.In(Slot.Where) is { Value: (int)ThingRelation.Above }
            : i + 1 < words.Count && words[i + 1].Form?.In(Slot.Where) is { Value: (int)ThingRelation.Above };
        if (above && (word.Is(Slot.Place) || word.Is(Slot.Spot)))
            return new ThingPlacing { Spot = ThingSpot.Sky };
        if (word.Form?.In(Slot.Spot) is not { } spot)
            return null;
        var isSaid = !IsEnglish(i) || spot.Value == (int)ThingSpot.Branch || word.Prepositional || (before >= 0 && words[before].Is(Slot.At));
        return isSaid ? new ThingPlacing { Spot = (ThingSpot)spot.Value } : null;
    }

    private static ThingPlacing? Relation(Meaning where, bool isPerson) =>
        isPerson && where.Value is not ((int)ThingRelation.Beside or (int)ThingRelation.Above) ? null : new ThingPlacing { Relation = (ThingRelation)where.Value };

    /// <summary>The word before the articles, numbers and adjectives of a name.</summary>
    private int Before(int i)
    {
        var j = i - 1;
        while (j >= 0 && j >= i - Reach && !words[j].Is(Slot.At) && !words[j].Is(Slot.Join) && !words[j].Is(Slot.Gaze)
            && (IsFiller(words[j], j) || words[j].Is(Slot.Color) || words[j].Is(Slot.Scale) || Number(j) is not null || (words[j].Unknown && IsEnglish(j))))
            j--;
        return j;
    }

    private bool Describes(int j) => IsEnglish(j)
        ? text.AsSpan(words[j].Start, words[j].Length).EndsWith("ing")
        : j + 1 < words.Count && words[j + 1].Is(Slot.Of);

    private int? Number(int j) => words[j].Number > 0 ? words[j].Number
        : words[j].Is(Slot.Flock) ? Flock
        : words[j].Form?.In(Slot.Count) is { } count && !words[j].Is(Slot.Person) && !words[j].Is(Slot.Accessory) ? count.Value : null;

    /// <summary>So many that nobody counts them: a field of hundreds is as full as any.</summary>
    private bool IsVague(int j) => text.AsSpan(words[j].Start, words[j].Length) is "many" or "lots of" or "hundreds of" or "thousands of" or "许多" or "很多" or "无数";

    private bool IsFiller(Word word, int j) => word.Is(Slot.Determiner) || word.Is(Slot.Of) || word.Is(Slot.Measure)
        || (word.Is(Slot.Stop) && !word.Is(Slot.At) && !word.Is(Slot.Where) && !word.Is(Slot.Clause))
        || (word.Is(Slot.But) && j > 0 && (words[j - 1].Number > 0 || words[j - 1].Is(Slot.Count)));

    private bool IsSingular(int i) => i > 0 && words[i - 1].Is(Slot.Determiner) && text.AsSpan(words[i - 1].Start, words[i - 1].Length) is "a" or "an";

    private bool IsEnglish(int i) => char.IsAscii(text[words[i].Start]);
}
