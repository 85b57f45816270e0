using System.Diagnostics;

namespace OmniReel.Server.Tests.Callbacks.Support;

/// <summary>Plain posts to a good receiver, twenty a second, while something else is measured: what the machine itself makes of them.</summary>
internal sealed class ControlPosts : IAsyncDisposable
{
    private readonly HttpClient _client = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<double> _took = [];
    private readonly Task _posting;

    public ControlPosts(string url) => _posting = PostAsync(url);

    /// <summary>Ends them: the 99th percentile of their milliseconds.</summary>
    public async Task<long> StopAsync()
    {
        await _stop.CancelAsync();
        await _posting;
        _took.Sort();
        return _took.Count == 0 ? 0 : (long)_took[_took.Count * 99 / 100];
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _posting;
        _client.Dispose();
        _stop.Dispose();
    }

    private async Task PostAsync(string url)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (await beat.WaitForNextTickAsync(_stop.Token))
            {
                var start = Stopwatch.GetTimestamp();
                using var answer = await _client.PostAsync(url, new StringContent("{}"), _stop.Token);
                _took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }
}
