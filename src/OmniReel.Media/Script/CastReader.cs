using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Reads who is there, what they do and what they wear, word by word.</summary>
/// <param name="text">The folded prompt that the words were cut from.</param>
/// <param name="everythingDenied">The words are a negative prompt: the denial of people takes away those whom the prompt describes too.</param>
internal sealed class CastReader(string text, IReadOnlyList<Word> words, bool[] negated, Cast cast, bool everythingDenied)
{
    private readonly Attachment _attachment = new(text, words);
    private readonly List<Role> _acting = [];
    private Role _next = new();
    private List<Role> _lastNamed = [];
    private int _count;
    private int _countAt = -1;
    private bool _another;
    private bool _acted;
    private bool _thingActs;
    private bool _personInSentence;
    private bool _nobodyActs;

    /// <summary>Takes word <paramref name="i"/>; true if it has no effect where it stands (a colour of nothing, more people than are drawn).</summary>
    public bool Take(int i)
    {
        var word = words[i];
        if (word.EndsSentence)
            (_thingActs, _personInSentence, _nobodyActs, _count) = (false, false, false, 0);
        if (word.Number > 0 && _attachment.CountsPeople(i))
            return SetCount(i, word.Number);
        var loose = false;
        foreach (var meaning in word.Form?.Meanings ?? [])
        {
            loose |= Take(i, meaning, word);
            if (negated[i])
                break;
        }

        return loose;
    }

    /// <summary>Gives what was said without a person to the first person there is.</summary>
    public void Finish()
    {
        if (cast.Roles.Count == 0)
            return;
        var main = cast.Roles[0];
        if (main.Action.Said is null && cast.Unnamed.Action.Said is { } action)
            main.Action.Affirm(action);
        main.Clothing ??= cast.Unnamed.Clothing ?? _next.Clothing;
        foreach (var accessory in cast.Unnamed.Accessories)
            Wear(main, accessory);
    }

    private bool Take(int i, Meaning meaning, Word word)
    {
        switch (meaning.Slot)
        {
            case Slot.Count when !negated[i]:
                return SetCount(i, meaning.Value);
            case Slot.Another:
                _another = true;
                return false;
            case Slot.Person when negated[i] || meaning.Absent:
                DenyPerson(i, (PersonWord)meaning.Value, word);
                return false;
            case Slot.Person:
                Name((PersonWord)meaning.Value, i, word);
                return false;
            case Slot.Pronoun when !negated[i]:
                NamePronoun((PersonWord)meaning.Value);
                return false;
            case Slot.Thing when !negated[i]:
                cast.HasThing = true;
                _thingActs = !_personInSentence;
                return false;
            case Slot.Action:
                Act(i, (FigureAction)meaning.Value, meaning.Weak, word);
                return false;
            case Slot.Color:
                return TakeColor(i, (NamedColor)meaning.Value);
            case Slot.Accessory:
                TakeAccessory(i, (Accessory)meaning.Value);
                return false;
            default:
                return false;
        }
    }

    private bool SetCount(int i, int count)
    {
        (_count, _countAt) = (count, i);
        return count > Cast.Most;
    }

    private void DenyPerson(int i, PersonWord who, Word word)
    {
        if (negated[i] && word.Form is { Near: true })
            return;
        _nobodyActs = who == PersonWord.Anyone;
        if (PersonOf(who) is { } person)
        {
            cast.People.Deny(person);
            cast.Roles.RemoveAll(role => role.Person == person);
            return;
        }

        if (who != PersonWord.Anyone)
            return;
        // Whom the prompt describes stays: "a girl alone, no people" means no others.
        cast.Roles.RemoveAll(role => role.Person is null);
        cast.Nobody = everythingDenied || cast.Roles.Count == 0;
    }

    private void Name(PersonWord who, int i, Word word)
    {
        var count = TakeCount(i, word);
        var asked = who switch
        {
            PersonWord.Couple => [Person.Woman, Person.Man],
            PersonWord.Family => [Person.Woman, Person.Man, Person.Child],
            PersonWord.Crowd => [null, null, null],
            _ => Enumerable.Repeat(PersonOf(who), count),
        };
        List<Person?> people = [.. asked];
        var named = _another ? [] : Known(people);
        while (named.Count < people.Count && cast.Roles.Count < Cast.Most)
        {
            var role = new Role { Person = people[named.Count] };
            cast.Roles.Add(role);
            named.Add(role);
        }

        (_another, cast.Nobody) = (false, false);
        Describe(named);
    }

    private void NamePronoun(PersonWord who)
    {
        var person = PersonOf(who);
        var named = who == PersonWord.Anyone
            ? [.. cast.Roles]
            : cast.Roles.FindAll(role => role.Person == person || role.Person is null or Person.Child).TakeLast(1).ToList();
        if (named.Count == 0 && cast.Roles.Count < Cast.Most)
        {
            named = who == PersonWord.Anyone ? [Pronoun(null), Pronoun(null)] : [Pronoun(person)];
            named = named[..Math.Min(named.Count, Cast.Most - cast.Roles.Count)];
            cast.Roles.AddRange(named);
        }

        foreach (var role in named)
            role.Person ??= person;
        Describe(named);

        static Role Pronoun(Person? person) => new() { Person = person, IsPronoun = true };
    }

    /// <summary>Those of the roles that the words speak of again: "a girl … the girl", "someone … a man".</summary>
    private List<Role> Known(List<Person?> people)
    {
        List<Role> known = [];
        foreach (var person in people)
        {
            var role = cast.Roles.Find(r => !known.Contains(r) && r.Person == person)
                ?? cast.Roles.FindLast(r => !known.Contains(r) && (person is null || r.Person is null));
            if (role is null)
                break;
            role.Person ??= person;
            known.Add(role);
        }

        return known;
    }

    private void Describe(List<Role> named)
    {
        (_lastNamed, _personInSentence, _thingActs, _nobodyActs) = (named, true, false, false);
        if (_acted)
            _acting.Clear();
        _acted = false;
        foreach (var role in named)
        {
            if (!_acting.Contains(role))
                _acting.Add(role);
            if (_next.Action.Said is { } action)
                role.Action.Affirm(action);
            role.Clothing = _next.Clothing ?? role.Clothing;
            foreach (var accessory in _next.Accessories)
                Wear(role, accessory);
        }

        _next = new Role();
    }

    private void Act(int i, FigureAction action, bool weak, Word word)
    {
        if (negated[i])
        {
            if (word.Form is not { Near: true })
                cast.Actions.Deny(action, weak);
            foreach (var role in _acting)
                role.Action.Deny(action, weak);
            return;
        }

        if (word.Is(Slot.Person))
        {
            foreach (var role in _lastNamed)
                role.Action.Affirm(action);
            return;
        }

        if (_attachment.DescribesNextPerson(i))
            _next.Action.Affirm(action, weak);
        else if (!_thingActs && !_nobodyActs && !cast.Nobody)
            Perform(action, weak);
    }

    private void Perform(FigureAction action, bool weak)
    {
        _acted = true;
        if (_acting.Count == 0)
            cast.Unnamed.Action.Affirm(action, weak);
        foreach (var role in _acting)
            role.Action.Affirm(action, weak);
        if (!weak)
            cast.Actions.Affirm(action);
    }

    private bool TakeColor(int i, NamedColor color)
    {
        if (_attachment.GarmentOf(i) is not { } garment)
            return !negated[i];
        if (negated[i])
            cast.Colors.Deny(color);
        else if (_attachment.DescribesNextPerson(garment))
            _next.Clothing = color;
        else if (_lastNamed.Count == 0)
            cast.Unnamed.Clothing = color;
        foreach (var role in negated[i] || _next.Clothing == color ? [] : _lastNamed)
            role.Clothing = color;
        return false;
    }

    private void TakeAccessory(int i, Accessory accessory)
    {
        if (negated[i])
            cast.Accessories.Deny(accessory);
        else if (_attachment.DescribesNextPerson(i))
            Wear(_next, accessory);
        else if (_lastNamed.Count == 0)
            Wear(cast.Unnamed, accessory);
        foreach (var role in negated[i] || _next.Accessories.Contains(accessory) ? [] : _lastNamed)
            Wear(role, accessory);
    }

    private int TakeCount(int i, Word word)
    {
        var said = _countAt >= 0 && i - _countAt <= 8 ? _count : 0;
        (_count, _countAt) = (0, -1);
        return Math.Clamp(said > 0 ? said : word.Form?.In(Slot.Count)?.Value ?? 1, 1, Cast.Most);
    }

    private static void Wear(Role role, Accessory accessory)
    {
        if (!role.Accessories.Contains(accessory))
            role.Accessories.Add(accessory);
    }

    private static Person? PersonOf(PersonWord who) => who switch
    {
        PersonWord.Woman => Person.Woman,
        PersonWord.Man => Person.Man,
        PersonWord.Child => Person.Child,
        _ => null,
    };
}
