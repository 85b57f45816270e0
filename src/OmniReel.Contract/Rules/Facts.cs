using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Rules;

/// <summary>Whether a field matters in this request; unknown where the field that decides it is itself wrong.</summary>
internal enum Effect : byte
{
    No,
    Unknown,
    Yes,
}

/// <summary>
/// What a body says, as far as it can be told: the draft with its words recognised and its kind derived. Where a value is wrong but
/// plainly meant, the meaning is used, so that one slip does not hide what else is wrong.
/// </summary>
internal sealed class Facts
{
    public Facts(Draft draft, ApiProfile profile, IElementCatalog elements, IUrlPolicy? urls)
    {
        Draft = draft;
        Profile = profile;
        Urls = urls;
        Model = ModelOf(draft.ModelName);
        Mode = ModeOf(draft.Mode);
        IsMultiShot = Means(draft.MultiShot);
        ShotType = IsMultiShot ? Words.Meant(draft.ShotType, Words.ShotTypes) : null;
        CountImages();
        ReadVideo();
        ElementKinds = FindElements(elements);
        DurationEffect = VideoIs("feature") || !HasVideo ? Effect.Yes : VideoIs("base") ? Effect.No : Effect.Unknown;
        AspectEffect = FirstFrames > 0 || DurationEffect == Effect.No ? Effect.No : HasUnknownImageType ? Effect.Unknown : DurationEffect;
        PromptEffect = !IsMultiShot || ShotType == "intelligence" ? Effect.Yes : ShotType == "customize" ? Effect.No : Effect.Unknown;
        Seconds = SecondsOf(draft.Duration);
        Input = InputOf();
    }

    public Draft Draft { get; }

    public ApiProfile Profile { get; }

    /// <summary>Which URLs may be used; null when any may.</summary>
    public IUrlPolicy? Urls { get; }

    public bool IsRelay => Profile == ApiProfile.Relay;

    /// <summary>The model named, meant or defaulted; null when none can be told.</summary>
    public VideoModel? Model { get; }

    public bool IsO1 => Model == VideoModel.VideoO1;

    public VideoMode? Mode { get; }

    public bool IsMultiShot { get; }

    /// <summary><c>customize</c> or <c>intelligence</c>; null when single-shot or when it cannot be told.</summary>
    public string? ShotType { get; }

    public bool IsCustomize => ShotType == "customize";

    public int FirstFrames { get; private set; }

    public int EndFrames { get; private set; }

    public bool HasUnknownImageType { get; private set; }

    public int ImageCount => Draft.Images.Count;

    public int ElementCount => Draft.Elements.Count;

    public bool HasVideo => Draft.Videos.Count > 0;

    /// <summary><c>base</c> or <c>feature</c>; null without a video or when it cannot be told.</summary>
    public string? ReferType { get; private set; }

    public bool VideoIs(string referType) => ReferType == referType;

    /// <summary>The kind of each element kept, in the order sent; null for an id that is not in the catalogue or malformed.</summary>
    public ElementKind?[] ElementKinds { get; }

    public Effect DurationEffect { get; }

    public Effect AspectEffect { get; }

    public Effect PromptEffect { get; }

    /// <summary>Whole seconds; null where the duration has no effect or cannot be told.</summary>
    public int? Seconds { get; }

    /// <summary>Whether <c>sound</c> is, or is meant to be, <c>on</c>.</summary>
    public bool WantsSound => Words.Meant(Draft.Sound, Words.OnOff) == "on";

    public InputKind Input { get; }

    public int Count(ElementKind kind)
    {
        var count = 0;
        foreach (var found in ElementKinds)
            count += found == kind ? 1 : 0;
        return count;
    }

    private VideoModel? ModelOf(in Value name) => name.IsAbsent
        ? IsRelay ? null : VideoModel.VideoO1
        : Words.Meant(name, Words.Models) switch
        {
            "kling-video-o1" => VideoModel.VideoO1,
            "kling-v3-omni" => VideoModel.V3Omni,
            _ => null,
        };

    private VideoMode? ModeOf(in Value mode) => mode.IsAbsent
        ? IsRelay ? null : VideoMode.Pro
        : Words.Meant(mode, Words.Modes) switch
        {
            "std" => VideoMode.Std,
            "pro" => VideoMode.Pro,
            "4k" => VideoMode.UltraHd,
            _ => null,
        };

    private static bool Means(in Value flag) => flag.Shape == Shape.True
        || flag.Shape is Shape.Text or Shape.Number && flag.Text is "true" or "True" or "TRUE" or "1" or "yes" or "on";

    private void CountImages()
    {
        foreach (ref readonly var image in Draft.Images.Span)
        {
            switch (Words.Meant(image.Type, Words.ImageTypes))
            {
                case "first_frame":
                    FirstFrames++;
                    break;
                case "end_frame":
                    EndFrames++;
                    break;
                case null when !image.Type.IsAbsent:
                    HasUnknownImageType = true;
                    break;
            }
        }
    }

    private void ReadVideo()
    {
        if (HasVideo && Draft.Videos.Span[0] is { Shape: Shape.Object } video)
            ReferType = video.ReferType.IsAbsent ? "base" : Words.Meant(video.ReferType, Words.ReferTypes);
    }

    private ElementKind?[] FindElements(IElementCatalog elements)
    {
        var sent = Draft.Elements.Span;
        if (sent.Length == 0)
            return [];
        var kinds = new ElementKind?[sent.Length];
        for (var i = 0; i < sent.Length; i++)
            kinds[i] = Words.IsDigits(sent[i].Id) ? elements.Find(sent[i].Id.Text!) : null;
        return kinds;
    }

    private int? SecondsOf(in Value duration)
    {
        if (DurationEffect == Effect.No)
            return null;
        if (duration.IsAbsent)
            return IsRelay ? null : 5;
        return duration.TryGetSeconds(out var seconds) ? seconds : null;
    }

    private InputKind InputOf()
    {
        if (HasVideo && !VideoIs("feature"))
            return InputKind.VideoEdit;
        if (HasVideo)
            return InputKind.VideoFeature;
        if (FirstFrames > 0)
            return EndFrames > 0 ? InputKind.FirstAndEndFrame : InputKind.FirstFrame;
        return ImageCount + ElementCount > 0 ? InputKind.Reference : InputKind.TextToVideo;
    }
}
