using System.Net;
using System.Text;
using System.Text.Json;

namespace OmniReel.Server.Tests.Http.OpenApi;

/// <summary>A stream of events that is held against the document while a test reads it.</summary>
internal sealed class DocumentedEvents : HttpContent
{
    private readonly HttpContent _inner;
    private readonly JsonElement _events;
    private readonly string _where;

    public DocumentedEvents(HttpContent inner, JsonElement media, string where)
    {
        (_inner, _where) = (inner, where);
        _events = media.GetProperty("schema").GetProperty("x-omnireel-events");
        foreach (var header in inner.Headers) Headers.TryAddWithoutValidation(header.Key, header.Value);
    }

    protected override async Task<Stream> CreateContentReadStreamAsync() => new Reader(await _inner.ReadAsStreamAsync(), this);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await using var reader = await CreateContentReadStreamAsync();
        await reader.CopyToAsync(stream);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner.Dispose();
        base.Dispose(disposing);
    }

    private void Check(string text)
    {
        var (name, data) = ("", "");
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
            else line.ShouldBeOneOf("", ":");
        }

        if (name.Length == 0 && data.Length == 0) return;
        _events.TryGetProperty(name, out var schema).ShouldBeTrue($"{_where}: the event {name} is not described");
        using var value = JsonDocument.Parse(data);
        DocumentedApi.Served.Check.Faults(schema, value.RootElement).ShouldBeEmpty($"{_where}: {data}");
    }

    /// <summary>Passes on what comes, and looks at each event once it is whole.</summary>
    private sealed class Reader(Stream inner, DocumentedEvents events) : Stream
    {
        private readonly List<byte> _begun = [];

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            Look(buffer.Span[..read]);
            return read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            Look(buffer.AsSpan(offset, read));
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }

        private void Look(ReadOnlySpan<byte> bytes)
        {
            foreach (var one in bytes)
            {
                _begun.Add(one);
                if (_begun is not [.., (byte)'\n', (byte)'\n']) continue;
                events.Check(Encoding.UTF8.GetString([.. _begun]).TrimEnd('\n'));
                _begun.Clear();
            }
        }
    }
}
