using OmniReel.Contract.Answers;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Http.Submits;

namespace OmniReel.Server.Http.OpenApi.Operations;

/// <summary>Paid submits that wait for a person.</summary>
internal static class SubmitOperations
{
    private const string Root = "/v1/submits";

    public static IEnumerable<DescribedPath> All =>
    [
        new(Root, List()),
        new(Root + "/{id}/settle", Settle()),
    ];

    /// <summary>One whose outcome nobody could find out, with the id that somebody found in the upstream's own list.</summary>
    public static Submit Sample { get; } = new()
    {
        Id = 17,
        TaskId = long.Parse(Samples.TaskId),
        Tenant = "default",
        Sequence = 1,
        Connection = "kling",
        Reference = $"or-5f2a-{Samples.TaskId}-1",
        BodySum = "",
        State = SubmitState.Abandoned,
        SentAt = Samples.CreatedAt,
        SettlesAt = Samples.CreatedAt + 180_000,
        UpdatedAt = Samples.CreatedAt + 86_400_000,
        UpstreamId = "759813002918372441",
        Units = 3,
        Note = "No clear answer came from the upstream.",
    };

    private static SubmitData Shown(SubmitState state, string? upstreamId, string note) =>
        SubmitShape.Of(Sample with { State = state, UpstreamId = upstreamId, Note = note }, null) with { TaskStatus = TaskStatusWords.Failed };

    private static Operation List() => new("GET", "listSubmits", Tags.Submits, new("Paid submits, newest first", "付费提交列表，由新到旧"))
    {
        Text = new(
            "Those that wait for a person, unless other states are named: `abandoned`, whose outcome nobody could find out, and `orphaned`, which the upstream has and no task wants.",
            "默认列出待人工处理的提交：`abandoned`（结果无法查明）与 `orphaned`（上游已受理但没有任务需要）；也可指定其他状态。"),
        Takes = [Parameters.SubmitStates, Parameters.SubmitBefore, Parameters.SubmitCount, Parameters.Language],
        Answers =
        [
            new(200, new("A page of submits.", "一页提交。"))
            {
                Data = [typeof(SubmitsData)],
                Examples =
                [
                    new("page", new("One whose outcome is unknown", "一条结果未知的提交"), Samples.Ok(
                        new SubmitsData { Submits = [Shown(SubmitState.Abandoned, null, Sample.Note)], StrangeFilms = [] }, WireContext.Default.SubmitsData)),
                ],
            },
        ],
        Refusals = [SubmitErrors.States, SubmitErrors.Before, SubmitErrors.Count, .. KnownErrors.Store],
    };

    private static Operation Settle() => new("POST", "settleSubmit", Tags.Submits, new("Decide about a paid submit", "处理付费提交"))
    {
        Text = new(
            "The task that has failed stays so. What goes on is a new task of the same request; asked again for the same, the same task is answered.",
            "已失败的任务保持不变，由相同请求的新任务继续；重复同样的处理会得到同一个任务。"),
        Takes = [Parameters.SubmitId, Parameters.Language],
        Body = new("SettleRequest",
        [
            SampleBodies.Of("adopt", new("The film is at the upstream", "影片已在上游"), $$"""{"action":"adopt","upstream_id":"{{Sample.UpstreamId}}"}"""),
            SampleBodies.Of("resubmit", new("Have it made again", "重新制作"), """{"action":"resubmit"}"""),
            SampleBodies.Of("write_off", new("Leave it", "核销"), """{"action":"write_off"}"""),
        ]),
        Answers =
        [
            new(200, new("What was done.", "处理结果。"))
            {
                Data = [typeof(SettledData)],
                Examples =
                [
                    new("adopted", new("A new task fetches the film", "由新任务取回影片"), Samples.Ok(
                        new SettledData
                        {
                            TaskId = "186437120894517203",
                            State = SubmitStateWords.Settled,
                            Submit = Shown(SubmitState.Settled, Sample.UpstreamId, $"{Sample.Note} Adopted as {Sample.UpstreamId} by account default: task 186437120894517203."),
                        },
                        WireContext.Default.SettledData)),
                ],
            },
        ],
        Refusals =
        [
            SubmitErrors.NotFound, KnownErrors.SubmitNotOpen, SubmitErrors.Action, SubmitErrors.NoUpstreamId, SubmitErrors.IdWithoutAdopt, KnownErrors.FilmIsTaken,
            KnownErrors.NoConnection, SubmitErrors.TaskIsGone, SubmitErrors.Body, .. KnownErrors.Body, .. KnownErrors.Store,
        ],
    };
}
