using System.CommandLine;
using OmniReel.CommandLine;
using OmniReel.Server.Hosting;
using OmniReel.Server.Http.Console;
using OmniReel.Server.Stores;

namespace OmniReel.Verbs;

/// <summary><c>serve</c>: the server in the foreground, until a signal ends it.</summary>
internal sealed class ServeVerb : Command, IHasExamples
{
    private readonly Terminal _terminal;
    private readonly Option<string?> _data;
    private readonly Option<string[]> _urls;
    private readonly Option<string?> _publicUrl;
    private readonly Option<string[]> _allow;
    private readonly Option<string?> _prices;
    private readonly Option<string[]> _routes;
    private readonly Option<string?> _engine;
    private readonly Option<bool> _dev;
    private readonly Option<bool> _lab;
    private readonly Option<bool> _labAnywhere;
    private readonly Option<string?> _tls;
    private readonly Option<string?> _tlsKey;

    public ServeVerb(Terminal terminal)
        : base("serve", terminal.Speech["Serve the Omni-Video API", "启动 Omni-Video 接口服务"])
    {
        _terminal = terminal;
        var speech = terminal.Speech;
        Add(_urls = CommonOptions.Urls(speech));
        Add(_data = CommonOptions.Data(speech));
        Add(_publicUrl = new("--public-url") { HelpName = "URL", Description = speech["What links to films begin with (default: the request's own host)", "影片链接的前缀（默认取请求的主机名）"] });
        Add(_tls = new("--tls")
        {
            HelpName = "FILE|self-signed",
            Description = speech["For https:// addresses: a certificate (PEM or PFX), or one that the server makes for itself", "用于 https:// 地址：证书文件（PEM 或 PFX），或由服务自行签发"],
        });
        Add(_tlsKey = new("--tls-key") { HelpName = "FILE", Description = speech["The certificate's private key (PEM), if it is in another file", "证书私钥（PEM），若不在证书文件中"] });
        Add(_allow = new("--allow-network")
        {
            HelpName = "CIDR",
            Description = speech["A private network that inputs and callbacks may reach; may be repeated", "允许素材与回调访问的内网网段，可重复"],
            DefaultValueFactory = _ => [],
        });
        Add(_prices = CommonOptions.Prices(speech));
        Add(_routes = CommonOptions.Routes(speech));
        Add(_engine = CommonOptions.Engine(speech));
        Add(_dev = new("--dev") { Description = speech["For your own machine: inputs and callbacks may reach loopback", "仅限本机开发：允许素材与回调访问回环地址"] });
        Add(_lab = new("--lab") { Description = speech["Faults on demand, for testing your own client; loopback only, never for production", "故障实验：按需出错，用于测试自己的客户端；仅限回环地址，切勿用于生产"] });
        Add(_labAnywhere = new("--lab-anywhere") { Description = speech["Let the lab listen on addresses that others can reach", "允许故障实验监听他人可访问的地址"] });
        SetAction(ServeAsync);
    }

    public IReadOnlyList<string> Examples => ["omnireel serve", "OMNIREEL_KEY=a-key-of-my-own-0123 omnireel serve --urls http://0.0.0.0:8080 --public-url https://films.example.org", "omnireel serve --urls https://127.0.0.1:8443 --tls self-signed", "omnireel serve --lab"];

    private async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var speech = _terminal.Speech;
        var flags = new List<KeyValuePair<string, string>>();
        if (parsed.GetValue(_publicUrl) is { } publicUrl)
            flags.Add(new("Server:PublicUrl", publicUrl));
        if (parsed.GetValue(_allow) is { Length: > 0 } networks)
            flags.Add(new("Network:Allow", string.Join(';', networks)));
        if (parsed.GetValue(_tls) is { } tls)
            flags.Add(new("Tls:Certificate", tls == TlsChoice.SelfSigned ? tls : Path.GetFullPath(tls)));
        if (parsed.GetValue(_tlsKey) is { } tlsKey)
            flags.Add(new("Tls:Key", Path.GetFullPath(tlsKey)));
        if (parsed.GetValue(_dev))
            flags.Add(new("Server:Dev", "true"));
        if (parsed.GetValue(_lab))
            flags.Add(new("Lab:Enabled", "true"));
        if (parsed.GetValue(_labAnywhere))
            flags.Add(new("Lab:Anywhere", "true"));
        flags.AddRange(CommonOptions.RoutesOf(parsed, _routes, _engine, speech));
        var options = CommonOptions.Load(parsed, _data, _urls, _prices, flags);
        if (options.Dev)
        {
            await _terminal.Error.WriteLineAsync(_terminal.Speech[
                "omnireel: --dev: inputs and callbacks may reach THIS MACHINE's own services. Never use it where others can send requests.",
                "omnireel：--dev：素材与回调可访问【本机】上的服务。切勿在他人可发送请求的环境使用。"]);
        }

        if (options.Lab)
        {
            await _terminal.Error.WriteLineAsync(_terminal.Speech[
                "omnireel: --lab: THE FAULT LAB IS ON. Whoever reaches this server can make it fail and lie; inputs and callbacks may reach THIS MACHINE. Never use it in production.",
                "omnireel：--lab：【故障实验已开启】。能访问本服务的人都可让它出错；素材与回调可访问【本机】。切勿用于生产。"]);
        }

        try
        {
            await using var server = OmniReelServer.Create(options with { Site = ConsoleSite.Find(typeof(ServeVerb).Assembly, AppContext.BaseDirectory) });
            return await server.RunAsync(cancellation);
        }
        catch (ConfigurationException wrong)
        {
            throw new BadInputException(wrong.Message);
        }
        catch (DataFolderException refused)
        {
            throw new FailedException(refused.Message);
        }
    }
}
