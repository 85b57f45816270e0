using System.Collections.Concurrent;
using System.Text.Json;
using OmniReel.Server.Http.OpenApi.Operations;
using OmniReel.Server.Tests.Http.OpenApi;

[assembly: AssemblyFixture(typeof(DocumentedAnswersReport))]

namespace OmniReel.Server.Tests.Http.OpenApi;

/// <summary>
/// Stands in the tests' clients and holds every answer of a server against the document: path, verb, status, headers, content type, and
/// each field of the body or of an event. What is not described fails the test that saw it.
/// </summary>
/// <param name="inner">Sends.</param>
/// <param name="isHeld">Which paths are looked at; null for all.</param>
internal sealed class DocumentedAnswers(HttpMessageHandler inner, Func<string, bool>? isHeld = null) : DelegatingHandler(inner)
{
    private static readonly string[] s_headers = [.. AnswerHeaders.All().Select(header => header.Name)];

    // A task's body is answered as it was sent, its comments included.
    private static readonly JsonDocumentOptions s_lenient = new() { CommentHandling = JsonCommentHandling.Skip };

    /// <summary>How often each path, verb and status was answered.</summary>
    public static ConcurrentDictionary<(string Path, string Verb, string Status), int> Seen { get; } = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var (path, verb, status) = (request.RequestUri!.AbsolutePath, request.Method.Method, (int)response.StatusCode);
        if (isHeld?.Invoke(path) == false) return response;
        var api = DocumentedApi.Served;
        // A target with a NUL in it, say: refused by the reader of HTTP, before there is a request that we could answer.
        if (status == 400 && !response.Headers.Contains(AnswerHeaders.RequestId) && response.Content.Headers.ContentLength == 0) return response;
        if (api.Find(path) is not { } found)
        {
            if (!DocumentedApi.IsPage(path) || status == 404) await AnywhereAsync(response, "(none)", verb, cancellationToken);
            return response;
        }

        var isHead = verb == "HEAD";
        if (!found.Item.TryGetProperty(isHead ? "get" : verb.ToLowerInvariant(), out var operation) || (isHead && status == 404 && IsStream(operation)))
        {
            status.ShouldBe(404, $"{verb} {found.Path} is not described: add it in src/OmniReel.Server/Http/OpenApi/Operations.");
            await AnywhereAsync(response, found.Path, verb, cancellationToken);
            return response;
        }

        var responses = operation.GetProperty("responses");
        if (!responses.TryGetProperty(status.ToString(), out var described))
        {
            await AnywhereAsync(response, found.Path, verb, cancellationToken);
            return response;
        }

        await CheckAsync(response, api.Check.Resolve(described), $"{verb} {found.Path} {status}", isHead, cancellationToken);
        Count(found.Path, isHead ? "GET" : verb, status.ToString());
        return response;
    }

    private static bool IsStream(JsonElement operation) => operation.GetProperty("responses").GetProperty("200").GetProperty("content").TryGetProperty(Answer.Stream, out _);

    private static async Task CheckAsync(HttpResponseMessage response, JsonElement described, string where, bool isHead, CancellationToken cancellation)
    {
        var api = DocumentedApi.Served;
        foreach (var name in response.Headers.Concat(response.Content.Headers).Select(header => header.Key).Where(name => s_headers.Contains(name) || name.StartsWith("X-OmniReel", StringComparison.OrdinalIgnoreCase)))
            described.GetProperty("headers").TryGetProperty(name, out _).ShouldBeTrue($"{where}: the header {name} is not described");
        response.Headers.Contains(AnswerHeaders.RequestId).ShouldBeTrue(where);

        var type = response.Content.Headers.ContentType?.MediaType;
        if (!described.TryGetProperty("content", out var content))
        {
            (await response.Content.ReadAsByteArrayAsync(cancellation)).ShouldBeEmpty($"{where}: no content is described");
            return;
        }

        content.TryGetProperty(type ?? "none", out var media).ShouldBeTrue($"{where}: the content type {type} is not described");
        if (isHead) return;
        if (type == Answer.Stream)
        {
            response.Content = new DocumentedEvents(response.Content, media, where);
            return;
        }

        if (type != Answer.Json) return;
        await response.Content.LoadIntoBufferAsync(cancellation);
        using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellation), s_lenient);
        api.Check.Faults(media.GetProperty("schema"), body.RootElement).ShouldBeEmpty($"{where}: {body.RootElement}");
        // What is no envelope has no code, and no example that shows one: the document itself, and a task's body as it was sent.
        if (media.TryGetProperty("examples", out _)) api.Codes(media).ShouldContain(body.RootElement.GetProperty("code").GetInt32(), $"{where}: no example shows this code; name the error in the operation's Refusals: {body.RootElement}");
    }

    /// <summary>What any path may answer.</summary>
    private static async Task AnywhereAsync(HttpResponseMessage response, string path, string verb, CancellationToken cancellation)
    {
        var anywhere = DocumentedApi.Served.Root.GetProperty("components").GetProperty("responses").GetProperty("Anywhere");
        var where = $"{verb} {path} {(int)response.StatusCode}";
        KnownErrors.Anywhere.Select(error => error.Status).ShouldContain((int)response.StatusCode, $"{where} is not described: add it in src/OmniReel.Server/Http/OpenApi/Operations.");
        await CheckAsync(response, anywhere, where, verb == "HEAD", cancellation);
        Count(path, verb, "default");
    }

    private static void Count(string path, string verb, string status) => Seen.AddOrUpdate((path, verb, status), 1, static (_, count) => count + 1);
}

/// <summary>Says at the end of all tests how much of the document they saw.</summary>
public sealed class DocumentedAnswersReport : IDisposable
{
    public void Dispose()
    {
        var seen = DocumentedAnswers.Seen;
        if (seen.IsEmpty) return;
        var described = DocumentedApi.Served.All.ToList();
        Console.WriteLine(
            $"OpenAPI: {seen.Values.Sum()} answers fit the document; {described.Count(seen.ContainsKey)} of {described.Count} described answers (path, verb, status) were seen");
    }
}
