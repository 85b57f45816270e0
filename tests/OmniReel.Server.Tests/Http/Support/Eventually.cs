namespace OmniReel.Server.Tests.Http.Support;

/// <summary>For what another thread is about to do: asks again until it is so or the patience of a test is over.</summary>
internal static class Eventually
{
    public static async Task Async(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (!await holds())
        {
            patience.IsCancellationRequested.ShouldBeFalse("this never came to be");
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
