using System.Buffers;
using System.Text.Json;

namespace OmniReel.Contract.Reading;

/// <summary>
/// Refuses a name that comes twice in one object, at any depth. Names are kept as places in the body and compared by hash first
/// (vectorised); an object may have 1,000, so that a hostile body stays cheap.
/// </summary>
internal ref struct NameGuard(ReadOnlySpan<byte> body)
{
    private const int MostNames = 1_000;

    private readonly ReadOnlySpan<byte> _body = body;
    private int[] _hashes = ArrayPool<int>.Shared.Rent(64);
    private Place[] _places = ArrayPool<Place>.Shared.Rent(64);
    private DepthArray _starts;
    private int _open;
    private int _count;

    public void Open() => _starts[_open++] = _count;

    public void Close() => _count = _starts[--_open];

    /// <summary>Notes the name that the reader stands on.</summary>
    public void Add(ref Utf8JsonReader json)
    {
        var place = new Place((int)json.TokenStartIndex + 1, json.ValueSpan.Length, json.ValueIsEscaped);
        var hash = Hash(place);
        var start = _starts[_open - 1];
        for (var from = start; from < _count;)
        {
            var hit = _hashes.AsSpan(from, _count - from).IndexOf(hash);
            if (hit < 0)
                break;
            if (Same(_places[from + hit], place))
            {
                var name = Excerpts.Quote(Text(place));
                throw new BodySyntaxException(
                    $"The body names {name} twice in one object; each field may be given once.",
                    $"请求体的同一个对象里两次出现 {name}；每个字段只能出现一次。");
            }

            from += hit + 1;
        }

        if (_count - start >= MostNames)
            throw new BodySyntaxException("The body has an object of more than 1,000 fields.", "请求体里有一个对象的字段超过 1000 个。");
        if (_count == _hashes.Length || _count == _places.Length)
            Grow();
        _hashes[_count] = hash;
        _places[_count++] = place;
    }

    public readonly void Dispose()
    {
        ArrayPool<int>.Shared.Return(_hashes);
        ArrayPool<Place>.Shared.Return(_places);
    }

    private void Grow()
    {
        var hashes = ArrayPool<int>.Shared.Rent(_count * 2);
        var places = ArrayPool<Place>.Shared.Rent(_count * 2);
        _hashes.AsSpan(0, _count).CopyTo(hashes);
        _places.AsSpan(0, _count).CopyTo(places);
        Dispose();
        (_hashes, _places) = (hashes, places);
    }

    private readonly int Hash(Place place)
    {
        var hash = new HashCode();
        if (place.IsEscaped)
            hash.AddBytes(System.Text.Encoding.UTF8.GetBytes(Text(place)));
        else
            hash.AddBytes(_body.Slice(place.Start, place.Length));
        return hash.ToHashCode();
    }

    private readonly bool Same(Place a, Place b) => a.IsEscaped || b.IsEscaped
        ? Text(a) == Text(b)
        : _body.Slice(a.Start, a.Length).SequenceEqual(_body.Slice(b.Start, b.Length));

    private readonly string Text(Place place)
    {
        var quoted = new Utf8JsonReader(_body.Slice(place.Start - 1, place.Length + 2));
        quoted.Read();
        return quoted.GetString()!;
    }

    private readonly record struct Place(int Start, int Length, bool IsEscaped);

    [System.Runtime.CompilerServices.InlineArray(BodyCursor.DeepestLevel)]
    private struct DepthArray
    {
        private int _first;
    }
}
