using System.Net;
using System.Net.Http.Headers;

namespace OmniReel.Client.Sending;

/// <summary>A file as a body, which tells how much of it has gone.</summary>
internal sealed class UploadContent : HttpContent
{
    private const int BufferSize = 128 * 1024;

    private readonly Stream _source;
    private readonly long? _length;
    private readonly IProgress<double>? _share;

    /// <param name="source">Read once, from where it stands; it stays the caller's.</param>
    /// <param name="share">Told what share has gone, 0 to 1, where the length is known.</param>
    public UploadContent(Stream source, IProgress<double>? share)
    {
        (_source, _share) = (source, share);
        _length = source.CanSeek ? source.Length - source.Position : null;
        Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        var gone = 0L;
        int read;
        while ((read = await _source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            gone += read;
            if (_length > 0)
                _share?.Report((double)gone / _length.Value);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length ?? 0;
        return _length is not null;
    }
}
