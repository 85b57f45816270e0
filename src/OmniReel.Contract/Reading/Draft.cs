using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Reading;

/// <summary>A body as sent, field by field, before any rule has looked at it.</summary>
internal sealed class Draft
{
    public Value ModelName, MultiShot, ShotType, Prompt, NegativePrompt, Sound, Mode, AspectRatio, Duration, CallbackUrl, ExternalTaskId;
    public WatermarkDraft Watermark;
    public ListDraft<ShotDraft> Shots;
    public ListDraft<ImageDraft> Images;
    public ListDraft<VideoDraft> Videos;
    public ListDraft<ElementDraft> Elements;
    public LinkForm CallbackForm;
    public IgnoredNames Ignored;

    /// <summary>Apart from the others, because it is known only at the end whether the shots have an effect.</summary>
    public IgnoredNames IgnoredInShots;
}

/// <summary>Unknown names of a body, as paths, in the order sent; the first hundred of them.</summary>
internal struct IgnoredNames
{
    private const int Most = 100;

    private List<string>? _names;

    public readonly bool HasRoom => _names is null || _names.Count < Most;

    public void Add(string name) => (_names ??= []).Add(name);

    /// <summary>These names, and behind them those, as far as there is room.</summary>
    public readonly IReadOnlyList<string> With(in IgnoredNames others) =>
        others._names is null ? _names ?? [] : _names is null ? others._names : [.. _names.Concat(others._names).Take(Most)];

    public readonly IReadOnlyList<string> ToList() => _names ?? [];
}

/// <summary>A list as sent. <see cref="Count"/> counts all items; only the first <see cref="Kept"/> are kept, more are refused by count.</summary>
internal struct ListDraft<T>
{
    public const int Kept = 64;

    /// <summary><see cref="Shape.Array"/> for a list with items.</summary>
    public Shape Shape;
    public int Count;
    public List<T>? Items;

    public void Keep(in T item)
    {
        Shape = Shape.Array;
        if (Count++ < Kept)
            Items!.Add(item);
    }

    public readonly ReadOnlySpan<T> Span => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Items);
}

internal struct WatermarkDraft
{
    public Shape Shape;
    public Value Enabled;
}

internal struct ShotDraft
{
    public Shape Shape;
    public Value Index, Prompt, Duration;
}

internal struct ImageDraft
{
    public Shape Shape;
    public Value Url, Type;
    public LinkForm Form;
    public InlineImage Inline;
}

internal struct VideoDraft
{
    public Shape Shape;
    public Value Url, ReferType, KeepOriginalSound;
    public LinkForm Form;
}

internal struct ElementDraft
{
    public Shape Shape;
    public Value Id;
}
