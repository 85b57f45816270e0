using OmniReel.Media.Figures.Guises;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Reads who is there, what they do and what they wear, word by word.</summary>
/// <param name="text">The folded prompt that the words were cut from.</param>
/// <param name="everythingDenied">The words are a negative prompt: the denial of people takes away those whom the prompt describes too.</param>
internal sealed class CastReader(string text, IReadOnlyList<Word> words, bool[] negated, Cast cast, bool everythingDenied)
{
    private readonly Attachment _attachment = new(text, words);
    private readonly Focus _focus = new();
    private readonly DeedReader _deeds = new(text, words);
    private readonly List<(Role Role, int Word, FigureAction Action)> _actions = [];
    private ClothingReader? _clothing;
    private int _count;
    private int _countAt = -1;
    private readonly HashSet<int> _spurred = [];
    private bool _another;
    private bool _thingActs;
    private bool _personInSentence;
    private bool _nobodyActs;
    private bool _isEmpty;

    /// <summary>The words that others said later or worn over them take the place of.</summary>
    public IEnumerable<int> Lost =>
    [
        .. Clothing.Lost, .. _deeds.Lost(cast),
        .. _actions.Where(a => !IsKept(a)).Select(a => a.Word).Except(_actions.Where(IsKept).Select(a => a.Word)),
    ];

    private ClothingReader Clothing => _clothing ??= new ClothingReader(_attachment, words, negated, cast, _focus);

    /// <summary>The word is done by what somebody rides.</summary>
    public bool Spurred(int i) => _spurred.Contains(i);

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
        {
            main.Action.Affirm(action);
            main.Do(cast.Unnamed.Bearing, cast.Unnamed.On, cast.Unnamed.Hands, ends: false);
        }

        main.DressIfBare(cast.Unnamed);
        main.DressIfBare(_focus.Next);
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
            case Slot.Person when meaning is { Absent: true, Weak: true }:
                Empty(i);
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
                return !negated[i] && _deeds.IsLoose(i, word);
            case Slot.Gait when (GaitWord)meaning.Value == GaitWord.Run && !negated[i] && !word.Is(Slot.Action):
                Spur(i);
                return false;
            case Slot.Guise when !negated[i] && !word.Is(Slot.Person):
                foreach (var role in _attachment.DescribesNextPerson(i) ? [_focus.Next] : _focus.LastNamed.Count > 0 ? _focus.LastNamed : [cast.Unnamed])
                    role.Guise ??= GuiseFile.Instance.All[meaning.Value].Id;
                return false;
            case Slot.Color:
                return Clothing.TakeColor(i, (NamedColor)meaning.Value);
            case Slot.Garment:
                Clothing.TakeGarment(i, meaning.Value);
                return false;
            case Slot.Accessory:
                return Clothing.TakeAccessory(i, (Accessory)meaning.Value);
            case Slot.Trim:
                return Clothing.TakeTrim(i, meaning.Value);
            case Slot.Look:
                Clothing.TakeLook(i, (Look)meaning.Value);
                return false;
            case Slot.Shared when !negated[i]:
                cast.SharesUmbrella = true;
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
        cast.Roles.RemoveAll(role => role is { Person: null, Guise: null });
        (_isEmpty, cast.Nobody) = (false, everythingDenied || cast.Roles.Count == 0);
    }

    /// <summary>An empty street is so but for those who are named.</summary>
    private void Empty(int i)
    {
        if (negated[i] || cast.Roles.Count > 0)
            return;
        _isEmpty = !cast.Nobody;
        cast.Nobody = true;
    }

    private void Name(PersonWord who, int i, Word word)
    {
        var count = TakeCount(i, word);
        var asked = who switch
        {
            PersonWord.Couple => [Person.Woman, Person.Man],
            PersonWord.MotherAndChild => [Person.Woman, Person.Child],
            PersonWord.FatherAndChild => [Person.Man, Person.Child],
            PersonWord.Family => [Person.Woman, Person.Man, Person.Child],
            PersonWord.Crowd => [null, null, null],
            _ => Enumerable.Repeat(PersonOf(who), count),
        };
        List<Person?> people = [.. asked];
        var kin = (KinWord?)word.Form?.In(Slot.Kin)?.Value;
        var guise = word.Form?.In(Slot.Guise) is { } one ? GuiseFile.Instance.All[one.Value].Id : null;
        var named = _another ? [] : Known(people, kin, (kin ?? (object?)guise) is not null && _attachment.JoinsKin(i), guise);
        named.ForEach(role => (role.Kin, role.Guise) = (role.Kin ?? kin, role.Guise ?? guise));
        while (named.Count < people.Count && cast.Roles.Count < Cast.Most)
        {
            var role = new Role { Person = people[named.Count], Kin = kin, Guise = guise, IsYoung = word.Is(Slot.Young) };
            cast.Roles.Add(role);
            named.Add(role);
        }

        (_another, _isEmpty, cast.Nobody) = (false, false, false);
        cast.SharesUmbrella |= who == PersonWord.Couple;
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
        if (_isEmpty)
            (_isEmpty, cast.Nobody) = (false, false);
        Describe(named);

        static Role Pronoun(Person? person) => new() { Person = person, IsPronoun = true };
    }

    /// <summary>Those of the roles that the words speak of again: "a girl … the girl", "someone … a man".</summary>
    /// <param name="joined">Named beside somebody else: "a woman and her mother".</param>
    private List<Role> Known(List<Person?> people, KinWord? kin, bool joined, string? guise)
    {
        List<Role> known = [];
        foreach (var person in people)
        {
            var role = cast.Roles.Find(r => !known.Contains(r) && r.Person == person && MayBe(r))
                ?? cast.Roles.FindLast(r => !known.Contains(r) && (person is null || r.Person is null) && MayBe(r));
            if (role is null)
                break;
            role.Person ??= person;
            known.Add(role);
        }

        return known;

        bool MayBe(Role role) => (kin is null || role.Kin == kin || (role.Kin is null && !joined)) && (guise is null || role.Guise == guise || (role.Guise is null && !joined));
    }

    private void Describe(List<Role> named)
    {
        (_personInSentence, _thingActs, _nobodyActs) = (true, false, false);
        _focus.Turn(named);
    }

    private void Act(int i, FigureAction action, bool weak, Word word)
    {
        if (negated[i])
        {
            if (word.Form is not { Near: true })
                cast.Actions.Deny(action, weak);
            foreach (var role in _focus.Acting)
                role.Action.Deny(action, weak);
            return;
        }

        if (word.Is(Slot.Person))
        {
            foreach (var role in _focus.LastNamed)
                role.Action.Affirm(action);
            return;
        }

        if (_attachment.DescribesNextPerson(i))
        {
            _focus.Next.Action.Affirm(action, weak);
            _deeds.Give(_focus.Next, i, word);
        }
        else if (!_thingActs && !_nobodyActs && !cast.Nobody)
            Perform(i, action, weak);
    }

    private void Perform(int i, FigureAction action, bool weak)
    {
        _focus.Acted = true;
        foreach (var role in _focus.Acting.Count == 0 ? [cast.Unnamed] : _focus.Acting)
        {
            role.Action.Affirm(action, weak);
            _deeds.Give(role, i, words[i]);
            if (!weak)
                _actions.Add((role, i, action));
        }

        if (!weak)
            cast.Actions.Affirm(action);
    }

    /// <summary>"Rides a horse … galloping", 骑着马驰骋: those who ride do it on their mounts.</summary>
    private void Spur(int i)
    {
        foreach (var role in _focus.Acting.Where(r => r is { Bearing: Bearing.Ride, On: not null }))
        {
            role.Haste();
            _spurred.Add(i);
        }
    }

    private static bool IsKept((Role Role, int Word, FigureAction Action) said) =>
        said.Role.Action.Said is null || said.Role.Action.Said == said.Action || said.Role.Action.IsDenied(said.Action);

    private int TakeCount(int i, Word word)
    {
        var said = _countAt >= 0 && i - _countAt <= 8 ? _count : 0;
        (_count, _countAt) = (0, -1);
        return Math.Clamp(said > 0 ? said : word.Form?.In(Slot.Count)?.Value ?? 1, 1, Cast.Most);
    }

    private static Person? PersonOf(PersonWord who) => who switch
    {
        PersonWord.Woman => Person.Woman,
        PersonWord.Man => Person.Man,
        PersonWord.Child => Person.Child,
        _ => null,
    };
}
