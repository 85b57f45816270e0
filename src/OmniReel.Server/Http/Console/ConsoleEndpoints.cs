using Microsoft.AspNetCore.Http;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http.Console;

/// <summary>The web console at <c>/</c>: its pages, and the files that they are made of. Where it was not built, one page says how to get it.</summary>
internal sealed class ConsoleEndpoints : IEndpoints
{
    // Everything that a page loads lies below one of these.
    private static readonly string[] s_folders = ["_framework", "_content", "app"];

    private readonly IConsoleFiles? _console;
    private readonly ConsolePolicy _policy;
    private readonly MissingConsole _missing = new();
    private volatile Dictionary<string, ConsoleFile>? _files;
    private string? _indexPolicy;

    public ConsoleEndpoints(HttpSettings settings, ConsolePolicy policy) => (_console, _policy) = (settings.Console, policy);

    public void Map(RouteTable routes)
    {
        foreach (var path in ConsolePages.All) routes.Add(path, new Verbs { Get = PageAsync });
        foreach (var folder in s_folders) routes.Add($"/{folder}/{{**path}}", new Verbs { Get = FileAsync });
    }

    private async Task PageAsync(HttpContext context)
    {
        if (Find("/" + ConsoleSite.Index) is not { } index)
        {
            await _missing.SendAsync(context);
            return;
        }

        _indexPolicy ??= _policy.For(await index.TextAsync(context.RequestAborted));
        ConsolePolicy.Apply(context, _indexPolicy);
        await index.SendAsync(context);
    }

    private Task FileAsync(HttpContext context) => Find(context.Request.Path.Value ?? "") is { } file
        ? file.SendAsync(context)
        : AnswerWriter.ErrorAsync(context, UnknownPath.Error(context.Request.Path));

    // The console may be built while the server runs; once it is whole, what there is stays.
    private ConsoleFile? Find(string path)
    {
        if (_files is { } known) return known.GetValueOrDefault(path);
        if (_console is not { } console || !console.Paths.Contains(ConsoleSite.Index)) return null;
        var files = console.Paths.ToDictionary(file => "/" + file, file => new ConsoleFile(console, file), StringComparer.Ordinal);
        _files = files;
        return files.GetValueOrDefault(path);
    }
}
