using System.CommandLine;
using System.Globalization;
using OmniReel.Client;
using OmniReel.CommandLine;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Films;
using OmniReel.Contract.Requests;
using OmniReel.Generate;

namespace OmniReel.Verbs;

/// <summary><c>generate "PROMPT"</c>: one film, made here or by a server, in a file.</summary>
internal sealed class GenerateVerb : Command, IHasExamples
{
    private readonly Terminal _terminal;
    private readonly WishOptions _wish;
    private readonly Option<string?> _output;
    private readonly StillOptions _stills;
    private readonly Option<bool> _slate;
    private readonly Option<string?> _server;
    private readonly Option<string?> _key;

    public GenerateVerb(Terminal terminal)
        : base("generate", terminal.Speech["Make a film and save it", "生成一部影片并保存"])
    {
        _terminal = terminal;
        var speech = terminal.Speech;
        _wish = new WishOptions(this, speech);
        Add(_output = new("--output", "-o") { HelpName = "FILE", Description = speech["Where to save it (default omnireel-TASK.mp4)", "保存位置（默认 omnireel-任务号.mp4）"] });
        _stills = new StillOptions(this, speech);
        Add(_slate = new("--slate") { Description = speech["Burn shot, timecode and a frame code into every frame, for tests", "在每帧烧入镜号、时码与可机读的帧码，供测试用"] });
        Add(_server = new("--server") { HelpName = "URL", Description = speech["Let this server make it instead of this machine", "由该服务器生成，而不在本机"] });
        Add(_key = new("--key") { HelpName = "KEY", Description = speech["The server's key (default: OMNIREEL_KEY)", "服务器密钥（默认取 OMNIREEL_KEY）"] });
        SetAction(GenerateAsync);
    }

    public IReadOnlyList<string> Examples =>
    [
        "omnireel generate \"生成一个海边有一个人跳舞的视频\" -o dance.mp4",
        "omnireel generate \"a city street at night in the rain\" --mode pro --aspect-ratio 9:16 --duration 8",
        "omnireel generate \"<<<image_1>>> 在海上航行\" --image boat.png --image dusk.jpg:first --storyboard board.png",
        "omnireel generate --request request.json --server http://127.0.0.1:8080",
    ];

    private async Task<int> GenerateAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var wish = await Wish.ReadAsync(parsed, _wish, _terminal.Speech, cancellation);
        var output = parsed.GetValue(_output) is { } named ? OutputPath.Writable("-o", named, _terminal.Speech) : null;
        var stills = _stills.Read(parsed, (option, path) => OutputPath.Writable(option, path, _terminal.Speech));
        var server = parsed.GetValue(_server) is { } url ? ServerAt(url) : null;
        var lab = parsed.GetValue(_slate) ? "slate" : null;
        using var interruption = new Interruption();
        try
        {
            await using var studio = server is null
                ? await Studio.HereAsync(lab, _terminal.Speech, interruption.Token)
                : Studio.At(server, parsed.GetValue(_key) ?? _terminal.Variable("OMNIREEL_KEY"), lab, _terminal.Speech);
            var task = await MakeAsync(studio.Client, wish, interruption.Token);
            await SaveAsync(studio.Client, task, wish.Request, output ?? $"omnireel-{task.TaskId}.mp4", interruption.Token);
            await stills.SaveAsync(studio.Client, task, _terminal, isKept: server is not null, interruption.Token);
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            await _terminal.Error.WriteLineAsync(_terminal.Speech["omnireel: canceled", "omnireel：已取消"]);
            return interruption.Code;
        }
    }

    private async Task<TaskData> MakeAsync(OmniReelClient client, Wish wish, CancellationToken cancellation)
    {
        var body = await wish.BodyAsync(client, cancellation);
        using var progress = new ProgressLine(_terminal);
        var created = await CreateAsync(client, body, cancellation);
        TaskData task;
        try
        {
            task = await client.WaitAsync(created.TaskId, progress, cancellation);
        }
        catch (OperationCanceledException)
        {
            await CancelAsync(client, created.TaskId);
            throw;
        }

        return task.TaskStatus == TaskStatusWords.Succeed
            ? task
            : throw new FailedException(_terminal.Speech[$"the film was not made: {task.TaskStatusMsg}", $"未能生成影片：{task.TaskStatusMsg}"]);
    }

    // Left while the request was on its way, the person may have a task all the same: the same key asks which, and creates none twice.
    private async Task<CreatedData> CreateAsync(OmniReelClient client, byte[] body, CancellationToken cancellation)
    {
        var key = Guid.NewGuid().ToString("n");
        try
        {
            return await client.CreateAsync(body, key, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5), _terminal.Time);
            try
            {
                await CancelAsync(client, (await client.CreateAsync(body, key, patience.Token)).TaskId);
            }
            catch (Exception unsure) when (unsure is OmniReelException or HttpRequestException or OperationCanceledException or TimeoutException)
            {
                await _terminal.Error.WriteLineAsync(_terminal.Speech["omnireel: the server did not say whether a task was created; look with omnireel tasks", "omnireel：服务器未告知是否已创建任务；请用 omnireel tasks 查看"]);
            }

            throw;
        }
    }

    // The person has left; the server must not go on working, or billing, for them.
    private async Task CancelAsync(OmniReelClient client, string id)
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5), _terminal.Time);
            await client.CancelAsync(id, patience.Token);
        }
        catch (Exception late) when (late is OmniReelException or HttpRequestException or OperationCanceledException or TimeoutException)
        {
            await _terminal.Error.WriteLineAsync(_terminal.Speech[$"omnireel: task {id} could not be canceled: {late.Message}", $"omnireel：任务 {id} 未能取消：{late.Message}"]);
        }
    }

    private async Task SaveAsync(OmniReelClient client, TaskData task, VideoRequest request, string path, CancellationToken cancellation)
    {
        var speech = _terminal.Speech;
        var film = task.TaskResult.Videos![0];
        try
        {
            var bytes = await client.DownloadAsync(film.Url, path, null, cancellation);
            var size = request.AspectRatio is { } ratio && OutputSize.Of(request.Mode, ratio) is var pixels ? $"{pixels.Width}×{pixels.Height}, " : "";
            await _terminal.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{path} ({size}{film.Duration} s, {bytes / 1e6:0.0} MB)"));
            if (film.WatermarkUrl is { } marked)
            {
                var twin = Path.ChangeExtension(path, null) + ".watermark.mp4";
                await client.DownloadAsync(marked, twin, null, cancellation);
                await _terminal.Output.WriteLineAsync(twin);
            }
        }
        catch (OperationCanceledException)
        {
            File.Delete(path + ".part");
            File.Delete(path + ".part.etag");
            throw;
        }

        if (task.OmniReel?.NotUnderstood is { Count: > 0 } missed)
            await _terminal.Error.WriteLineAsync(speech[$"not understood, or not honoured: {string.Join(", ", missed)}", $"未理解或未执行：{string.Join("、", missed)}"]);
        if (task.OmniReel?.Ignored is { Count: > 0 } ignored)
            await _terminal.Error.WriteLineAsync(speech[$"ignored fields: {string.Join(", ", ignored)}", $"忽略的字段：{string.Join("、", ignored)}"]);
    }

    private Uri ServerAt(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address!.Scheme is "http" or "https"
        ? address
        : throw new BadInputException(_terminal.Speech[$"--server {url} is no address; it looks like http://127.0.0.1:8080", $"--server {url} 不是地址，应类似 http://127.0.0.1:8080"]);
}
