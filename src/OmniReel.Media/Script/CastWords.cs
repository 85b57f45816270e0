using OmniReel.Media.Figures.Guises;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Adds the names of the cast to the vocabulary, in the forms that people write: several, old, young, female, male. What it says of a word counts more than its files.</summary>
internal static class CastWords
{
    private static readonly Meaning Old = new(Slot.Look, (int)Look.Old, false, false);

    public static void AddTo(Vocabulary vocabulary)
    {
        var cast = GuiseFile.Instance.All;
        for (var i = 0; i < cast.Count; i++)
        {
            var (guise, number) = (cast[i], i);
            foreach (var name in guise.English)
                English(vocabulary, name, who => Named(guise, number, who), guise);
            foreach (var name in guise.Chinese)
                Chinese(vocabulary, name, who => Named(guise, number, who), guise);
            var worn = new Form([new Meaning(Slot.Garment, Meaning.NoKind, false, false), new Meaning(Slot.Guise, i, false, false)], near: false);
            foreach (var name in guise.Worn)
                vocabulary.Join(name, worn, _ => worn);
        }
    }

    private static void English(Vocabulary vocabulary, string name, Func<Person?, Meaning[]> named, Guise guise)
    {
        Add(name, named(null));
        Add("old " + name, [.. named(null), Old]);
        Add("elderly " + name, [.. named(null), Old]);
        Add("young " + name, named(null));
        // "Cooks" is what a cook does.
        string[] forms = name == "cook" ? [] : [Several(name)];
        foreach (var several in forms)
            Add(several, [.. named(null), Two]);
        if (guise.IsFixed)
            return;
        foreach (var (prefix, person) in new[] { ("female ", Person.Woman), ("woman ", Person.Woman), ("lady ", Person.Woman), ("male ", Person.Man), ("little ", Person.Child), ("kid ", Person.Child) })
        {
            Add(prefix + name, named(person));
            foreach (var several in forms)
                Add(prefix + several, [.. named(person), Two]);
        }

        void Add(string text, Meaning[] meanings) => Put(vocabulary, text, meanings);
    }

    private static void Chinese(Vocabulary vocabulary, string name, Func<Person?, Meaning[]> named, Guise guise)
    {
        Put(vocabulary, name, named(null));
        Put(vocabulary, name + "们", [.. named(null), Two]);
        if (name[0] != '老')
            Put(vocabulary, "老" + name, [.. named(null), Old]);
        foreach (var old in new[] { "年老的", "年迈的", "白发" })
            Put(vocabulary, old + name, [.. named(null), Old]);
        foreach (var young in new[] { "年轻", "年轻的" })
            Put(vocabulary, young + name, named(null));
        if (guise.IsFixed && guise.Id != "monk")
            return;
        Put(vocabulary, "小" + name, named(Person.Child));
        if (guise.IsFixed)
            return;
        Put(vocabulary, "女" + name, named(Person.Woman));
        Put(vocabulary, "男" + name, named(Person.Man));
    }

    private static readonly Meaning Two = new(Slot.Count, 2, false, false);

    private static Meaning[] Named(Guise guise, int number, Person? who)
    {
        var person = who ?? (guise.IsFixed ? guise.Person : null);
        List<Meaning> meanings = [new(Slot.Person, (int)Word(person), false, false), new(Slot.Guise, number, false, false)];
        if (guise.Action is { } action)
            meanings.Add(new Meaning(Slot.Action, (int)action, false, false));
        if (guise.Place is { } place)
            meanings.Add(new Meaning(Slot.Place, (int)place, true, false));
        return [.. meanings];
    }

    private static PersonWord Word(Person? person) => person switch
    {
        Person.Woman => PersonWord.Woman,
        Person.Man => PersonWord.Man,
        Person.Child => PersonWord.Child,
        _ => PersonWord.Anyone,
    };

    /// <summary>What the files call by the same word alone gives way.</summary>
    private static void Put(Vocabulary vocabulary, string text, Meaning[] meanings)
    {
        var form = new Form(meanings, near: false);
        vocabulary.Join(text, form, there => there.Has(Slot.Guise) && there.In(Slot.Guise)!.Value.Value != form.In(Slot.Guise)!.Value.Value ? there : form);
    }

    private static string Several(string name) =>
        name.EndsWith("man", StringComparison.Ordinal) ? name[..^2] + "en"
        : name.EndsWith("ch", StringComparison.Ordinal) || name[^1] == 's' ? name + "es"
        : name[^1] == 'y' ? name[..^1] + "ies"
        : name + "s";
}
