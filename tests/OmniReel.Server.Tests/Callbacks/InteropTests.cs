using System.Diagnostics;
using System.Text;
using System.Text.Json;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Callbacks.Signing;
using OmniReel.Server.Tests.Architecture;
using OmniReel.Server.Tests.Callbacks.Support;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Callbacks;

/// <summary>What we send is verified by the package that receivers use: npm <c>standardwebhooks</c>, as published.</summary>
public sealed class InteropTests
{
    private const int Count = 100;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly string s_folder = Path.Combine(ArrowTests.Root(), "tests", "interop", "standardwebhooks");

    [Fact]
    public async Task Npm_standardwebhooks_verifies_every_delivery_and_both_secrets_of_a_rotation()
    {
        Needed.Programs(("node", "nodejs"));
        Needed.Here(Directory.Exists(Path.Combine(s_folder, "node_modules", "standardwebhooks")), "npm's package is not installed; ./test installs it where it can");
        await using var rig = await CallbackRig.StartAsync([Manners.Good]);
        var before = rig.Secrets.Rotate().Secret;
        await SendAsync(rig, Count);
        var after = rig.Secrets.Rotate().Secret;
        await SendAsync(rig, Count);
        var stranger = SigningSecret.Mint().Text;

        var lines = new StringBuilder();
        foreach (var (i, received) in rig.Receivers.All.Index())
        {
            Add(received, before, refused: false);
            Add(received, after, refused: i < Count);
            Add(received, stranger, refused: true);
            Add(received with { Body = [.. received.Body, (byte)' '] }, before, refused: true);
            Add(received with { Id = received.Id + "0" }, before, refused: true);
        }

        var said = await NodeAsync(lines.ToString());
        said.Trim().ShouldBe($"{2 * Count * 5}");
        Console.WriteLine($"callbacks, npm standardwebhooks: {2 * Count} deliveries, {2 * Count * 5} verdicts as they should be, before, within and across a rotation");

        void Add(Received received, string secret, bool refused)
        {
            using var line = new MemoryStream();
            using (var json = new Utf8JsonWriter(line))
            {
                json.WriteStartObject();
                json.WriteString("secret", secret);
                json.WriteString("body", received.Body);
                json.WriteBoolean("refused", refused);
                json.WriteStartObject("headers");
                json.WriteString("webhook-id", received.Id);
                json.WriteString("webhook-timestamp", received.Timestamp);
                json.WriteString("webhook-signature", received.Signature);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            lines.Append(Encoding.UTF8.GetString(line.ToArray())).Append('\n');
        }
    }

    private static async Task SendAsync(CallbackRig rig, int count)
    {
        var tasks = new List<int>();
        for (var i = 0; i < count; i++) tasks.Add(await rig.EndAsync(rig.Receivers.Url(0)));
        foreach (var n in tasks) await rig.StandsAsync(n, DeliveryState.Delivered);
    }

    private static async Task<string> NodeAsync(string input)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(s_folder, "verify.mjs")]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, complaints) = (node.StandardOutput.ReadToEndAsync(Stop), node.StandardError.ReadToEndAsync(Stop));
        await node.StandardInput.WriteAsync(input.AsMemory(), Stop);
        node.StandardInput.Close();
        await node.WaitForExitAsync(Stop);
        (await complaints).ShouldBe("");
        return await said;
    }
}
