namespace OmniReel.Media.Script;

/// <summary>What a describing word belongs to, by the words around it.</summary>
/// <param name="text">The folded prompt that the words were cut from.</param>
internal sealed class Attachment(string text, IReadOnlyList<Word> words)
{
    private const int Reach = 8;

    /// <summary>Whether the word describes a person named after it: 跳舞的女孩, 穿红裙子的女孩, "dancing girl".</summary>
    public bool DescribesNextPerson(int i)
    {
        var linked = false;
        for (var j = i + 1; j < words.Count && j <= i + Reach; j++)
        {
            var word = words[j];
            if (word.EndsClause || word.Is(Slot.Pronoun))
                return false;
            if (word.Is(Slot.Person))
                return linked || OnlyAdjectives(i, j) || IsCompound(i, j);
            linked |= IsOf(word);
        }

        return false;
    }

    /// <summary>
    /// The garment or the piece that a colour is said of (its own index where the word is both, or where only "in red" is said);
    /// null if none.
    /// </summary>
    public int? WornOf(int i)
    {
        if (IsWorn(words[i]))
            return i;
        var unknown = 0;
        for (var j = i + 1; j < words.Count && j <= i + 5; j++)
        {
            var word = words[j];
            if (IsWorn(word))
                return j;
            if (word.Unknown && ++unknown > 4)
                break;
            if (!word.Unknown && !word.Is(Slot.Stop) && !word.Is(Slot.Color) && !JoinsColors(j))
                break;
        }

        return IsWornBare(i) ? i : GarmentThatIs(i);
    }

    /// <summary>Whether something worn or carried lies about instead: "umbrella on the sand".</summary>
    public bool LiesSomewhere(int i)
    {
        if (words[i].Prepositional || (i > 0 && (words[i - 1].Is(Slot.Wear) || words[i - 1].Is(Slot.With) || words[i - 1].Is(Slot.At))))
            return false;
        if (i + 1 >= words.Count || !words[i + 1].Is(Slot.At))
            return false;
        var at = i + 2;
        while (at < words.Count && (words[at].Is(Slot.Determiner) || words[at].Is(Slot.Stop)))
            at++;
        return at < words.Count && words[at].Is(Slot.Place);
    }

    private bool JoinsColors(int i) => words[i].Is(Slot.Join) && i + 1 < words.Count && words[i + 1].Is(Slot.Color);

    /// <summary>"The dress is blue", 裙子是蓝色的.</summary>
    private int? GarmentThatIs(int i)
    {
        var copula = i - 1;
        while (copula >= 0 && IsAdjective(words[copula]))
            copula--;
        return copula > 0 && words[copula].Is(Slot.Copula) && IsWorn(words[copula - 1]) ? copula - 1 : null;
    }

    /// <summary>Whether kin is named beside somebody else: 女孩和妈妈, 爸爸带着儿子, "with her mother".</summary>
    public bool JoinsKin(int i)
    {
        for (var j = i - 1; j >= 0 && j >= i - Reach; j--)
        {
            var word = words[j];
            if (word.Is(Slot.Join) || word.Is(Slot.With) || word.Is(Slot.Wear) || word.Is(Slot.Pronoun) || word.Is(Slot.Enumeration))
                return true;
            if (!word.Unknown && !word.Is(Slot.Stop) && !word.Is(Slot.Determiner) && !word.Is(Slot.Count) && !word.Is(Slot.Measure))
                return false;
        }

        return false;
    }

    /// <summary>Whether a number counts people: "2 girls", 3个小孩.</summary>
    public bool CountsPeople(int i)
    {
        for (var j = i + 1; j < words.Count && j <= i + 3; j++)
        {
            if (words[j].Is(Slot.Measure) || words[j].Is(Slot.Person))
                return true;
            if (!words[j].Is(Slot.Stop) && !words[j].Unknown)
                return false;
        }

        return false;
    }

    /// <summary>"in red", 一身白: a colour after a word for wearing, with nothing else behind it that it could colour.</summary>
    private bool IsWornBare(int i)
    {
        var before = i - 1;
        while (before >= 0 && words[before].Is(Slot.Stop) && !words[before].Is(Slot.At))
            before--;
        if (before < 0 || !(words[before].Is(Slot.Wear) || words[before].Is(Slot.At)))
            return false;
        var after = i + 1;
        while (after < words.Count && (words[after].Is(Slot.Color) || words[after].Is(Slot.Join) || IsOf(words[after])))
            after++;
        return after >= words.Count || !(words[after].Unknown || words[after].Is(Slot.Accessory) || words[after].Is(Slot.Thing)
            || words[after].Is(Slot.Place) || words[after].Is(Slot.Time) || words[after].Is(Slot.Weather) || words[after].Is(Slot.Garment) || words[after].Is(Slot.Trim));
    }

    /// <summary>Chinese only: 红裙女孩, 白衣女子, and not 女孩穿红裙男孩…, where the clothes are those of the person before.</summary>
    private bool IsCompound(int from, int person)
    {
        if (char.IsAscii(text[words[from].Start]))
            return false;
        for (var j = from; j < person; j++)
        {
            if (!IsWorn(words[j]) && !words[j].Is(Slot.Color))
                return false;
        }

        var before = from - 1;
        while (before >= 0 && (IsWorn(words[before]) || words[before].Is(Slot.Color) || words[before].Is(Slot.Wear)))
            before--;
        return before < 0 || !(words[before].Is(Slot.Person) || words[before].Is(Slot.Pronoun));
    }

    private static bool IsWorn(Word word) => word.Is(Slot.Garment) || word.Is(Slot.Accessory) || word.Is(Slot.Trim);

    /// <summary>English only: Chinese links with 的, and 女孩跳舞男孩走 has two clauses.</summary>
    private bool OnlyAdjectives(int from, int to)
    {
        if (!char.IsAscii(text[words[from].Start]))
            return false;
        for (var j = from + 1; j < to; j++)
        {
            if (!words[j].Unknown && !words[j].Is(Slot.Color) && !IsAdjective(words[j]))
                return false;
        }

        return to - from <= 3;
    }

    private static bool IsAdjective(Word word) => word.Is(Slot.Stop) && !word.Is(Slot.At) && !word.Is(Slot.Determiner);

    /// <summary>的 links what stands before it to the noun behind it.</summary>
    private static bool IsOf(Word word) => word.Is(Slot.Of);
}
