using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Errors;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Server.Lab.FakeUpstream.Books;

namespace OmniReel.Server.Lab.FakeUpstream.Wire;

/// <summary>Answers about elements, in the vendor's form.</summary>
internal sealed class ElementDesk(FakeRoom room)
{
    /// <summary>The answer to a request; it is written down before this returns.</summary>
    public FakeAnswer Answer(string method, FakeRoute route, byte[] body, JournalEntry post, IQueryCollection query) => (method, route.Resource, route.Id) switch
    {
        ("POST", FakeResource.Elements, null) => Make(body, post with { Kind = "element" }),
        ("POST", FakeResource.ElementDeletion, _) => Delete(body, post),
        ("GET", FakeResource.Elements, { } either) => room.Elements.Task(either) is { } task
            ? FakeAnswer.Success(TaskJson.Element(task, room.Now()))
            : FakeAnswer.Error(ErrorCode.BadValue, $"task not found by id or external_task_id: {either}"),
        ("GET", FakeResource.Elements or FakeResource.Presets, null) => Page(route.Resource == FakeResource.Presets, query),
        _ => FakeAnswer.Error(ErrorCode.WrongMethod),
    };

    private FakeAnswer Make(byte[] body, JournalEntry post)
    {
        var read = ElementReader.Read(body, ElementForm.Advanced, Language.English);
        if (read.Request is not { } request)
        {
            room.Journal.Append(post with { At = room.Now(), Code = (int)ErrorCode.BadValue, Note = read.Message });
            return FakeAnswer.Error(ErrorCode.BadValue, read.Message);
        }

        var task = room.Elements.Make(post with { Reference = request.ExternalTaskId }, request, out var complaint);
        return task is null ? FakeAnswer.Error(ErrorCode.BadValue, complaint) : FakeAnswer.Success(TaskJson.Element(task, task.CreatedAt - 1));
    }

    private FakeAnswer Delete(byte[] body, JournalEntry post)
    {
        var read = ElementReader.ReadDeletion(body, Language.English);
        if (read.Request is not { } id) return FakeAnswer.Error(ErrorCode.BadValue, read.Message);
        // A success comes without data.
        return room.Elements.Delete(post, id)
            ? new FakeAnswer(200, FakeAnswer.Written(json =>
            {
                json.WriteNumber("code", 0);
                json.WriteString("message", "SUCCEED");
                json.WriteString("request_id", Guid.NewGuid().ToString());
            }))
            : FakeAnswer.Error(ErrorCode.BadValue, $"element not found: {id}");
    }

    private FakeAnswer Page(bool presets, IQueryCollection query)
    {
        if (!Paging.TryRead(query, out var page, out var size, out var complaint)) return FakeAnswer.Error(ErrorCode.BadValue, complaint);
        var tasks = presets ? ElementBook.Presets.Skip((page - 1) * size).Take(size) : room.Elements.Page(page, size);
        return FakeAnswer.Success(TaskJson.List(tasks.Select(task => TaskJson.Element(task, room.Now()))));
    }
}
