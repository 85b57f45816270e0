using Microsoft.AspNetCore.Components;
using OmniReel.Console.Api;
using OmniReel.Console.Words;

namespace OmniReel.Console.Pages;

/// <summary>A page: it asks the server for things, tells what went wrong, and stops asking when it is left.</summary>
public abstract class ConsolePage : Spoken, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();

    /// <summary>What the server has.</summary>
    [Inject]
    protected ConsoleApi Api { get; set; } = null!;

    /// <summary>The clock.</summary>
    [Inject]
    protected TimeProvider Time { get; set; } = null!;

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Leaving => _leaving.Token;

    /// <summary>What went wrong last; null for nothing.</summary>
    protected Trouble? Trouble { get; set; }

    /// <summary>Does something that may go wrong; true when it did not.</summary>
    protected async Task<bool> TryAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(Leaving);
            Trouble = null;
            return true;
        }
        catch (Exception failure) when (failure is not (NullReferenceException or InvalidOperationException))
        {
            if (!Leaving.IsCancellationRequested) Trouble = Trouble.Of(failure, S);
            return false;
        }
    }

    /// <summary>Waits, without an exception when the page is left; false then.</summary>
    protected async Task<bool> PauseAsync(TimeSpan time)
    {
        await Task.Delay(time, Time, Leaving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return !Leaving.IsCancellationRequested;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Leaves the page.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _leaving.IsCancellationRequested) return;
        _leaving.Cancel();
        _leaving.Dispose();
    }
}
