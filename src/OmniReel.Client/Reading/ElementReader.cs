using System.Text.Json;
using OmniReel.Contract.Answers;

namespace OmniReel.Client.Reading;

/// <summary>Reads elements and the tasks that make them, in both of the vendor's forms.</summary>
internal static class ElementReader
{
    public static ElementTaskData Read(JsonElement answer)
    {
        var place = TaskPlace.In(answer);
        ElementData[] elements = [.. place.Task.Object("task_result") is { } result ? result.Items("elements").Select(Element) : []];
        return new ElementTaskData
        {
            TaskId = place.Id,
            TaskStatus = place.Status,
            TaskStatusMsg = TaskReader.MessageOf(place),
            TaskInfo = TaskReader.InfoOf(place),
            TaskResult = new ElementResultData { Elements = elements.Length > 0 ? elements : null },
            FinalUnitDeduction = place.Task.Text("final_unit_deduction") ?? "",
            CreatedAt = TaskReader.CreatedAt(place),
            UpdatedAt = TaskReader.UpdatedAt(place),
            OmniReel = TaskReader.Extras(place.Task),
            Raw = place.Outer,
        };
    }

    /// <summary>An element of the older form: the whole answer, or an item of a list.</summary>
    public static SimpleElementData ReadSimple(JsonElement answer)
    {
        var element = answer.Object("data") ?? answer;
        return new SimpleElementData
        {
            ElementId = Id(element),
            ElementName = element.Text("element_name") ?? "",
            ElementDescription = element.Text("element_description") ?? "",
            ElementFrontalImage = element.Text("element_frontal_image") ?? "",
            ElementReferList = Images(element, "element_refer_list"),
            TagList = Tags(element),
            OwnedBy = element.Text("owned_by") ?? "",
        };
    }

    private static ElementData Element(JsonElement element) => new()
    {
        ElementId = Id(element),
        ElementName = element.Text("element_name") ?? "",
        ElementDescription = element.Text("element_description") ?? "",
        ReferenceType = element.Text("reference_type") ?? "",
        ElementImageList = element.Object("element_image_list") is { } images
            ? new ElementImages { FrontalImage = images.Text("frontal_image") ?? "", ReferImages = Images(images, "refer_images") }
            : null,
        ElementVideoList = element.Object("element_video_list") is { } videos
            ? new ElementVideos { ReferVideos = [.. videos.Items("refer_videos").Select(video => new ElementVideo { VideoUrl = video.Text("video_url") ?? "" })] }
            : null,
        ElementVoiceInfo = element.Object("element_voice_info")?.Text("voice_id") is { } voice ? new ElementVoice { VoiceId = voice } : null,
        TagList = Tags(element),
        OwnedBy = element.Text("owned_by") ?? "",
        Status = element.Text("status") ?? TaskStatusWords.Succeed,
    };

    private static long Id(JsonElement element) => element.Whole("element_id") ?? throw new JsonException("an element in it has no element_id");

    private static ElementImage[] Images(JsonElement from, string name) =>
        [.. from.Items(name).Select(image => new ElementImage { ImageUrl = image.Text("image_url") ?? "" })];

    private static ElementTag[] Tags(JsonElement element) => [.. element.Items("tag_list").Select(tag => new ElementTag { TagId = tag.Text("tag_id") ?? tag.Text("id") ?? "" })];
}
