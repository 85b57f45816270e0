using Microsoft.AspNetCore.Http;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http.Console;

/// <summary>The web console at <c>/</c>: its pages, and the files that they are made of. Where it was not built, one page says how to get it.</summary>
internal sealed class ConsoleEndpoints : IEndpoints
{
    // Everything that a page loads lies below one of these.
    private static readonly string[] s_folders = ["_framework", "_content", "app"];

    private readonly ConsolePolicy _policy;
    private readonly MissingConsole _missing = new();
    private readonly Dictionary<string, ConsoleFile> _files = new(StringComparer.Ordinal);
    private string? _indexPolicy;

    public ConsoleEndpoints(HttpSettings settings, ConsolePolicy policy)
    {
        _policy = policy;
        foreach (var path in settings.Console?.Paths ?? []) _files["/" + path] = new ConsoleFile(settings.Console!, path);
    }

    public void Map(RouteTable routes)
    {
        var index = _files.GetValueOrDefault("/" + ConsoleSite.Index);
        var page = new Verbs { Get = index is null ? _missing.SendAsync : context => PageAsync(context, index) };
        foreach (var path in ConsolePages.All) routes.Add(path, page);
        foreach (var folder in s_folders) routes.Add($"/{folder}/{{**path}}", new Verbs { Get = FileAsync });
    }

    private async Task PageAsync(HttpContext context, ConsoleFile index)
    {
        _indexPolicy ??= _policy.For(await index.TextAsync(context.RequestAborted));
        ConsolePolicy.Apply(context, _indexPolicy);
        await index.SendAsync(context);
    }

    private Task FileAsync(HttpContext context) => _files.TryGetValue(context.Request.Path.Value ?? "", out var file)
        ? file.SendAsync(context)
        : AnswerWriter.ErrorAsync(context, UnknownPath.Error(context.Request.Path));
}
