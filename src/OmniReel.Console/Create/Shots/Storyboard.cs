namespace OmniReel.Console.Create.Shots;

/// <summary>
/// The shots of a film, in playing order. Whatever is done to them, their lengths are at least a second each and add up to the
/// film's.
/// </summary>
/// <remarks>
/// The rules of give and take: a shot that grows takes from the shots after it, the nearest first, then from those before it. One
/// that shrinks gives to the shot after it; the last gives to the one before. A new shot takes the smaller half of the shot that it
/// follows. One that is removed leaves its seconds to the shot before it. When the film's length changes, all keep their proportions.
/// </remarks>
public sealed class Storyboard
{
    /// <summary>As many as a request may have.</summary>
    public const int MostShots = 6;

    private readonly List<StoryShot> _shots = [];
    private int _lastKey;

    /// <summary>A board of empty shots of nearly the same length.</summary>
    /// <param name="seconds">The film's length; raised to a second for each shot.</param>
    /// <param name="count">1 to <see cref="MostShots"/>.</param>
    public Storyboard(int seconds, int count = 1) => Replace(Enumerable.Repeat(("", 1), Math.Clamp(count, 1, MostShots)), seconds);

    /// <summary>The shots, never none.</summary>
    public IReadOnlyList<StoryShot> Shots => _shots;

    /// <summary>The film's length in seconds: the sum of the shots'.</summary>
    public int Seconds { get; private set; }

    /// <summary>Whether one more would still have a second.</summary>
    public bool CanAdd => _shots.Count < MostShots && _shots.Count < Seconds;

    /// <summary>Whether any shot has a text that would be lost with the board.</summary>
    public bool HasText => _shots.Exists(static shot => !string.IsNullOrWhiteSpace(shot.Prompt));

    /// <summary>Where the shot with this key stands; -1 when there is none.</summary>
    public int IndexOf(int key) => _shots.FindIndex(shot => shot.Key == key);

    /// <summary>Other shots in place of these, their lengths shared out anew if they do not add up.</summary>
    public void Replace(IEnumerable<(string Prompt, int Seconds)> shots, int seconds)
    {
        ArgumentNullException.ThrowIfNull(shots);
        List<StoryShot> others = [.. shots.Take(MostShots).Select(shot => new StoryShot(++_lastKey, shot.Prompt, Math.Max(1, shot.Seconds)))];
        _shots.Clear();
        _shots.AddRange(others);
        if (_shots.Count == 0)
            _shots.Add(new StoryShot(++_lastKey, "", 1));
        SetSeconds(seconds);
    }

    /// <summary>The film's length; never less than a second for each shot. The shots keep the proportions that were last chosen by hand.</summary>
    public void SetSeconds(int seconds)
    {
        Seconds = Math.Max(seconds, _shots.Count);
        var shares = Shares.Of([.. _shots.Select(static shot => shot.Weight)], Seconds);
        for (var i = 0; i < shares.Length; i++)
            _shots[i].Seconds = shares[i];
    }

    /// <summary>One shot's length; what it gains or loses the others lose or gain. Held between 1 and what leaves the others a second each.</summary>
    public void SetSeconds(int at, int seconds)
    {
        if (_shots.Count == 1)
            return;
        var wanted = Math.Clamp(seconds, 1, Seconds - (_shots.Count - 1));
        var gain = wanted - _shots[at].Seconds;
        _shots[at].Seconds = wanted;
        if (gain < 0)
            _shots[at + 1 < _shots.Count ? at + 1 : at - 1].Seconds -= gain;
        foreach (var other in Enumerable.Range(at + 1, _shots.Count - at - 1).Concat(Enumerable.Range(0, at).Reverse()))
        {
            if (gain <= 0)
                break;
            var taken = Math.Min(gain, _shots[other].Seconds - 1);
            _shots[other].Seconds -= taken;
            gain -= taken;
        }

        ChosenByHand();
    }

    /// <summary>A new shot behind another. False, and nothing done, when there is no room (see <see cref="CanAdd"/>).</summary>
    public bool Add(int after, string prompt = "")
    {
        if (!CanAdd)
            return false;
        var giver = _shots[after].Seconds > 1 ? _shots[after] : _shots.MaxBy(static shot => shot.Seconds)!;
        var seconds = giver.Seconds / 2;
        giver.Seconds -= seconds;
        _shots.Insert(after + 1, new StoryShot(++_lastKey, prompt, seconds));
        ChosenByHand();
        return true;
    }

    /// <summary>Takes a shot out. False, and nothing done, when it is the only one.</summary>
    public bool Remove(int at)
    {
        if (_shots.Count == 1)
            return false;
        _shots[at > 0 ? at - 1 : 1].Seconds += _shots[at].Seconds;
        _shots.RemoveAt(at);
        ChosenByHand();
        return true;
    }

    /// <summary>Puts a shot in another place; its length goes with it. A place beyond the ends is the end.</summary>
    public void Move(int from, int to)
    {
        var shot = _shots[from];
        _shots.RemoveAt(from);
        _shots.Insert(Math.Clamp(to, 0, _shots.Count), shot);
    }

    private void ChosenByHand()
    {
        foreach (var shot in _shots)
            shot.Weight = shot.Seconds;
    }
}
