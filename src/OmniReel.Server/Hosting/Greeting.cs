using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OmniReel.Server.Engines;

namespace OmniReel.Server.Hosting;

/// <summary>The lines that a server prints when it is ready: where it is, where its data is, which key opens it, and what makes the films.</summary>
internal static class Greeting
{
    public static string Of(OmniReelServer server, ServerOptions options)
    {
        var text = new StringBuilder();
        text.Append($"OmniReel listens on {(server.Address.Length > 0 ? server.Address : "its admin socket only")}\n");
        text.Append($"  data    {options.DataFolder}\n");
        text.Append(server.MintedKey is { } key
            ? $"  key     {key}\n          This is the only time it is shown. Send it as \"Authorization: Bearer KEY\".\n"
            : $"  key     {server.KeyHint}{(options.Key is null ? " (made by the first start)" : " (from OMNIREEL_KEY)")}\n");
        text.Append($"  engine  {string.Join(", ", server.Services.GetServices<IEngine>().Select(engine => engine.Name))}");
        if (options.PublicUrl is { } publicUrl) text.Append($"\n  links   {publicUrl}/files/…");
        return text.ToString();
    }
}
