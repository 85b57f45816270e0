using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace OmniReel.Server.Tests.Inputs.Support;

/// <summary>Servers that answer as none should, for whatever asks them.</summary>
internal static class HostileServer
{
    public static ScriptedListener Raw(Func<Stream, CancellationToken, Task> answer) => ScriptedListener.Raw((stream, _, cancellation) => answer(stream, cancellation));

    public static Task WriteAsync(Stream stream, string text, CancellationToken cancellation) => stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancellation).AsTask();

    /// <summary>A header so many times, in which COOKIE is 64 KiB, and then the rest of the answer.</summary>
    public static ScriptedListener Headers(string header, int times, byte[] rest) => Raw(async (stream, cancellation) =>
    {
        await WriteAsync(stream, "HTTP/1.1 200 OK\r\n", cancellation);
        for (var i = 0; i < times; i++) await WriteAsync(stream, header.Replace("COOKIE", new string('c', 64 << 10), StringComparison.Ordinal), cancellation);
        await stream.WriteAsync(rest, cancellation);
    });

    /// <summary>A body without end, piece by piece, each between the two texts.</summary>
    /// <param name="sent">Told after each piece how many bytes the pieces were so far.</param>
    public static ScriptedListener Endless(string headers, byte[] first, string before, string after, Func<long, CancellationToken, Task> sent) => Raw(async (stream, cancellation) =>
    {
        await WriteAsync(stream, "HTTP/1.1 200 OK\r\n" + headers, cancellation);
        var all = 0L;
        for (var piece = first; ; piece = new byte[first.Length])
        {
            await WriteAsync(stream, before, cancellation);
            await stream.WriteAsync(piece, cancellation);
            await WriteAsync(stream, after, cancellation);
            await sent(all += piece.Length, cancellation);
        }
    });

    /// <summary>Says nothing when the handshake is begun.</summary>
    public static ScriptedListener Stalling(TaskCompletionSource begun) => ScriptedListener.Tls(async (_, cancellation) =>
    {
        begun.SetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
    });

    /// <summary>Where to ask it over TLS.</summary>
    public static string Secure(this ScriptedListener server) => server.Url.Replace("http:", "https:", StringComparison.Ordinal);

    /// <summary>Asks a server whose certificate is for this name and these days from now; true when anything was sent to it after the handshake.</summary>
    public static async Task<bool> IsToldAnythingAsync(string name, int from, int to, Func<string, Task> ask)
    {
        using var certificate = Certificate(name, from, to);
        var reached = false;
        await using var server = ScriptedListener.Tls(async (stream, _) =>
        {
            await using var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(certificate);
            reached = await tls.ReadAsync(new byte[1], TestContext.Current.CancellationToken) > 0;
        });
        await ask(server.Secure());
        return reached;
    }

    private static X509Certificate2 Certificate(string name, int from, int to)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(from), now.AddDays(to));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
