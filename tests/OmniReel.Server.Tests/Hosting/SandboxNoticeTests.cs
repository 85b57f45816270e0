using Microsoft.Extensions.Logging;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Server.Hosting;
using OmniReel.Server.Inputs.Checking;

namespace OmniReel.Server.Tests.Hosting;

public sealed class SandboxNoticeTests
{
    [Fact]
    public async Task A_trial_that_breaks_is_said_and_stops_no_server()
    {
        var heard = await HearAsync(() => throw new FormatException("nobody expected this"));
        (heard.Level, heard.Cause?.Message).ShouldBe((LogLevel.Warning, "nobody expected this"));
    }

    [Theory]
    [InlineData(SandboxLevel.Full, null)]
    [InlineData(SandboxLevel.LimitsOnly, LogLevel.Warning)]
    public async Task What_is_lacking_is_said(SandboxLevel level, LogLevel? said) =>
        (await HearAsync(() => Task.FromResult(new SandboxReport(level, level == SandboxLevel.Full ? SandboxLack.None : SandboxLack.Bubblewrap)))).Level.ShouldBe(said);

    private static async Task<Heard> HearAsync(Func<Task<SandboxReport>> look)
    {
        var heard = new Heard();
        using var notice = new SandboxNotice(look, new InputPolicy(SandboxRequired: false), heard);
        await notice.StartAsync(TestContext.Current.CancellationToken);
        await notice.ExecuteTask.ShouldNotBeNull();
        return heard;
    }

    private sealed class Heard : ILogger<SandboxNotice>
    {
        public LogLevel? Level { get; private set; }

        public Exception? Cause { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            (Level, Cause) = (logLevel, exception);
    }
}
