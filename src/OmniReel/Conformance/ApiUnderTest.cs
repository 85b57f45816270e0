using System.Net.Http.Headers;
using OmniReel.CommandLine;
using OmniReel.Contract.Requests;

namespace OmniReel.Conformance;

/// <summary>A server that claims the API: asked one question at a time, each sent once, no redirect followed (the key goes nowhere else).</summary>
internal sealed class ApiUnderTest : IDisposable
{
    /// <summary>Opens nothing anywhere: well formed, and long enough to be looked at.</summary>
    public const string WrongKey = "conformance-no-such-key-000000000000";

    private const int LongestBody = 8 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly string? _key;
    private readonly List<Reply> _replies = [];
    private string _root;

    private ApiUnderTest(Uri server, string? key)
    {
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Patience, MaxResponseContentBufferSize = LongestBody };
        _key = key;
        _root = server.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    /// <summary>What stands before every path, with host: <c>https://films.example.org/kling/v1</c>.</summary>
    public string Root => _root;

    /// <summary>How a server with this prefix reads a body.</summary>
    public ApiProfile Profile { get; private set; }

    /// <summary>Everything that was answered so far.</summary>
    public IReadOnlyList<Reply> Replies => _replies;

    /// <summary>Finds where on a server the API is, by asking for the list of tasks, which is free.</summary>
    /// <exception cref="FailedException">Nothing there answers like the API.</exception>
    public static async Task<ApiUnderTest> FindAsync(Uri server, string? key, ApiProfile? profile, Speech speech, CancellationToken cancellation)
    {
        var api = new ApiUnderTest(server, key);
        try
        {
            await api.FindAsync(profile, speech, cancellation);
            return api;
        }
        catch
        {
            api.Dispose();
            throw;
        }
    }

    public async Task<Reply> AskAsync(Question question, CancellationToken cancellation)
    {
        var reply = await SendAsync(_root, question, cancellation);
        _replies.Add(reply);
        return reply;
    }

    public void Dispose() => _http.Dispose();

    private async Task FindAsync(ApiProfile? profile, Speech speech, CancellationToken cancellation)
    {
        if (_root.EndsWith("/v1", StringComparison.Ordinal))
        {
            Profile = profile ?? (_root.EndsWith("/kling/v1", StringComparison.Ordinal) ? ApiProfile.Relay : ApiProfile.Vendor);
            return;
        }

        (string Prefix, ApiProfile Profile)[] candidates = [.. new[] { ("/kling/v1", ApiProfile.Relay), ("/v1", ApiProfile.Vendor) }.Where(one => profile is null || one.Item2 == profile)];
        var heard = new List<string>();
        foreach (var (prefix, candidate) in candidates)
        {
            var reply = await SendAsync(_root + prefix, Question.Get(Question.Videos + "?pageNum=1&pageSize=1"), cancellation);
            heard.Add($"{_root}{prefix}{Question.Videos}: {reply.Short}");
            if (reply.Code is null || reply.Status == 404)
                continue;
            (_root, Profile) = (_root + prefix, candidate);
            return;
        }

        throw new FailedException(speech["nothing there answers like the Omni-Video API: ", "该地址没有 Omni-Video 接口："] + string.Join("; ", heard)
            + speech[" (--server takes the address with or without /kling/v1 or /v1)", "（--server 可以带或不带 /kling/v1、/v1）"]);
    }

    private async Task<Reply> SendAsync(string root, Question question, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(question.Method, root + question.Path);
        var key = question.Credential switch { Credential.Given => _key, Credential.Wrong => WrongKey, _ => null };
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + key);
        request.Headers.TryAddWithoutValidation("Accept-Language", "en");
        if (question.Body is { } body)
            request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        try
        {
            using var answer = await _http.SendAsync(request, cancellation);
            return Reply.Of((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType ?? "", await answer.Content.ReadAsByteArrayAsync(cancellation));
        }
        catch (HttpRequestException away)
        {
            return Reply.Missing(away.Message.ReplaceLineEndings(" "));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Reply.Missing($"no answer within {Patience.TotalSeconds:0} s");
        }
    }
}
