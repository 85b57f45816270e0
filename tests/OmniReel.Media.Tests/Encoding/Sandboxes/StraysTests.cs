using System.Globalization;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Testing;

namespace OmniReel.Media.Tests.Encoding.Sandboxes;

/// <summary>Killed while it forks, a sandbox may leave a child that nobody else ends and that holds its pipes.</summary>
public sealed class StraysTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task What_a_killed_sandbox_left_behind_is_ended_and_reading_it_ends()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("strays are told by /proc");
            return;
        }

        using var folder = new TempFolder();
        var bubblewrap = folder["bwrap"];
        await File.WriteAllTextAsync(bubblewrap, "#!/bin/sh\n/bin/sleep 600 &\necho $!\nkill -9 $$\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(bubblewrap, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var starter = new ProcessStarter();
        using var process = await new SandboxedRun(starter, TimeProvider.System).StartAsync([bubblewrap]);
        var output = process.StandardOutput;
        var stray = int.Parse((await output.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(s_patience, TestContext.Current.CancellationToken))!, CultureInfo.InvariantCulture);
        process.WaitForExit(s_patience).ShouldBeTrue();
        Directory.Exists($"/proc/{stray}").ShouldBeTrue("it is there until it is ended");

        SandboxedRun.Kill(process);

        (await output.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(s_patience, TestContext.Current.CancellationToken)).ShouldBe("");
    }
}
