using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OmniReel.Contract.Errors;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Videos;
using OmniReel.Server.Lab.Rooms;
using OmniReel.Server.Lab.Scenarios;

namespace OmniReel.Server.Http.Lab;

/// <summary>
/// What every request passes where there is a lab: it learns which test it belongs to, is written down, and meets what was ordered for
/// it. The test is named by a header or, for clients that can be told a base URL and nothing else, by the beginning of the path:
/// <c>/lab/t/NAME/v1/videos/omni-video</c>. Who may not come in is only refused: no test is made for such a request, none hears of it,
/// and it takes no order's turn.
/// </summary>
internal sealed class LabDoor(LabRooms rooms, Admissions admissions, LabAnswers answers, LabDownloads downloads, LabNotes notes)
{
    /// <summary>Names the test.</summary>
    public const string TestHeader = "X-OmniReel-Test";

    /// <summary>Sets the test's clock.</summary>
    public const string ClockHeader = "X-OmniReel-Lab-Clock";

    /// <summary>What a path begins with that names its test.</summary>
    public const string PathPrefix = "/lab/t/";

    /// <summary>The visit of a request; null for what is not the API, and for whoever may not come in.</summary>
    public static LabVisit? Of(HttpContext context) => context.Features.Get<LabVisit>();

    /// <summary>The tenant of a request: each test has its own.</summary>
    public static string TenantOf(HttpContext context, string tenant) => Of(context)?.Room.TenantOf(tenant) ?? tenant;

    /// <summary>Lets a request in.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        LabVisit? visit;
        try
        {
            visit = Enter(context);
        }
        catch (LabOrderException e)
        {
            await AnswerWriter.ErrorAsync(context, new ApiError(ErrorCode.BadParameters, e.Message, e.Chinese));
            return;
        }

        if (visit is null || visit.Kind == "lab")
        {
            await next(context);
            return;
        }

        using var note = notes.Begin(context, visit);
        if (visit.Kind == "file") await downloads.RunAsync(context, note, next);
        else await answers.RunAsync(context, visit, note, next);
        note.IsOver = true;
    }

    private LabVisit? Enter(HttpContext context)
    {
        var name = OfPath(context) ?? One(context, TestHeader);
        if (LabVisit.KindOf(context.Request) is not { } kind) return null;
        // A download names its test by its file, and its signature is its key; it must not make a test.
        var ofFile = kind == "file" ? downloads.RoomOf(context) : null;
        if (admissions.Look(context).Refusal is not null) return ofFile is null ? null : Note(context, new LabVisit(ofFile, kind, null));
        if (kind == "lab") name ??= context.Request.Query["test"].ToString() is { Length: > 0 } asked ? asked : null;
        name ??= LabRoom.Usual;
        if (!LabRoom.IsName(name))
        {
            throw new LabOrderException(
                $"{TestHeader}: a test's name has 1 to 64 letters, digits, dots, dashes and underscores, not \"{name}\".", $"{TestHeader}：测试名由 1 到 64 个字母、数字、点、横线、下划线组成，不能是 \"{name}\"。");
        }

        var room = ofFile ?? rooms.Of(name);
        if (One(context, ClockHeader) is { } clock)
        {
            if (!ClockPace.TryParse(clock, out var pace)) throw LabErrors.Pace(ClockHeader, clock);
            if (room.Clock.Pace != pace) room.Clock.Pace = pace;
        }

        return Note(context, new LabVisit(room, kind, One(context, LabWishes.Header) is { } text ? room.OfHeader(text) : null));
    }

    private static LabVisit Note(HttpContext context, LabVisit visit)
    {
        context.Features.Set(visit);
        return visit;
    }

    private static string? OfPath(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (!path.StartsWith(PathPrefix, StringComparison.Ordinal)) return null;
        var end = path.IndexOf('/', PathPrefix.Length);
        var name = end < 0 ? path[PathPrefix.Length..] : path[PathPrefix.Length..end];
        context.Request.Path = end < 0 ? "/" : path[end..];
        // Ids are read from the target as it was sent.
        var request = context.Features.Get<IHttpRequestFeature>()!;
        if (request.RawTarget.StartsWith(PathPrefix, StringComparison.Ordinal))
        {
            var rest = request.RawTarget.IndexOfAny(['/', '?'], PathPrefix.Length);
            request.RawTarget = rest < 0 ? "/" : request.RawTarget[rest..];
        }

        return name;
    }

    private static string? One(HttpContext context, string header) => context.Request.Headers[header] is { Count: > 0 } values ? string.Join(", ", values.ToArray()) : null;
}
