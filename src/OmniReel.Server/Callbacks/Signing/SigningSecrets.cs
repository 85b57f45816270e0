using System.Globalization;

namespace OmniReel.Server.Callbacks.Signing;

/// <summary>A rotation: the new secret, and until when the one before it signs too (Unix ms; null when there was none).</summary>
public sealed record Rotation(string Secret, long? PreviousUntil);

/// <summary>The secrets come from the environment, so they are changed there.</summary>
public sealed class SecretIsGivenException() : Exception("The secrets of this server come from its configuration.");

/// <summary>
/// The secrets that sign callbacks: the configured ones, or those that rotations made. For a day after a rotation the secret before it
/// signs too, so that receivers can change theirs at any moment of that day and miss nothing, whatever is rotated meanwhile.
/// </summary>
public sealed class SigningSecrets
{
    /// <summary>How long the secret before a rotation goes on signing.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    /// <summary>Secrets that sign at once; a rotation beyond them ends the oldest, so that the header stays short.</summary>
    public const int Most = 5;

    private readonly ISigningSecretFile _file;
    private readonly TimeProvider _time;
    private readonly bool _given;
    private readonly Lock _gate = new();
    private Live[] _live;

    /// <param name="given">Secrets from the configuration, the newest first; empty to use those of the file.</param>
    /// <param name="file">Where rotations are kept.</param>
    /// <param name="time">The clock of overlaps.</param>
    /// <exception cref="FormatException">A secret cannot be used; the message does not contain it.</exception>
    public SigningSecrets(IReadOnlyList<string> given, ISigningSecretFile file, TimeProvider time)
    {
        (_file, _time, _given) = (file, time, given.Count > 0);
        _live = _given ? [.. given.Select(text => new Live(SigningSecret.Parse(text), null))] : Read(file.Read());
    }

    /// <summary>No secret is set: callbacks are not signed.</summary>
    public bool AreNone => Current().Length == 0;

    /// <summary>The header <c>webhook-signature</c>: a signature of each live secret, the newest first; null without any.</summary>
    public string? Sign(string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var live = Current();
        if (live.Length == 0) return null;
        var first = live[0].Secret.Sign(id, timestamp, body);
        for (var i = 1; i < live.Length; i++) first += " " + live[i].Secret.Sign(id, timestamp, body);
        return first;
    }

    /// <summary>Makes a new secret, which signs from now on; durable when it returns. The one before it signs too for <see cref="Overlap"/>.</summary>
    /// <exception cref="SecretIsGivenException">The secrets are configured.</exception>
    public Rotation Rotate()
    {
        if (_given) throw new SecretIsGivenException();
        lock (_gate)
        {
            var until = (_time.GetUtcNow() + Overlap).ToUnixTimeMilliseconds();
            var made = new Live(SigningSecret.Mint(), null);
            // What an earlier rotation of the day promised holds.
            Live[] live = [made, .. Current().Select(one => one with { Until = one.Until ?? until }).Take(Most - 1)];
            _file.Keep(string.Concat(live.Select(one => one.Line)));
            _live = live;
            return new Rotation(made.Secret.Text, live.Length > 1 ? until : null);
        }
    }

    private Live[] Current()
    {
        var live = Volatile.Read(ref _live);
        var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        return Array.TrueForAll(live, one => one.IsLive(now)) ? live : [.. live.Where(one => one.IsLive(now))];
    }

    private static Live[] Read(string? text) => text is null ? [] : [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Live.Read)];

    private sealed record Live(SigningSecret Secret, long? Until)
    {
        public string Line => string.Create(CultureInfo.InvariantCulture, $"{Secret.Text} {Until}\n");

        public bool IsLive(long now) => Until is not { } until || now < until;

        public static Live Read(string line)
        {
            var parts = line.Split(' ');
            var until = parts.Length > 1 && parts[1].Length > 0 ? long.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture) : (long?)null;
            return new Live(SigningSecret.Parse(parts[0]), until);
        }
    }
}
