using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Bodies;
using OmniReel.Server.Http.Videos;
using OmniReel.Server.Lab.Rooms;
using OmniReel.Server.Lab.Scenarios;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Lab;

/// <summary>
/// <c>/lab</c>: what there is; its scenarios, clock and journal, of the test that <c>?test=</c>, the header or the path names.
/// </summary>
internal sealed class LabEndpoints(LabRooms rooms, ITaskStore store, BodyReader bodies, Gate gate) : IEndpoints
{
    private const int Page = 500;

    private const double LongestJump = 31_536_000;

    public void Map(RouteTable routes)
    {
        routes.Add("/lab", new Verbs { Get = gate.Keyed((context, _) => ShowAsync(context)) });
        routes.Add("/lab/scenarios", new Verbs { Get = gate.Keyed((context, _) => ScenariosAsync(context)), Post = gate.Keyed((context, _) => OrderAsync(context)) });
        routes.Add("/lab/clock", new Verbs { Get = gate.Keyed((context, _) => TestAsync(context)), Post = gate.Keyed((context, _) => PaceAsync(context)) });
        routes.Add("/lab/clock/advance", new Verbs { Post = gate.Keyed((context, _) => AdvanceAsync(context)) });
        routes.Add("/lab/journal", new Verbs { Get = gate.Keyed((context, _) => JournalAsync(context)) });
        routes.Add("/lab/reset", new Verbs { Post = gate.Keyed(ResetAsync) });
    }

    private static LabRoom Room(HttpContext context) => LabDoor.Of(context)!.Room;

    private static Task TestAsync(HttpContext context) => AnswerWriter.OkAsync(context, Shown(Room(context)), LabContext.Default.LabTestData);

    private static LabTestData Shown(LabRoom room) => new(
        room.Name, room.Clock.Pace.ToString(), room.Clock.GetUtcNow().ToUnixTimeMilliseconds(),
        [.. room.Script.Lines.Select(line => new LabLineData(line.Order.ToString(), line.Seen, line.Used))]);

    private Task ShowAsync(HttpContext context) => AnswerWriter.OkAsync(
        context,
        new LabData(
            "Faults on demand for those who test their own clients; docs/guide/testing-your-app.md shows how. Never for production.",
            [
                $"{LabWishes.Header}: SCENARIO; parameter=value, SCENARIO…", $"{LabDoor.TestHeader}: NAME (or the base URL {LabDoor.PathPrefix}NAME)", $"{LabDoor.ClockHeader}: real|instant|stopped|xN",
            ],
            [
                "GET /lab/scenarios?test=NAME", "POST /lab/scenarios?test=NAME {\"scenarios\":[\"error; code=1303; times=2\"]}", "POST /lab/clock?test=NAME&pace=instant",
                "POST /lab/clock/advance?test=NAME&seconds=300", "GET /lab/journal?test=NAME&kind=create&method=&path=&status=&after=", "POST /lab/reset?test=NAME",
            ],
            [.. LabCatalogue.All.Select(one => one.Id)],
            [.. rooms.All.Select(Shown)]),
        LabContext.Default.LabData);

    private static Task ScenariosAsync(HttpContext context) => AnswerWriter.OkAsync(
        context,
        new LabScenariosData(
            Shown(Room(context)),
            [
                .. LabCatalogue.All.Select(one => new LabScenarioData(
                    one.Id, one.Place.ToString().ToLowerInvariant(), one.En, one.Zh,
                    [.. one.Parameters.Concat(LabCatalogue.Common).Select(p => new LabParameterData(p.Name, p.Usual, p.En, p.Zh, p.Words.Count > 0 ? p.Words : null))])),
            ]),
        LabContext.Default.LabScenariosData);

    private async Task OrderAsync(HttpContext context)
    {
        if (await BodyAsync(context, LabContext.Default.LabScenariosWish) is not { Scenarios: { } texts })
        {
            await AnswerWriter.ErrorAsync(context, LabErrors.Body);
            return;
        }

        try
        {
            var room = Room(context);
            room.Script = new LabScript([.. texts.SelectMany(LabOrderReader.Read)], room.Clock);
            await TestAsync(context);
        }
        catch (LabOrderException wrong)
        {
            await AnswerWriter.ErrorAsync(context, LabErrors.Of(wrong));
        }
    }

    private async Task PaceAsync(HttpContext context)
    {
        var asked = context.Request.Query["pace"].ToString();
        if (asked.Length == 0) asked = (await BodyAsync(context, LabContext.Default.LabClockWish))?.Pace ?? "";
        if (!ClockPace.TryParse(asked, out var pace))
        {
            await AnswerWriter.ErrorAsync(context, LabErrors.Of(LabErrors.Pace("pace", asked)));
            return;
        }

        Room(context).Clock.Pace = pace;
        await TestAsync(context);
    }

    private async Task AdvanceAsync(HttpContext context)
    {
        var asked = context.Request.Query["seconds"].ToString();
        var seconds = asked.Length == 0 ? (await BodyAsync(context, LabContext.Default.LabClockWish))?.Seconds ?? 0 : LabOrder.TryNumber(asked, out var number) ? number : 0;
        if (seconds is not (> 0 and <= LongestJump))
        {
            await AnswerWriter.ErrorAsync(context, LabErrors.Seconds);
            return;
        }

        Room(context).Clock.Advance(TimeSpan.FromSeconds(seconds));
        await TestAsync(context);
    }

    private static Task JournalAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (!TryWhole(query["after"], out var after) || !TryWhole(query["status"], out var status)) return AnswerWriter.ErrorAsync(context, LabErrors.After);
        var (kind, method, path, fault) = (query["kind"].ToString(), query["method"].ToString(), query["path"].ToString(), query["fault"].ToString());
        var room = Room(context);
        var requests = room.Journal.Requests(after ?? 0, one =>
            Is(one.Kind, kind) && Is(one.Method, method) && Is(one.Fault, fault) && (status is null || one.Status == status) && one.Path.Contains(path, StringComparison.OrdinalIgnoreCase));
        return AnswerWriter.OkAsync(
            context, new LabJournalData(room.Name, requests.Count, room.Journal.Forgotten, requests, room.Journal.Callbacks(after ?? 0)), LabContext.Default.LabJournalData);

        static bool Is(string? value, string asked) => asked.Length == 0 || string.Equals(value, asked, StringComparison.OrdinalIgnoreCase);
    }

    // What is at work for the test ends; what has ended lies where nobody finds it any more.
    private async Task ResetAsync(HttpContext context, string tenant)
    {
        var name = Room(context).Name;
        for (var skip = 0; ; skip += Page)
        {
            var tasks = await store.ListAsync(tenant, skip, Page, context.RequestAborted);
            foreach (var task in tasks.Where(task => !task.IsTerminal))
                await store.CancelAsync(tenant, task.Id.ToString(CultureInfo.InvariantCulture), CancellationToken.None);
            if (tasks.Count < Page) break;
        }

        await AnswerWriter.OkAsync(context, Shown(rooms.Reset(name)), LabContext.Default.LabTestData);
    }

    private async Task<T?> BodyAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        using var body = await bodies.ReadAsync(context.Request);
        try
        {
            return body.Fault == BodyFault.None && body.Bytes.Length > 0 ? JsonSerializer.Deserialize(body.Bytes.Span, type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool TryWhole(string? text, out long? number)
    {
        number = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return false;
        number = value;
        return true;
    }
}
