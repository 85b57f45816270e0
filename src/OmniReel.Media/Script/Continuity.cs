using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>One slot from shot to shot: what a later shot does not say stays as it was.</summary>
internal sealed class Continuity<T> where T : struct, Enum
{
    private T? _last;
    private bool _lastWasSaid;

    /// <summary>What is said later in the same text; stands in where nothing was said before (set once, before the first shot).</summary>
    public T? Ahead { get; set; }

    /// <summary>The shot's value: said; said earlier; hinted; chosen earlier; said later; or else <paramref name="preferred"/>.</summary>
    public T Choose(Claims<T> claims, Func<T> preferred)
    {
        var (value, said) = claims.Said is { } outright ? (outright, true)
            : Allowed(claims, _last) is { } kept && _lastWasSaid ? (kept, true)
            : claims.Hinted is { } hint ? (hint, false)
            : Allowed(claims, _last) is { } chosen ? (chosen, false)
            : Allowed(claims, Ahead) is { } ahead ? (ahead, true)
            : (preferred(), false);
        (_last, _lastWasSaid) = (value, said);
        return value;
    }

    /// <summary>What the shots before left does not hold any longer.</summary>
    public void Forget() => (_last, _lastWasSaid) = (null, false);

    /// <summary>What was never said outright, only hinted at or chosen, does not hold any longer.</summary>
    public void ForgetUnsaid()
    {
        if (!_lastWasSaid)
            Forget();
    }

    private static T? Allowed(Claims<T> claims, T? value) => value is { } v && !claims.IsDenied(v) ? v : null;
}
