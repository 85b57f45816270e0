using System.Text;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Elements;

namespace OmniReel.Server.Http.OpenApi.Operations;

/// <summary>Elements, at both roots.</summary>
internal static class ElementOperations
{
    private static readonly Said s_page = new("A page of elements.", "一页主体。");

    public static IEnumerable<DescribedPath> All => ElementPaths.All.SelectMany(Of);

    private static IEnumerable<DescribedPath> Of(string root)
    {
        var (tag, ending) = root.StartsWith("/kling", StringComparison.Ordinal) ? (Tags.Elements, "AtRelayPath") : (Tags.VendorElements, "");
        yield return new(root + "/advanced-custom-elements", Create(tag, ending), List<ElementTaskData>("listElements" + ending, tag, new("Your own elements", "自己的主体列表"), Page(Task())));
        yield return new(root + "/advanced-custom-elements/{id}", Get(tag, ending));
        yield return new(root + "/advanced-presets-elements", List<ElementTaskData>("listPresets" + ending, tag, new("The elements that everybody has", "预置主体列表"), Page(Preset())));
        yield return new(root + "/custom-elements", CreateSimple(tag, ending), List<SimpleElementData>("listSimpleElements" + ending, tag, new("Your own elements of the older form", "自己的主体列表（旧接口）"), Page(Simple())));
        yield return new(root + "/custom-elements/{id}", GetSimple(tag, ending));
        yield return new(root + "/presets-elements", List<SimpleElementData>("listSimplePresets" + ending, tag, new("Presets in the older form", "预置主体列表（旧接口）"), Page(Simple() with { OwnedBy = "kling" })));
        yield return new(root + "/delete-elements", Delete("deleteElement" + ending, tag));
        yield return new(root + "/delete-advanced-elements", Delete("deleteAdvancedElement" + ending, tag));
    }

    private static Operation Create(string tag, string ending) => new("POST", "createElement" + ending, tag, new("Make an element", "创建主体"))
    {
        Text = new("It is made by a task: ask for that until it has succeeded, or send `Prefer: wait=N`.", "由任务创建：请查询该任务直至成功，或携带 `Prefer: wait=N`。"),
        Takes = [Parameters.IdempotencyKey, Parameters.Prefer, Parameters.Language],
        Body = new("ElementRequest", SampleBodies.Elements),
        Answers =
        [
            new(200, new("The element's task.", "创建主体的任务。"))
            {
                Data = [typeof(CreatedData), typeof(ElementTaskData)],
                Examples = [new("created", new("Accepted", "已受理"), Samples.Ok(Samples.Created, WireContext.Default.CreatedData)), new("waited", new("With Prefer: wait=60", "带 Prefer: wait=60"), One(Task()))],
                Headers = [AnswerHeaders.PreferenceApplied],
            },
        ],
        Refusals = Creating,
        RefusedBodies = [Refused(ElementForm.Advanced)],
        Callback = "ElementChanged",
    };

    private static Operation CreateSimple(string tag, string ending) => new("POST", "createSimpleElement" + ending, tag, new("Make an element, the older way", "创建主体（旧接口）"))
    {
        Text = new("The answer waits until the element is made, at most 60 seconds.", "等主体创建完成后响应，最多 60 秒。"),
        Takes = [Parameters.IdempotencyKey, Parameters.Language],
        Body = new("SimpleElementRequest", SampleBodies.SimpleElements),
        Answers = [SimpleAnswer],
        Refusals = [.. Creating, ApiErrors.ElementLate],
        RefusedBodies = [Refused(ElementForm.Simple)],
    };

    private static Operation Get(string tag, string ending) => new("GET", "getElement" + ending, tag, new("The task of one element", "查询主体任务"))
    {
        Takes = [Parameters.ElementTaskId, Parameters.Prefer, Parameters.Language],
        Answers =
        [
            new(200, new("The element's task.", "创建主体的任务。"))
            {
                Data = [typeof(ElementTaskData)],
                Examples = [new("succeed", new("The element is made", "已创建"), One(Task()))],
                Headers = [AnswerHeaders.PreferenceApplied],
            },
        ],
        Refusals = [ApiErrors.TaskNotFound, .. KnownErrors.Store],
    };

    private static Operation GetSimple(string tag, string ending) => new("GET", "getSimpleElement" + ending, tag, new("One element of the older form", "查询主体（旧接口）"))
    {
        Takes = [Parameters.ElementId, Parameters.Language],
        Answers = [SimpleAnswer],
        Refusals = [ApiErrors.ElementNotFound, .. KnownErrors.Store],
    };

    private static Operation List<T>(string id, string tag, Said summary, Example page) => new("GET", id, tag, summary)
    {
        Takes = [Parameters.PageNum, Parameters.PageSize, Parameters.Language],
        Answers = [new(200, s_page) { Data = [typeof(IReadOnlyList<T>)], Examples = [page] }],
        Refusals = [ApiErrors.PageNum, ApiErrors.PageSize, .. KnownErrors.Store],
    };

    private static Operation Delete(string id, string tag) => new("POST", id, tag, new("Delete an element of your own", "删除自己的主体"))
    {
        Text = new("Films that were accepted before are not touched. The two paths do the same.", "不影响此前已受理的视频。两个路径作用相同。"),
        Takes = [Parameters.Language],
        Body = new("ElementDeletion", [SampleBodies.Of("id", new("By its id", "按 id"), $$"""{"element_id":"{{Samples.ElementId}}"}""")]),
        Answers = [new(200, new("It is deleted.", "已删除。")) { Examples = [new("deleted", new("Deleted", "已删除"), Samples.Done())] }],
        Refusals = [ApiErrors.ElementNotFound, ApiErrors.ElementIsPreset, .. KnownErrors.Body, .. KnownErrors.Store],
        RefusedBodies = [new("no_id", new("No id", "没有 id"), Samples.Refused(ElementReader.ReadDeletion("{}"u8, Language.English)))],
    };

    private static IReadOnlyList<ApiError> Creating =>
        [ApiErrors.IdempotencyKeyForm, ApiErrors.IdempotencyKeyReused, KnownErrors.ExternalIdTaken, KnownErrors.ElementsOverQuota, ApiErrors.NotReady, .. KnownErrors.Body, .. KnownErrors.Store];

    private static Answer SimpleAnswer => new(200, new("The element.", "主体。"))
    {
        Data = [typeof(SimpleElementData)],
        Examples = [new("element", new("An element", "主体"), Samples.Ok(Simple(), WireContext.Default.SimpleElementData))],
    };

    private static Example Refused(ElementForm form) => new("rules", new("Everything is missing", "缺少所有字段"), Samples.Refused(ElementReader.Read(Encoding.UTF8.GetBytes("{}"), form, Language.English)));

    private static System.Text.Json.Nodes.JsonNode One(ElementTaskData task) => Samples.Ok(task, WireContext.Default.ElementTaskData);

    private static Example Page(ElementTaskData task) => new("page", new("One of them", "其中一个"), Samples.Ok([task], WireContext.Default.IReadOnlyListElementTaskData));

    private static Example Page(SimpleElementData element) => new("page", new("One of them", "其中一个"), Samples.Ok([element], WireContext.Default.IReadOnlyListSimpleElementData));

    private static ElementTaskData Preset() => Task() with { TaskId = "100001", CreatedAt = 0, UpdatedAt = 0, TaskResult = new() { Elements = [Element() with { ElementId = 100001, OwnedBy = "kling" }] } };

    private static ElementTaskData Task() => new()
    {
        TaskId = Samples.TaskId,
        TaskStatus = TaskStatusWords.Succeed,
        TaskInfo = new(),
        TaskResult = new() { Elements = [Element()] },
        CreatedAt = Samples.CreatedAt,
        UpdatedAt = Samples.CreatedAt + 1_400,
    };

    private static ElementData Element() => new()
    {
        ElementId = long.Parse(Samples.ElementId),
        ElementName = "Mara",
        ElementDescription = "A potter in a blue apron.",
        ReferenceType = ElementKind.MultiImage.WireName(),
        ElementImageList = new() { FrontalImage = Samples.Link("element-1"), ReferImages = [new() { ImageUrl = Samples.Link("element-2") }] },
        TagList = [new() { TagId = ElementTags.Character }],
        OwnedBy = "default",
        Status = "succeed",
    };

    private static SimpleElementData Simple() => new()
    {
        ElementId = long.Parse(Samples.ElementId),
        ElementName = "Mara",
        ElementDescription = "A potter in a blue apron.",
        ElementFrontalImage = Samples.Link("element-1"),
        ElementReferList = [new() { ImageUrl = Samples.Link("element-2") }],
        TagList = [new() { TagId = ElementTags.Character }],
        OwnedBy = "default",
    };
}
