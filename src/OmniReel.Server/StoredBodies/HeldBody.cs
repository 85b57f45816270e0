namespace OmniReel.Server.StoredBodies;

/// <summary>A stored request body that is in memory at present. Whoever has taken from it what is needed lets go of it; the attempt that it was brought for does so in the end.</summary>
public sealed class HeldBody(ReadOnlyMemory<byte> bytes, Action? letGo = null) : IDisposable
{
    private ReadOnlyMemory<byte>? _bytes = bytes;
    private Action? _letGo = letGo;

    /// <summary>False once it was let go of.</summary>
    public bool IsHeld => _bytes is not null;

    /// <summary>As sent. Throws <see cref="ObjectDisposedException"/> once it was let go of.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes ?? throw new ObjectDisposedException(nameof(HeldBody));

    /// <summary>Lets go of the bytes, and gives their room to others. May be called twice.</summary>
    public void Dispose()
    {
        _bytes = null;
        Interlocked.Exchange(ref _letGo, null)?.Invoke();
    }
}
