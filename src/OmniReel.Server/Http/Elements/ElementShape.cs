using System.Globalization;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Requests;
using OmniReel.Server.Elements;
using OmniReel.Server.Artifacts;

namespace OmniReel.Server.Http.Elements;

/// <summary>Turns elements into what the wire shows.</summary>
internal sealed class ElementShape(IPresetPictures pictures, SignedLinks links)
{
    /// <summary>The vendor's own word for its presets, which clients tell them by.</summary>
    private const string OwnerOfPresets = "kling";

    /// <summary>The answer to a create: the element as it was accepted, whatever has become of it since.</summary>
    public static CreatedData Created(Element element) => new()
    {
        TaskId = Id(element),
        TaskInfo = new TaskInfo { ExternalTaskId = element.ExternalTaskId },
        TaskStatus = TaskStatusWords.Submitted,
        CreatedAt = element.CreatedAt,
        UpdatedAt = element.CreatedAt,
    };

    /// <summary>The task that makes an element.</summary>
    public ElementTaskData Show(Element element, string linksBegin) => new()
    {
        TaskId = Id(element),
        TaskStatus = Word(element.Status),
        TaskStatusMsg = element.StatusMessage,
        TaskInfo = new TaskInfo { ExternalTaskId = element.ExternalTaskId },
        TaskResult = element.Status == ElementStatus.Succeeded ? new() { Elements = [Made(element, linksBegin)] } : ElementResultData.None,
        CreatedAt = element.CreatedAt,
        UpdatedAt = element.UpdatedAt,
        OmniReel = element.Facts.IgnoredFields.Count > 0 ? new OmniReelData { Ignored = element.Facts.IgnoredFields } : null,
    };

    /// <summary>A made element in the older form.</summary>
    public SimpleElementData ShowSimple(Element element, string linksBegin) => new()
    {
        ElementId = element.Id,
        ElementName = element.Facts.Name,
        ElementDescription = element.Facts.Description,
        ElementFrontalImage = element.IsDeleted ? "" : Link(element.Media[0], linksBegin),
        ElementReferList = element.IsDeleted ? [] : Others(element, linksBegin),
        TagList = Tags(element.Facts.Tags),
        OwnedBy = element.Tenant,
    };

    /// <summary>A preset, as a task that succeeded long ago.</summary>
    public ElementTaskData Show(PresetElement preset, Language language, string linksBegin) => new()
    {
        TaskId = preset.Id,
        TaskStatus = TaskStatusWords.Succeed,
        TaskInfo = new TaskInfo(),
        TaskResult = new() { Elements = [Made(preset, language, linksBegin)] },
        CreatedAt = 0,
        UpdatedAt = 0,
    };

    /// <summary>A preset in the older form.</summary>
    public SimpleElementData ShowSimple(PresetElement preset, Language language, string linksBegin) => new()
    {
        ElementId = Number(preset),
        ElementName = In(language, preset.Name),
        ElementDescription = In(language, preset.Description),
        ElementFrontalImage = Link(pictures.ArtifactOf(preset), linksBegin),
        ElementReferList = [],
        TagList = Tags(preset.Tags),
        OwnedBy = OwnerOfPresets,
    };

    private ElementData Made(Element element, string linksBegin)
    {
        var isVideo = element.Facts.Kind == ElementKind.VideoCharacter;
        return new()
        {
            ElementId = element.Id,
            ElementName = element.Facts.Name,
            ElementDescription = element.Facts.Description,
            ReferenceType = element.Facts.Kind.WireName(),
            ElementImageList = isVideo || element.IsDeleted ? null : new() { FrontalImage = Link(element.Media[0], linksBegin), ReferImages = Others(element, linksBegin) },
            ElementVideoList = !isVideo || element.IsDeleted ? null : new() { ReferVideos = [new() { VideoUrl = Link(element.Media[0], linksBegin) }] },
            ElementVoiceInfo = element.Facts.VoiceId is { } voice ? new() { VoiceId = voice } : null,
            TagList = Tags(element.Facts.Tags),
            OwnedBy = element.Tenant,
            Status = element.IsDeleted ? "deleted" : "succeed",
        };
    }

    private ElementData Made(PresetElement preset, Language language, string linksBegin) => new()
    {
        ElementId = Number(preset),
        ElementName = In(language, preset.Name),
        ElementDescription = In(language, preset.Description),
        ReferenceType = preset.Kind.WireName(),
        ElementImageList = new() { FrontalImage = Link(pictures.ArtifactOf(preset), linksBegin), ReferImages = [] },
        TagList = Tags(preset.Tags),
        OwnedBy = OwnerOfPresets,
        Status = "succeed",
    };

    private ElementImage[] Others(Element element, string linksBegin) =>
        [.. element.Media.Skip(1).Select(artifact => new ElementImage { ImageUrl = Link(artifact, linksBegin) })];

    private string Link(string artifact, string linksBegin) => linksBegin + links.For(artifact);

    private static ElementTag[] Tags(IReadOnlyList<string> tags) => [.. tags.Select(tag => new ElementTag { TagId = tag })];

    private static string In(Language language, (string English, string Chinese) text) => language == Language.Chinese ? text.Chinese : text.English;

    private static long Number(PresetElement preset) => long.Parse(preset.Id, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Id(Element element) => element.TaskId.ToString(CultureInfo.InvariantCulture);

    private static string Word(ElementStatus status) => status switch
    {
        ElementStatus.Queued => TaskStatusWords.Submitted,
        ElementStatus.Running => TaskStatusWords.Processing,
        ElementStatus.Succeeded => TaskStatusWords.Succeed,
        _ => TaskStatusWords.Failed,
    };
}
