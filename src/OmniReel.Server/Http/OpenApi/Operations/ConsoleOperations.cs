using OmniReel.Contract.Answers;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Console;

namespace OmniReel.Server.Http.OpenApi.Operations;

/// <summary>What the console asks for beside the API: its session, and the server's facts.</summary>
internal static class ConsoleOperations
{
    private const string KeyHint = "test…6789";

    private static readonly SessionData s_in = new() { SignedIn = true, Csrf = "q83vEjRWeJCrze8SNFZ4kA", EndsAt = Samples.CreatedAt + 604_800_000, KeyHint = KeyHint };
    private static readonly SessionData s_out = new() { SignedIn = false };

    public static IEnumerable<DescribedPath> All =>
    [
        new("/console/session",
            Session("GET", "getSession", new("Whether this browser is signed in", "浏览器是否已登录"), s_in) with { NeedsKey = false, Refusals = [SessionErrors.Foreign] },
            Session("POST", "beginSession", new("Exchange a key for a session", "用密钥换取登录会话"), s_in, AnswerHeaders.SetCookie) with
            {
                Text = new(
                    "`Authorization: Bearer KEY`, the key itself: a token of an access pair does not become a session. The session is a cookie that no script can read.",
                    "携带 `Authorization: Bearer 密钥`，须为密钥本身，access key 签发的令牌不能换取会话。会话是脚本无法读取的 cookie。"),
                Refusals = [SessionErrors.Foreign, KnownErrors.TooManyKeys],
            }),
        new("/console/session/end",
            Session("POST", "endSession", new("Sign out", "退出登录"), s_out, AnswerHeaders.SetCookie) with
            {
                NeedsKey = false,
                Takes = [Parameters.Csrf, Parameters.Language],
                Refusals = [SessionErrors.Foreign, SessionErrors.NoCsrf],
            }),
        new("/console/about", new Operation("GET", "getAbout", Tags.Console, new("Version, machine and key of the server", "服务的版本、机器与密钥"))
        {
            Takes = [Parameters.Language],
            Answers =
            [
                new(200, new("What the people who run a server ask first.", "服务运行者首先关心的信息。"))
                {
                    Data = [typeof(AboutData)],
                    Examples = [new("about", new("A server", "一个服务"), Samples.Ok(About(), WireContext.Default.AboutData))],
                },
            ],
        }),
    ];

    private static Operation Session(string verb, string id, Said summary, SessionData sample, params string[] headers) => new(verb, id, Tags.Console, summary)
    {
        Takes = [Parameters.Language],
        Answers =
        [
            new(200, summary)
            {
                Data = [typeof(SessionData)],
                Examples = [new("session", new("How it stands", "当前状态"), Samples.Ok(sample, WireContext.Default.SessionData))],
                Headers = [AnswerHeaders.CacheControl, .. headers],
            },
        ],
    };

    private static AboutData About() => new()
    {
        Version = "0.1.0",
        Runtime = ".NET 10.0.0, Debian GNU/Linux 12 (bookworm), linux-x64, 2 cores",
        Native = true,
        StartedAt = Samples.CreatedAt,
        Now = Samples.CreatedAt + 60_000,
        Ready = true,
        MemoryBytes = 60_000_000,
        DiskFreeBytes = 9_000_000_000,
        KeyHint = KeyHint,
        KeyIsGiven = true,
    };
}
