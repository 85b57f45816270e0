using System.Buffers.Binary;

namespace OmniReel.Media.Encoding.Probing;

/// <summary>A file read in order, big-endian, with skips.</summary>
internal sealed class HeaderBytes : IDisposable
{
    private readonly FileStream _stream;

    // Asked once: a stream asks the system each time.
    private readonly long _length;

    public HeaderBytes(string path)
    {
        _stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 << 10);
        _length = _stream.Length;
    }

    public bool AtEnd => _stream.Position >= _length;

    /// <exception cref="EndOfStreamException">There is no byte left; so for every method here.</exception>
    public int Byte() => _stream.ReadByte() is var read and >= 0 ? read : throw new EndOfStreamException();

    public int Short() => Byte() << 8 | Byte();

    public uint Int()
    {
        Span<byte> four = stackalloc byte[4];
        _stream.ReadExactly(four);
        return BinaryPrimitives.ReadUInt32BigEndian(four);
    }

    public byte[] Take(int count)
    {
        var taken = new byte[count];
        _stream.ReadExactly(taken);
        return taken;
    }

    public void Skip(long count)
    {
        if (_stream.Position + count > _length)
            throw new EndOfStreamException();
        _stream.Seek(count, SeekOrigin.Current);
    }

    public void Dispose() => _stream.Dispose();
}
