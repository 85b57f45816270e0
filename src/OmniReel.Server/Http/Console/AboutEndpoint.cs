using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Server.Access;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Health;

namespace OmniReel.Server.Http.Console;

/// <summary><c>GET /console/about</c>: the server's version, machine and key, for the pages about its health and its keys.</summary>
internal sealed class AboutEndpoint(Identities identities, HttpSettings settings, Readiness readiness, Gate gate, TimeProvider time) : IEndpoints
{
    private readonly long _startedAt = time.GetUtcNow().ToUnixTimeMilliseconds();

    public void Map(RouteTable routes) => routes.Add("/console/about", new Verbs { Get = gate.Keyed((context, _) => AnswerWriter.OkAsync(context, Facts(), WireContext.Default.AboutData)) });

    private AboutData Facts()
    {
        using var process = Process.GetCurrentProcess();
        return new()
        {
            Version = typeof(AboutEndpoint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "",
            Runtime = $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} {(Environment.ProcessorCount == 1 ? "core" : "cores")}",
            Native = !RuntimeFeature.IsDynamicCodeCompiled,
            StartedAt = _startedAt,
            Now = time.GetUtcNow().ToUnixTimeMilliseconds(),
            Ready = readiness.IsReady,
            MemoryBytes = process.WorkingSet64,
            DiskFreeBytes = Free(settings.DataFolder),
            KeyHint = identities.KeyHint,
            KeyIsGiven = settings.KeyIsGiven,
            AccessKey = identities.AccessKey,
            PublicUrl = settings.PublicUrl,
        };
    }

    private static long? Free(string folder)
    {
        try
        {
            return folder.Length > 0 ? new DriveInfo(folder).AvailableFreeSpace : null;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
