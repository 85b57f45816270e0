using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OmniReel.Server.Lab.FakeUpstream.Control;
using OmniReel.Server.Lab.FakeUpstream.Faults;

namespace OmniReel.Server.Lab.FakeUpstream.Wire;

/// <summary>The number of a connection, from 1, as one of its features.</summary>
internal sealed record ConnectionNumber(long Value);

/// <summary>Listens like the usual transport, numbers connections, resets some of them at once, and shuts the port for a while.</summary>
internal sealed class FakeTransport(FaultBook faults, Tally tally, Action<Mishap, Occasion, long> happened, TimeProvider time) : IConnectionListenerFactory
{
    private readonly SocketTransportFactory _sockets = new(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var listener = new Listener(this, await _sockets.BindAsync(endpoint, cancellationToken));
        faults.Shut = mishap =>
        {
            happened(mishap, new Occasion(FaultStep.Connection, null, "", ""), 0);
            _ = listener.ShutAsync(Length(mishap));
        };
        return listener;
    }

    private sealed class Listener(FakeTransport transport, IConnectionListener first) : IConnectionListener
    {
        private readonly SemaphoreSlim _shutting = new(1, 1);
        private readonly CancellationTokenSource _over = new();
        private volatile IConnectionListener _at = first;
        private volatile TaskCompletionSource? _reopened;

        // The port that was given, not the one that was asked for, so that it is the same one after it was shut.
        public EndPoint EndPoint { get; } = first.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            while (true)
            {
                var connection = await _at.AcceptAsync(cancellationToken);
                if (connection is null)
                {
                    if (_over.IsCancellationRequested || _reopened is not { } reopened) return null;
                    await reopened.Task;
                    if (_over.IsCancellationRequested) return null;
                    continue;
                }

                var number = transport.Number(connection);
                if (Refused(number) is not { } mishap) return connection;
                connection.Abort(new ConnectionAbortedException("a fault that was ordered"));
                await connection.DisposeAsync();
                if (mishap.Id == "refuse") _ = ShutAsync(Length(mishap));
            }
        }

        /// <summary>Closes the port, and opens the same one again.</summary>
        public async Task ShutAsync(TimeSpan length)
        {
            try
            {
                await _shutting.WaitAsync(_over.Token);
                var reopened = _reopened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                try
                {
                    await _at.UnbindAsync(_over.Token);
                    await Task.Delay(length, transport.Time, _over.Token);
                    _at = await transport.Sockets.BindAsync(EndPoint, _over.Token);
                }
                finally
                {
                    reopened.SetResult();
                    _shutting.Release();
                }
            }
            catch (OperationCanceledException)
            {
                // The whole upstream ends.
            }
        }

        public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            await _over.CancelAsync();
            await _at.UnbindAsync(cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            await _over.CancelAsync();
            await _at.DisposeAsync();
        }

        private Mishap? Refused(long number)
        {
            var at = new Occasion(FaultStep.Connection, null, "", $"{number}");
            var mishap = transport.Faults.Meet(at);
            if (mishap is not null) transport.Happened(mishap, at, number);
            return mishap;
        }
    }

    private static TimeSpan Length(Mishap refusal) => TimeSpan.FromMilliseconds(refusal.Number("ms"));

    private TimeProvider Time => time;

    private SocketTransportFactory Sockets => _sockets;

    private FaultBook Faults => faults;

    private Action<Mishap, Occasion, long> Happened => happened;

    private long Number(ConnectionContext connection)
    {
        var number = tally.Connected();
        connection.Features.Set(new ConnectionNumber(number));
        return number;
    }
}
