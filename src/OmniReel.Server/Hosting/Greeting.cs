using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OmniReel.Server.Access;
using OmniReel.Server.Engines;

namespace OmniReel.Server.Hosting;

/// <summary>The lines that a server prints when it is ready: where it is, where its data is, which key opens it, and what makes the films.</summary>
internal static class Greeting
{
    public static string Of(OmniReelServer server, ServerOptions options)
    {
        var text = new StringBuilder();
        if (options.Lab) text.Append("THE FAULT LAB IS ON: requests may ask for failures, lies and lost answers. For testing clients, NEVER for production.\n");
        text.Append($"OmniReel listens on {(server.Address.Length > 0 ? server.Address : "its admin socket only")}\n");
        text.Append($"  data    {options.DataFolder}\n");
        text.Append(Tls(options));
        text.Append(Key(server, options));
        if (options.Pair is { } pair && options.Urls.Count > 0) text.Append($"  pair    {pair.AccessKey} (from OMNIREEL_ACCESS_KEY; JWTs signed with its secret open the server too)\n");
        text.Append($"  engine  {string.Join(", ", server.Services.GetServices<IEngine>().Select(engine => engine.Name))}");
        foreach (var line in server.Services.GetRequiredService<IEngineRoutes>().Book.Lines) text.Append($"\n  route   {line}");
        if (options.AllowedNetworks.Count > 0) text.Append($"\n  reach   inputs and callbacks may also go to {string.Join(", ", options.AllowedNetworks)}, any port");
        if (options.PublicUrl is { } publicUrl) text.Append($"\n  links   {publicUrl}/files/…");
        if (options.Lab) text.Append(Lab(server, options));
        return text.ToString();
    }

    private static string Lab(OmniReelServer server, ServerOptions options)
    {
        var standing = options.LabScenarios.Count == 0 ? "" : $"\n          for all tests: {string.Join(", ", options.LabScenarios)}";
        return $"\n  lab     {server.Address}/lab says what there is; X-OmniReel-Lab, X-OmniReel-Lab-Clock, X-OmniReel-Test{standing}";
    }

    private static string Tls(ServerOptions options)
    {
        if (options.Tls is not { } tls) return "";
        if (tls.Certificate is { } given) return $"  tls     {given}\n";
        var file = SelfSignedCertificate.PathIn(options.DataFolder);
        return $"  tls     {file} (self-signed)\n          Clients are told to trust it: NODE_EXTRA_CA_CERTS={file}, or curl --cacert {file}\n";
    }

    private static string Key(OmniReelServer server, ServerOptions options)
    {
        if (options.Urls.Count == 0) return "  key     none is asked for on the admin socket\n";
        if (server.MintedKey is { } key)
            return $"  key     {key}\n          This is the only time it is shown. Send it as \"Authorization: Bearer KEY\".\n";
        return options.Key is null
            ? $"  key     {server.KeyHint} (made by the first start; lost it? delete {KeyFile.PathIn(options.DataFolder)} for a new one, or set OMNIREEL_KEY)\n"
            : $"  key     {server.KeyHint} (from OMNIREEL_KEY)\n";
    }
}
