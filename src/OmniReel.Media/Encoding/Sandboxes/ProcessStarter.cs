using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace OmniReel.Media.Encoding.Sandboxes;

/// <summary>
/// Starts processes on a thread that lives as long as this program. The kernel takes the death of the *thread* that started a
/// process for the death of its parent, and a thread of the pool may be retired while a decoder is at work.
/// </summary>
internal sealed class ProcessStarter : IDisposable
{
    private readonly BlockingCollection<Action> _starts = [];
    private readonly Lazy<Thread> _thread;

    public ProcessStarter() => _thread = new Lazy<Thread>(Begin);

    /// <exception cref="Win32Exception">The program cannot be started.</exception>
    public Task<Process> StartAsync(ProcessStartInfo start)
    {
        _ = _thread.Value;
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception e)
            {
                started.SetException(e);
            }
        });
        return started.Task;
    }

    public void Dispose()
    {
        _starts.CompleteAdding();
        if (_thread.IsValueCreated)
            _thread.Value.Join();
        _starts.Dispose();
    }

    private Thread Begin()
    {
        var thread = new Thread(() =>
        {
            foreach (var start in _starts.GetConsumingEnumerable())
                start();
        })
        {
            IsBackground = true,
            Name = "decoder starts",
        };
        thread.Start();
        return thread;
    }
}
