using OmniReel.Media.Encoding;

namespace OmniReel.Server.Inputs.Fetching;

/// <summary>
/// An input on its way to the disk: counted and recognised as it comes, so that what is too large or of another kind ends at once. Its
/// name is random, it is its owner's alone, and it is gone unless it was finished.
/// </summary>
internal sealed class InputDraft : IAsyncDisposable
{
    private readonly string _field;
    private readonly InputMedia? _media;
    private readonly byte[] _first = new byte[MediaSniff.Needed];
    private readonly FileStream _file;
    private MediaFormat? _format;
    private long _limit;
    private long _length;
    private bool _isKept;

    /// <param name="path">A file that does not exist yet.</param>
    /// <param name="media">What it has to be; null for either.</param>
    /// <param name="expected">The length that was announced, if one was: room for it is taken at once.</param>
    public InputDraft(string path, InputMedia? media, string field, long expected = 0)
    {
        (_field, _media, _limit) = (field, media, InputCaps.Of(media ?? InputMedia.Video).Bytes);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
            PreallocationSize = Math.Clamp(expected, 0, _limit),
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _file = new FileStream(path, options);
    }

    /// <summary>What it is called on the wire; known when it is finished.</summary>
    public string ContentType => MediaSniff.ContentType(_format!.Value, _first);

    /// <summary>A draft under a random name in a folder.</summary>
    public static InputDraft In(string folder, InputMedia media, string field, long expected = 0) =>
        new(Path.Combine(folder, Guid.NewGuid().ToString("n")), media, field, expected);

    /// <summary>Takes the next bytes. Throws <see cref="InputException"/> as soon as they cannot become an input.</summary>
    public async ValueTask AddAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (_length < _first.Length)
        {
            var more = bytes.Span[..Math.Min(bytes.Length, _first.Length - (int)_length)];
            more.CopyTo(_first.AsSpan((int)_length));
            if (_length + more.Length == _first.Length) _format = Recognise(_first);
        }

        if (_length + bytes.Length > _limit) throw InputFaults.TooLarge(_field, _limit);
        _length += bytes.Length;
        await _file.WriteAsync(bytes, cancellation);
    }

    /// <summary>All bytes are there.</summary>
    public async ValueTask<InputFile> FinishAsync()
    {
        _format ??= Recognise(_first.AsSpan(0, (int)Math.Min(_length, _first.Length)));
        // What was announced and did not come leaves room behind.
        _file.SetLength(_length);
        await _file.DisposeAsync();
        _isKept = true;
        return new InputFile(_file.Name, _format.Value, _length);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        if (!_isKept) File.Delete(_file.Name);
    }

    private MediaFormat Recognise(ReadOnlySpan<byte> first)
    {
        if (MediaSniff.Of(first) is not { } format || (_media is { } media && !format.Is(media))) throw InputFaults.Unsupported(_field, _media);
        _limit = InputCaps.Of(format.Is(InputMedia.Image) ? InputMedia.Image : InputMedia.Video).Bytes;
        return format;
    }
}
