using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OmniReel.Server.Lab.Rooms;

namespace OmniReel.Server.Http.Lab;

/// <summary>Writes requests into the journals of their tests.</summary>
internal sealed class LabNotes(TimeProvider time)
{
    private static readonly string[] s_secret = ["authorization", "cookie", "secret", "token", "signature", "api-key", "apikey"];

    /// <summary>Writes a request down as it came; disposed of, with what became of it.</summary>
    public LabNote Begin(HttpContext context, LabVisit visit)
    {
        var request = context.Request;
        var body = new HeardStream(request.Body);
        request.Body = body;
        var start = time.GetTimestamp();
        var number = visit.Room.Journal.Add(number => new LabEntry
        {
            Number = number,
            At = time.GetUtcNow().ToUnixTimeMilliseconds(),
            LabAt = visit.Room.Clock.GetUtcNow().ToUnixTimeMilliseconds(),
            Kind = visit.Kind,
            Method = request.Method,
            Path = PathOf(context),
            Headers = request.Headers.ToDictionary(one => one.Key, one => Shown(one.Key, one.Value.ToString()), StringComparer.OrdinalIgnoreCase),
            RequestId = context.TraceIdentifier,
        });
        return new LabNote(context, body, (note, status) => visit.Room.Journal.Change(number, entry => entry with
        {
            Body = IsText(request.ContentType) ? body.Text : null,
            BodyBytes = body.Length,
            Status = status,
            Ms = status is null ? null : Math.Round(time.GetElapsedTime(start).TotalMilliseconds, 3),
            Fault = note.Fault,
        }));
    }

    private static string PathOf(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var sig = target.IndexOf("sig=", StringComparison.Ordinal);
        if (sig < 0) return target;
        var end = target.IndexOf('&', sig);
        return $"{target[..sig]}sig=***{(end < 0 ? "" : target[end..])}";
    }

    private static string Shown(string name, string value)
    {
        if (!Array.Exists(s_secret, word => name.Contains(word, StringComparison.OrdinalIgnoreCase))) return value;
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? value[..space] + " ***" : "***";
    }

    private static bool IsText(string? type) =>
        string.IsNullOrEmpty(type) || type.Contains("json", StringComparison.OrdinalIgnoreCase) || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A request that is under way.</summary>
internal sealed class LabNote(HttpContext context, HeardStream body, Action<LabNote, int?> end) : IDisposable
{
    /// <summary>The fault that it met; null for none.</summary>
    public string? Fault { get; set; }

    /// <summary>It came to an answer; otherwise it broke.</summary>
    public bool IsOver { get; set; }

    /// <summary>Reads what nobody has read, for the journal.</summary>
    public Task HearAsync() => body.ReadRestAsync(context.RequestAborted);

    public void Dispose() => end(this, context.RequestAborted.IsCancellationRequested ? null : IsOver ? context.Response.StatusCode : StatusCodes.Status500InternalServerError);
}

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
