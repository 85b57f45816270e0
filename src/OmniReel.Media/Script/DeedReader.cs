using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things;
using OmniReel.Media.Things;

namespace OmniReel.Media.Script;

/// <summary>Reads how people run, sit and ride, on what, and what their hands do.</summary>
/// <param name="text">The folded prompt that the words were cut from.</param>
internal sealed class DeedReader(string text, IReadOnlyList<Word> words)
{
    private const int Reach = 9;

    private readonly List<(Role Role, int Word, Bearing? Bearing, Handwork? Hands)> _given = [];

    /// <summary>The words that others said later take the place of, or that nobody can do as they are: hands of one alone are in no other's.</summary>
    public IEnumerable<int> Lost(Cast cast)
    {
        foreach (var (role, word, bearing, hands) in _given)
        {
            var kept = Of(role, null, role.Action.Said ?? role.Action.Hinted ?? FigureAction.Stand);
            var runs = bearing == Bearing.Run && kept.Bearing == Bearing.Ride && role.Hastes;
            if ((bearing is not null && kept.Bearing != bearing && !runs) || (hands is not null && kept.Hands != hands) || (hands == Handwork.HoldHands && cast.Roles.Count < 2))
                yield return word;
        }
    }

    public void Give(Role role, int i, Word word)
    {
        var bearing = (Bearing?)word.Form?.In(Slot.Bearing)?.Value;
        var hands = (Handwork?)word.Form?.In(Slot.Hands)?.Value;
        role.Do(bearing, bearing is { } how ? On(i, how) : null, hands, word.Form?.In(Slot.Gait) is { Value: (int)GaitWord.Walk } && bearing is null);
        if (bearing == Bearing.Ride && word.Form?.In(Slot.Gait) is { Value: (int)GaitWord.Run })
            role.Haste();
        if (bearing is not null || hands is not null)
            _given.Add((role, i, bearing, hands));
    }

    /// <summary>Riding on nothing that can be ridden.</summary>
    public bool IsLoose(int i, Word word) => word.Form?.In(Slot.Bearing) is { Value: (int)Bearing.Ride } && On(i, Bearing.Ride) is null;

    /// <summary>What the role does so far as it agrees with its action; of who was there before, what he did then.</summary>
    public static (Bearing? Bearing, string? On, Handwork? Hands) Of(Role role, FigurePlan? before, FigureAction does)
    {
        var goesOn = role.Action.Said is null && role.Action.Hinted is null && before is not null;
        var (bearing, on, hands) = goesOn ? (before!.Bearing, before.On, before.Hands) : (role.Bearing, role.On, role.Hands);
        if (does == FigureAction.Dance)
            return (null, null, null);
        if (bearing is Bearing.Run or Bearing.Ride or Bearing.Swim && does != FigureAction.Walk)
            bearing = null;
        if (bearing == Bearing.Sit && does != FigureAction.Stand)
            bearing = null;
        if (bearing == Bearing.Ride && on is null)
            bearing = null;
        // Works at a bench are no works of who goes.
        if (does == FigureAction.Walk && hands is not (null or Handwork.HoldHands or Handwork.Wave or Handwork.Read or Handwork.Guitar or Handwork.Violin or Handwork.Flag or Handwork.Drink))
            hands = null;
        if (bearing == Bearing.Swim)
            hands = null;
        if (bearing is Bearing.Ride or Bearing.Run && hands is not (null or Handwork.Wave or Handwork.HoldHands) || (bearing == Bearing.Ride && hands == Handwork.HoldHands))
            hands = null;
        return (bearing, bearing is null ? null : on, hands);
    }

    /// <summary>The thing that the word itself names, or the first behind it in its clause that carries people so; Chinese may say it before: 在沙发上坐着.</summary>
    private string? On(int i, Bearing how)
    {
        if (how is Bearing.Run or Bearing.Swim)
            return null;
        for (var j = i; j < words.Count && j <= i + Reach && (j == i || !words[j].EndsClause); j++)
        {
            if (words[j].Form?.In(Slot.Thing) is { Value: > 0 } named && Carries(named.Value, how) is { } id)
                return id;
        }

        if (char.IsAscii(text[words[i].Start]))
            return null;
        for (var j = i - 1; j >= 0 && j >= i - 4 && !words[j].EndsClause; j--)
        {
            if (words[j].Form?.In(Slot.Thing) is { Value: > 0 } named && Carries(named.Value, how) is { } id)
                return id;
        }

        return null;
    }

    private static string? Carries(int thing, Bearing how)
    {
        var id = ThingCatalog.Instance.Named(thing).Id;
        return (how == Bearing.Ride ? Carriage.CanBeRidden(id) : Carriage.CanBeSatOn(id)) ? id : null;
    }
}
