using System.Net.Http.Headers;

namespace OmniReel.Server.Engines.Kling.Films;

/// <summary>As much of a film as is here, over several answers.</summary>
/// <param name="done">Told the share that is here.</param>
internal sealed class PartialFilm(FileStream file, IProgress<double> done)
{
    private const int Piece = 128 << 10;

    private readonly byte[] _buffer = new byte[Piece];
    private long? _whole;

    /// <summary>Bytes that are here, from the first on.</summary>
    public long Length { get; private set; }

    /// <summary>The strong tag of what is here, so that the rest is of the same film; null for none.</summary>
    public EntityTagHeaderValue? Tag { get; private set; }

    /// <summary>
    /// Takes what an answer has: the rest, or all of it again from a server that knows no parts. True: the film is whole, and as long as was
    /// said. False: it broke off. Throws <see cref="FilmFetchException"/> for an answer that is no film.
    /// </summary>
    /// <param name="heard">Called when bytes have come.</param>
    public async Task<bool> TakeAsync(HttpResponseMessage answer, Action heard, CancellationToken cancellation)
    {
        if (!Begin(answer))
            return _whole is { } known && Length == known;
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        while (true)
        {
            int read;
            try
            {
                read = await body.ReadAsync(_buffer, cancellation);
            }
            catch (Exception e) when (e is IOException or HttpRequestException)
            {
                return false;
            }

            if (read == 0)
                return _whole is null || Length == _whole;
            heard();
            if (Length + read > FilmFetch.LargestFilm || Length + read > _whole)
                throw new FilmFetchException($"The film is longer than {(_whole is { } told ? $"the {told} bytes that were announced" : $"{FilmFetch.LargestFilm >> 30} GiB")}.");
            await file.WriteAsync(_buffer.AsMemory(0, read), cancellation);
            Length += read;
            if (_whole is > 0)
                done.Report((double)Length / _whole.Value);
        }
    }

    /// <summary>Finds the place where the answer goes on. False: it has nothing that is missing.</summary>
    private bool Begin(HttpResponseMessage answer)
    {
        var content = answer.Content.Headers;
        if (content.ContentEncoding.Any(coding => coding != "identity"))
            throw new FilmFetchException("The film is sent packed, though it was asked for as it is.");
        switch ((int)answer.StatusCode)
        {
            case 206 when Length > 0 && content.ContentRange is { From: { } from } range && from == Length:
                _whole = range.Length ?? _whole;
                return true;
            case 200:
                StartOver(answer);
                return true;
            // Nothing is left to be sent, or the film has changed: either way it is begun anew unless it is whole.
            case 416 when Length > 0:
                if (Length != _whole)
                    Clear();
                return false;
            case 206:
                Clear();
                return false;
            // In trouble now, and perhaps not in a moment.
            case 429 or >= 500:
                return false;
            default:
                throw new FilmFetchException($"The film's address answers {(int)answer.StatusCode}.");
        }
    }

    private void StartOver(HttpResponseMessage answer)
    {
        Clear();
        _whole = answer.Content.Headers.ContentLength;
        if (_whole > FilmFetch.LargestFilm)
            throw new FilmFetchException($"The film is longer than {FilmFetch.LargestFilm >> 30} GiB.");
        Tag = answer.Headers.ETag is { IsWeak: false } tag ? tag : null;
    }

    private void Clear()
    {
        file.SetLength(0);
        file.Position = 0;
        (Length, _whole, Tag) = (0, null, null);
    }
}
