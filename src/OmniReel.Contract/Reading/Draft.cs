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
    public List<string>? Ignored;
}

/// <summary>A list as sent. <see cref="Count"/> counts all items; only the first <see cref="Kept"/> are kept, more are refused by count.</summary>
internal struct ListDraft<T>
{
    public const int Kept = 64;

    /// <summary><see cref="Shape.Array"/> for a list with items.</summary>
    public Shape Shape;
    public int Count;
    public List<T>? Items;

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
