namespace OmniReel.Contract.Reading;

/// <summary>The body of a request for an element as sent, before any rule has looked at it.</summary>
internal sealed class ElementBody
{
    public Value Name, Description, ReferenceType, VoiceId, CallbackUrl, ExternalTaskId;
    public LinkForm CallbackForm;

    /// <summary>The shape of <c>element_image_list</c>, an object of two parts; <see cref="Shape.Object"/> in the simple form, which has the parts bare.</summary>
    public Shape ImageList;
    public ImageDraft Frontal;
    public ListDraft<ImageDraft> Others;

    /// <summary>The shape of <c>element_video_list</c>, an object of one part.</summary>
    public Shape VideoList;
    public ListDraft<VideoDraft> Videos;
    public ListDraft<TagDraft> Tags;
    public IgnoredNames Ignored;
}

internal struct TagDraft
{
    public Shape Shape;
    public Value Id;
}

/// <summary>The body that deletes an element.</summary>
internal sealed class DeletionBody
{
    public Value ElementId;
    public IgnoredNames Ignored;
}
