using OmniReel.Media.Plans;
using OmniReel.Media.Things;

namespace OmniReel.Media.Script;

/// <summary>Reads which things are there, how many, in what colour and size, where, and what they do.</summary>
/// <param name="text">The folded prompt that the words were cut from.</param>
internal sealed class ThingReader(string text, IReadOnlyList<Word> words, bool[] negated, ThingClaims claims)
{
    private const int Reach = 8;

    private readonly HashSet<int> _taken = [];
    private readonly HashSet<int> _lost = [];
    private readonly List<ThingSaid> _subjects = [];
    private readonly List<ThingSaid> _named = [];
    private readonly ThingPhrase _phrase = new(text, words);
    private ThingPlacing _waiting;
    private bool _personActs;
    private bool _mayTurn;
    private bool _aboutCamera;
    private bool _acted;

    /// <summary>The word says something of a thing, so it says nothing of people or the camera.</summary>
    public bool Took(int i) => _taken.Contains(i);

    /// <summary>A word that only things could do or be, and none does.</summary>
    public bool IsLoose(int i) => _lost.Contains(i) || (!Took(i) && !negated[i] && words[i].Form is { } form && Array.TrueForAll(form.Meanings, m => m.Slot == Slot.Gait));

    public void Read()
    {
        for (var i = 0; i < words.Count; i++)
            Take(i);
    }

    private void Take(int i)
    {
        var word = words[i];
        if (word.EndsSentence)
            EndSentence();
        if (word.EndsClause || word.Is(Slot.Clause) || word.Is(Slot.Gaze))
            _mayTurn = true;
        if (word.Is(Slot.Lens) || word.Is(Slot.Camera))
            _aboutCamera = true;
        if (word.Form?.In(Slot.Thing) is { Value: > 0 } named)
            Name(i, ThingCatalog.Instance.Named(named.Value));
        else if (word.Is(Slot.Person) || word.Is(Slot.Pronoun))
            MeetPerson(i);
        else if (!negated[i])
            Describe(i, word);
        if (text.AsSpan(word.Start, word.Length) is "it" or "它" or "它们")
        {
            claims.SpeaksOfIt = true;
            PutBeside(i);
        }
    }

    /// <summary>"A table with a cake on it": the last of two things is on the one before.</summary>
    private void PutBeside(int i)
    {
        if (_named.Count < 2 || _named[^1].Relation is not null || IsOn(_named[^2], _named[^1]) || IsOfAnother(i) || _phrase.PlacingAround(i, isPerson: false) is not { Relation: { } relation })
            return;
        (_named[^1].Relation, _named[^1].To) = (relation, _named[^2]);
    }

    /// <summary>Already, or by way of others.</summary>
    private static bool IsOn(ThingSaid said, ThingSaid other)
    {
        for (var at = said; at is not null; at = at.To)
        {
            if (at == other)
                return true;
        }

        return false;
    }

    /// <summary>Somebody or something that is no thing was named last: "a rock with snow on it", "a horse and a man on it".</summary>
    private bool IsOfAnother(int i)
    {
        for (var j = i - 1; j >= 0 && words[j].Form?.In(Slot.Thing) is not { Value: > 0 }; j--)
        {
            if (words[j].Is(Slot.Person) || words[j].Is(Slot.With))
                return true;
        }

        return false;
    }

    private void EndSentence()
    {
        _subjects.Clear();
        _named.Clear();
        _waiting = default;
        (_personActs, _aboutCamera) = (false, false);
    }

    private void MeetPerson(int i)
    {
        if (_phrase.PlacingAround(i, isPerson: true) is { Relation: not null } placing)
            Put(placing);
        else if (!_phrase.IsObject(i))
            (_personActs, _mayTurn) = (true, false);
    }

    private void Name(int i, Thing thing)
    {
        if (negated[i])
        {
            claims.Deny(thing.Id);
            return;
        }

        // The same word at once again says nothing new.
        if (i > 0 && ReferenceEquals(words[i - 1].Form, words[i].Form) && !negated[i - 1])
            return;
        var said = claims.Said.Find(s => s.Thing.Id == thing.Id);
        var again = said is not null && !_phrase.IsAnother(i);
        if (said is null)
        {
            if (!PrintThings.Is(thing) && claims.Said.Count(s => !PrintThings.Is(s.Thing)) == ThingPlan.MostKinds)
            {
                _lost.Add(i);
                return;
            }

            said = new ThingSaid(thing) { IsPlural = _phrase.IsPlural(i) };
            claims.Said.Add(said);
        }

        if (said.Count > ThingPlan.MostOfOne)
            said.Count = ThingPlan.MostOfOne;
        said.IsField |= _phrase.IsField(i) && !_phrase.IsOne(i);
        said.IsLed |= _phrase.IsLed(i);
        _named.Remove(said);
        _named.Add(said);
        _phrase.Describe(i, said, _taken, _lost);
        if (_phrase.IsHeld(i) && (thing.Metres < 1.3f || PrintThings.Is(thing)))
            said.Spot = ThingSpot.Held;
        if (_phrase.PlacingAround(i, isPerson: false) is { Relation: not null } placing && (_subjects.Exists(s => s != said) || _phrase.ComesFirst(i)) && !again)
            Put(placing with { To = said });
        else
            Enter(said, i);
        // A picture that somebody is said to be beside is beside them.
        if (PrintThings.Is(thing) && _personActs && said.Relation is null && _phrase.PlacingAround(i, isPerson: false) is { Relation: ThingRelation.Beside })
            (said.Relation, said.To) = (ThingRelation.Beside, null);
    }

    /// <summary>The thing may act now, and what was said of a place before it holds for it.</summary>
    private void Enter(ThingSaid said, int i)
    {
        Apply(_waiting, said);
        // Somebody acts until a clause ends: "a mother pushes a pram".
        if ((_phrase.IsObject(i) && (_personActs || _subjects.Count > 0)) || (_personActs && !_mayTurn && !_phrase.IsListed(i)))
            return;
        // "A dog walks and a cat sleeps": behind a verb the next one acts for itself.
        if (!_phrase.IsListed(i) || _acted)
            _subjects.Clear();
        _acted = false;
        _subjects.Add(said);
        if (!_phrase.IsObject(i))
            _personActs = _personActs && _phrase.IsListed(i);
    }

    private void Describe(int i, Word word)
    {
        if (Gait(word) is { } gait && !_taken.Contains(i) && Act(i, gait))
            _taken.Add(i);
        if (word.Form?.In(Slot.Color) is { } color && _phrase.IsSaidAfter(i) && _subjects.Count > 0)
        {
            _subjects.ForEach(s => s.Color ??= (NamedColor)color.Value);
            _taken.Add(i);
        }

        if (_phrase.PlacingOf(i) is { } placing)
            Put(placing);
        if (word.Form?.In(Slot.Direction) is { Value: (int)DirectionWord.Left or (int)DirectionWord.Right } side && !_aboutCamera && (_subjects.Count > 0 || ThingAhead(i)))
        {
            Put(new ThingPlacing { Side = side.Value == (int)DirectionWord.Left ? ThingSide.Left : ThingSide.Right });
            _taken.Add(i);
        }
    }

    /// <summary>Pictures also do what people do.</summary>
    private GaitWord? Gait(Word word) => word.Form?.In(Slot.Gait) is { } gait ? (GaitWord)gait.Value
        : word.Form?.In(Slot.Action) is { Absent: false } action && _subjects.Exists(s => PrintThings.Is(s.Thing)) ? (FigureAction)action.Value switch
        {
            FigureAction.Dance => GaitWord.Dance,
            FigureAction.Walk => GaitWord.Walk,
            _ => GaitWord.Stand,
        }
        : null;

    /// <summary>A verb holds for the things named since the last one, unless somebody does it.</summary>
    private bool Act(int i, GaitWord gait)
    {
        if (_personActs || _subjects.Count == 0)
            return false;
        var fits = _subjects.FindAll(s => ThingDirector.Motion(s.Thing, gait) is not null);
        fits.ForEach(s => s.Gait = gait);
        _acted |= fits.Count > 0;
        return fits.Count > 0 && words[i].Form is not null;
    }

    private void Put(ThingPlacing placing)
    {
        if (_subjects.Count == 0)
            _waiting = _waiting.With(placing);
        foreach (var said in _subjects.Where(s => s != placing.To))
            Apply(placing, said);
    }

    private static void Apply(ThingPlacing placing, ThingSaid said)
    {
        if (placing.Spot != ThingSpot.Usual)
            said.Spot = placing.Spot;
        if (placing.Side != ThingSide.Any)
            said.Side = placing.Side;
        if (placing.Relation is { } relation && placing.To != said)
            (said.Relation, said.To) = (relation, placing.To);
    }

    private bool ThingAhead(int i)
    {
        for (var j = i + 1; j < words.Count && j <= i + Reach && !words[j].EndsClause; j++)
        {
            if (words[j].Form?.In(Slot.Thing) is { Value: > 0 })
                return true;
        }

        return false;
    }
}
