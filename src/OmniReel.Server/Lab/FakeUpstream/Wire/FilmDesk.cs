using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Errors;
using OmniReel.Contract.Pricing;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Server.Lab.FakeUpstream.Books;
using OmniReel.Server.Lab.FakeUpstream.Faults;
using OmniReel.Server.Lab.FakeUpstream.Films;

namespace OmniReel.Server.Lab.FakeUpstream.Wire;

/// <summary>Takes orders of films, and answers questions about them.</summary>
internal sealed class FilmDesk(FakeRoom room, CallbackSender callbacks)
{
    private const string Reference = "external_task_id";

    /// <summary>Reads an order; no answer yet, nothing is paid.</summary>
    public ReadResult Read(byte[] body, FakeRoute route) =>
        RequestReader.Read(body, route.IsRelay ? ApiProfile.Relay : ApiProfile.Vendor, room.Elements, Language.English);

    /// <summary>Takes a film's order or refuses it; paid and written down before this returns.</summary>
    public FakeAnswer Create(HttpContext context, FakeRoute route, ReadResult read, JournalEntry post, out FakeTask? task)
    {
        task = null;
        if (read.Request is not { } request)
        {
            room.Paid.Refused(post, (int)ErrorCode.BadValue, read.Message);
            return FakeAnswer.Error(ErrorCode.BadValue, read.Message);
        }

        var film = FilmKind.Of(request, room.Options.Tiny);
        var units = request.Video is { IsBase: true } ? PriceTable.Default.OfEdit(request, film.Seconds) : PriceTable.Default.Hold(request);
        var verdict = room.Paid.Take(post, id => new FakeOrder
        {
            Model = request.Model.WireName(), Film = film, Watermark = request.Watermark, CallbackUrl = request.CallbackUrl,
            Failure = room.Meet(new Occasion(FaultStep.End, FakeCall.Create, post.Reference ?? "", id), context)?.Word("message"),
        }, units);
        if (verdict.Task is not { } taken) return FakeAnswer.Error((ErrorCode)verdict.Code, verdict.Message);
        task = taken;
        if (verdict.IsNew) callbacks.Follow(taken, $"http://{context.Request.Host}");
        return TaskAnswers.Created(taken, Form(route));
    }

    /// <summary>What is meant by the last part of a path: a task by its id, or by the caller's reference; null for none that can be seen.</summary>
    public (FakeCall Call, FakeTask? Task) Find(string either)
    {
        if (room.Paid.ById(either) is { } task)
        {
            room.Tally.Polled();
            return (FakeCall.Query, task);
        }

        room.Tally.Found();
        return (FakeCall.Find, room.Paid.ByReference(either));
    }

    /// <summary>The answer to a question about one film, as it is or as a fault shows it.</summary>
    public FakeAnswer Show(HttpContext context, FakeRoute route, FakeCall call, FakeTask? task)
    {
        if (task is null) return Absent(route.Id!);
        var now = room.Now();
        var status = task.StatusAt(now);
        var view = new TaskView(status, status == TaskStatusWords.Succeed ? FilmSurface.Link(context, task) : null);
        var percent = task.PercentAt(now);
        var mishap = room.Meet(new Occasion(FaultStep.View, call, task.Reference, task.Id), context, fault => fault.Id switch
        {
            "no-url" => status == TaskStatusWords.Succeed,
            "status-back" => status != TaskStatusWords.Submitted,
            _ => true,
        });
        switch (mishap?.Id)
        {
            case "absent":
                return Absent(route.Id!);
            case "unknown-status":
                return Shown(new TaskView(mishap.Word("word"), null));
            case "status-back":
                percent = 0;
                return Shown(new TaskView(status == TaskStatusWords.Processing ? TaskStatusWords.Submitted : TaskStatusWords.Processing, null));
            case "no-url":
                return Shown(view with { Url = null });
            default:
                return TaskAnswers.Shown(task, Form(route), view, Written(task, view, context.Request.Host.Value!), percent);
        }

        FakeAnswer Shown(TaskView false_) => TaskAnswers.Shown(task, Form(route), false_, TaskJson.Task(task, false_), percent);
    }

    /// <summary>A page of the list.</summary>
    public FakeAnswer List(HttpContext context)
    {
        room.Tally.Listed();
        if (!room.Options.List) return FakeAnswer.Error(ErrorCode.WrongMethod);
        if (!Paging.TryRead(context.Request.Query, out var page, out var size, out var complaint)) return FakeAnswer.Error(ErrorCode.BadValue, complaint);
        var now = room.Now();
        return FakeAnswer.Success(TaskJson.List(room.Paid.Page(page, size).Select(task =>
        {
            var status = task.StatusAt(now);
            return TaskJson.Task(task, new TaskView(status, status == TaskStatusWords.Succeed ? FilmSurface.Link(context, task) : null));
        })));
    }

    private static FakeAnswer Absent(string either) => FakeAnswer.Error(ErrorCode.BadValue, $"task not found by id or {Reference}: {either}");

    private AnswerForm Form(FakeRoute route) => route.IsRelay ? room.Options.Answers : AnswerForm.Vendor;

    /// <summary>The vendor's object, written once for as long as it stays the same.</summary>
    private static byte[] Written(FakeTask task, TaskView view, string host)
    {
        var link = task.Link;
        if (task.Last is { } last && last.Status == view.Status && last.Link == link && last.Host == host) return last.Json;
        var json = TaskJson.Task(task, view);
        task.Last = new FakeTask.Written(view.Status, link, host, json);
        return json;
    }
}
