using OmniReel.Contract.Answers;

namespace OmniReel.Console.Access;

/// <summary>What the console knows of its session: never the key, and not the cookie either, which only the browser and the server see.</summary>
public sealed class Session
{
    /// <summary>Raised when somebody signed in or out, or the server ended the session.</summary>
    public event Action? Changed;

    /// <summary>Somebody is signed in. Null before the server was asked.</summary>
    public bool? IsOpen { get; private set; }

    /// <summary>The second secret, for requests that change something; null when signed out.</summary>
    public string? Csrf { get; private set; }

    /// <summary>How to recognise the key that was signed in with.</summary>
    public string KeyHint { get; private set; } = "";

    /// <summary>When the session ends at the latest, Unix milliseconds.</summary>
    public long EndsAt { get; private set; }

    /// <summary>The session ended without a sign-out: it was too old, or the server began anew.</summary>
    public bool WasLost { get; private set; }

    /// <summary>Takes over what the server said.</summary>
    public void Take(SessionData data)
    {
        var changed = IsOpen != data.SignedIn;
        (IsOpen, Csrf, KeyHint, EndsAt, WasLost) = (data.SignedIn, data.Csrf, data.KeyHint ?? "", data.EndsAt ?? 0, false);
        if (changed) Changed?.Invoke();
    }

    /// <summary>The server does not know the session any more.</summary>
    public void Lose()
    {
        if (IsOpen is not true) return;
        (IsOpen, Csrf, WasLost) = (false, null, true);
        Changed?.Invoke();
    }
}
