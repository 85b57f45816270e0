using System.CommandLine;
using System.Text;
using OmniReel.Client;
using OmniReel.CommandLine;
using OmniReel.Contract.Answers;
using OmniReel.Server.Hosting;
using OmniReel.Tasks;

namespace OmniReel.Verbs;

/// <summary><c>listen</c>: shows callbacks as they happen, and forwards them to a URL of one's own machine that the server could not reach.</summary>
internal sealed class ListenVerb : Command, IHasExamples
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Terminal _terminal;
    private readonly Option<string?> _forward;
    private readonly Option<string?> _server;
    private readonly Option<string?> _key;
    private readonly Option<string?> _data;

    public ListenVerb(Terminal terminal)
        : base("listen", terminal.Speech["Show callbacks as they happen, and forward them to your own machine", "实时显示回调，并转发到本机地址"])
    {
        _terminal = terminal;
        var speech = terminal.Speech;
        Add(_forward = new("--forward-to") { HelpName = "URL", Description = speech["Where to send each callback, headers and bytes as a receiver gets them", "转发到该地址，请求头与内容和接收端收到的一致"] });
        Add(_server = new("--server") { HelpName = "URL", Description = speech["The server (default: the one of the data folder, else http://127.0.0.1:8080)", "服务器地址（默认取数据目录的服务，否则 http://127.0.0.1:8080）"] });
        Add(_key = new("--key") { HelpName = "KEY", Description = speech["The server's key (default: OMNIREEL_KEY)", "服务器密钥（默认取 OMNIREEL_KEY）"] });
        Add(_data = CommonOptions.Data(speech));
        SetAction(ListenAsync);
    }

    public IReadOnlyList<string> Examples => ["omnireel listen --forward-to http://localhost:3000/hook", "omnireel listen --server https://films.example.org --key KEY"];

    private async Task<int> ListenAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var forward = parsed.GetValue(_forward) is { } to ? Address(to, "--forward-to") : null;
        using var interruption = new Interruption();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(15) };
        var (options, handler) = await WhereAsync(parsed, interruption.Token);
        using (handler)
        using (var client = new OmniReelClient(options, handler))
        {
            try
            {
                await FollowAsync(client, forward, http, interruption.Token);
            }
            catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
            {
                // How listening ends.
            }
        }

        return ExitCode.Done;
    }

    /// <summary>Listens, and after the first success again and again: a server may be started anew meanwhile.</summary>
    private async Task FollowAsync(OmniReelClient client, Uri? forward, HttpClient http, CancellationToken cancellation)
    {
        var speech = _terminal.Speech;
        for (var listened = false; ;)
        {
            try
            {
                await foreach (var happened in client.Callbacks.ListenAsync(Listening, cancellation))
                    await ShowAsync(happened, forward, http, cancellation);
                await BrokenOffAsync(speech);
            }
            catch (Exception broken) when (listened && broken is HttpRequestException or IOException or TimeoutException or OmniReelException { Status: >= 500 })
            {
                await BrokenOffAsync(speech);
            }

            await Task.Delay(Pause, _terminal.Time, cancellation);

            void Listening()
            {
                listened = true;
                _terminal.Error.WriteLine(forward is null
                    ? speech["Listening. Each callback of the account is shown; Ctrl-C ends it.", "正在监听：显示账户的每个回调，Ctrl-C 结束。"]
                    : speech[$"Listening. Each callback of the account is shown and sent to {forward}; Ctrl-C ends it.", $"正在监听：显示账户的每个回调并转发到 {forward}，Ctrl-C 结束。"]);
            }
        }
    }

    // A server ends the stream too when it stops, or when this listener fell too far behind.
    private Task BrokenOffAsync(Speech speech) => _terminal.Error.WriteLineAsync(speech[
        "omnireel: the stream broke off; callbacks of the meantime are not shown. Trying again …", "omnireel：连接中断，期间的回调不会显示。正在重连……"]);

    private async Task ShowAsync(HappenedData happened, Uri? forward, HttpClient http, CancellationToken cancellation)
    {
        var time = _terminal.Time.GetUtcNow().ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        var line = $"{time}  {happened.TaskStatus,-10}  {happened.TaskId}  {happened.Id}";
        await _terminal.Output.WriteLineAsync(forward is null ? line : $"{line}  → {await ForwardAsync(happened, forward, http, cancellation)}");
    }

    private async Task<string> ForwardAsync(HappenedData happened, Uri forward, HttpClient http, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, forward) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(happened.Body)) };
        foreach (var (name, value) in happened.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return _terminal.Speech["no answer", "无应答"];
        }
    }

    private async Task<(OmniReelClientOptions Options, HttpMessageHandler? Handler)> WhereAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var options = new OmniReelClientOptions { BaseUrl = new Uri("http://127.0.0.1:8080"), Key = parsed.GetValue(_key) ?? _terminal.Variable("OMNIREEL_KEY"), Language = _terminal.Speech.Tag };
        if (parsed.GetValue(_server) is { } server)
            return (options with { BaseUrl = Address(server, "--server") }, null);
        var socket = OmniReelServer.AdminSocketPath(Path.GetFullPath(parsed.GetValue(_data) ?? ServerConfiguration.DefaultDataFolder));
        return await OwnServer.AnswersAsync(socket, cancellation)
            ? (options with { BaseUrl = UnixSocket.Address, Key = null }, UnixSocket.Handler(socket))
            : (options, null);
    }

    private Uri Address(string text, string option) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
        ? url
        : throw new BadInputException(_terminal.Speech[$"{option} cannot be '{text}'; an address looks like http://localhost:3000/hook", $"{option} 不能为“{text}”；地址形如 http://localhost:3000/hook"]);
}
