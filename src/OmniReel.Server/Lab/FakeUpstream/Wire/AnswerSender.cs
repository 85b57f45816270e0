using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Errors;
using OmniReel.Server.Lab.FakeUpstream.Faults;

namespace OmniReel.Server.Lab.FakeUpstream.Wire;

/// <summary>Sends answers, whole or broken. What is broken goes over the socket itself: the HTTP server would not do it.</summary>
internal sealed class AnswerSender(TimeProvider time, CancellationToken over)
{
    /// <summary>How long a caller may take to hear that the line is closed before it is reset.</summary>
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(2);

    public static async Task SendAsync(HttpContext context, FakeAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        if (answer.Header is { } more) response.Headers[more.Name] = more.Value;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.BodyWriter.WriteAsync(answer.Body);
    }

    /// <summary>A fault of <see cref="FaultStep.Before"/>: an answer without anything done.</summary>
    public async Task RefuseAsync(HttpContext context, Mishap mishap)
    {
        switch (mishap.Id)
        {
            case "bad-gateway-before":
                await SendAsync(context, FakeAnswer.Gateway((int)mishap.Number("status")));
                break;
            case "hang-before":
                await WaitAsync(context, TimeSpan.FromSeconds(mishap.Number("seconds")));
                await CutAsync(context, ReadOnlyMemory<byte>.Empty);
                break;
            case "error":
                await SendAsync(context, FakeAnswer.Error((ErrorCode)mishap.Number("code"), mishap.Given("message") ? mishap.Word("message") : null, (int)mishap.Number("retry")));
                break;
            case "redirect":
                var to = mishap.Given("to") ? mishap.Word("to") : $"{context.Request.PathBase}{context.Request.Path}?redirected=1";
                await SendAsync(context, new FakeAnswer((int)mishap.Number("status"), [], "text/html", ("Location", to)));
                break;
            default:
                context.Abort();
                break;
        }
    }

    /// <summary>A fault of <see cref="FaultStep.After"/>: everything is done, and this is what becomes of the answer.</summary>
    public async Task SpoilAsync(HttpContext context, FakeAnswer answer, Mishap mishap)
    {
        switch (mishap.Id)
        {
            case "half-headers":
                var raw = answer.Raw(out var headers);
                await CutAsync(context, raw.AsMemory(0, headers / 2));
                break;
            case "half-body":
                raw = answer.Raw(out headers);
                await CutAsync(context, raw.AsMemory(0, headers + answer.Body.Length / 2));
                break;
            case "bad-gateway-after":
                await SendAsync(context, FakeAnswer.Gateway((int)mishap.Number("status")));
                break;
            case "error-after":
                await SendAsync(context, FakeAnswer.Error((ErrorCode)mishap.Number("code")));
                break;
            case "garbage":
                await SendAsync(context, new FakeAnswer(200, Garbage(answer.Body, mishap.Word("how"))));
                break;
            case "hang-after":
                await WaitAsync(context, TimeSpan.FromSeconds(mishap.Number("seconds")));
                await SendAsync(context, answer);
                break;
            case "slow-answer":
                await TrickleAsync(context, answer.Raw(out _), 1, TimeSpan.FromMilliseconds(mishap.Number("ms")));
                break;
            default:
                context.Abort();
                break;
        }
    }

    /// <summary>Sends bytes as they are and closes the line in order, so that they arrive.</summary>
    public static async Task CutAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        var socket = Socket(context);
        await SendRawAsync(socket, bytes, context.RequestAborted);
        await CloseAsync(context, socket);
    }

    /// <summary>As <see cref="CutAsync"/>, in pieces with a pause before each.</summary>
    public async Task TrickleAsync(HttpContext context, ReadOnlyMemory<byte> bytes, int piece, TimeSpan pause)
    {
        var socket = Socket(context);
        for (var at = 0; at < bytes.Length; at += piece)
        {
            await WaitAsync(context, pause);
            await SendRawAsync(socket, bytes.Slice(at, Math.Min(piece, bytes.Length - at)), context.RequestAborted);
        }

        await CloseAsync(context, socket);
    }

    private static async Task CloseAsync(HttpContext context, Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
            await Task.Delay(s_farewell, TimeProvider.System, context.RequestAborted);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The caller has gone, which is what is waited for.
        }

        context.Abort();
    }

    private async Task WaitAsync(HttpContext context, TimeSpan wait)
    {
        if (wait <= TimeSpan.Zero) return;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, over);
        await Task.Delay(wait, time, either.Token);
    }

    private static async Task SendRawAsync(Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        while (bytes.Length > 0) bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, cancellation)..];
    }

    private static Socket Socket(HttpContext context) => context.Features.Get<IConnectionSocketFeature>()!.Socket;

    private static byte[] Garbage(byte[] body, string how) => how switch
    {
        "text" => Encoding.UTF8.GetBytes("upstream connect error or disconnect/reset before headers"),
        "empty" => [],
        "array" => [(byte)'[', .. body, (byte)']'],
        _ => body[..(body.Length / 2)],
    };
}
