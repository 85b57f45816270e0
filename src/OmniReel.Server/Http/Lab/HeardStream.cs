using System.Text;
using Microsoft.AspNetCore.Http;

namespace OmniReel.Server.Http.Lab;

/// <summary>A body whose beginning is kept while it is read.</summary>
internal sealed class HeardStream(Stream inner) : Stream
{
    private const int Kept = 64 << 10, MostRead = 1 << 20;

    private readonly MemoryStream _heard = new();
    private long _length;

    /// <summary>The first 64 KiB of what was read; null for nothing.</summary>
    public string? Text => _length == 0 ? null : Encoding.UTF8.GetString(_heard.GetBuffer(), 0, (int)_heard.Length);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    /// <summary>Bytes that were read.</summary>
    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>Reads on, up to 1 MiB; a body that breaks off ends here.</summary>
    public async Task ReadRestAsync(CancellationToken cancellation)
    {
        var piece = new byte[8 << 10];
        try
        {
            while (_length < MostRead && await ReadAsync(piece, cancellation) > 0)
            {
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or BadHttpRequestException)
        {
            // What came is kept.
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Hear(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Hear(ReadOnlySpan<byte> piece)
    {
        _length += piece.Length;
        var room = (int)Math.Min(piece.Length, Kept - _heard.Length);
        if (room > 0) _heard.Write(piece[..room]);
    }
}
