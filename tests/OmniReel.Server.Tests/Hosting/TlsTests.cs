using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OmniReel.Server.Hosting;
using OmniReel.Server.Tests.Http.OpenApi;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Hosting;

public sealed class TlsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_client_that_trusts_the_servers_own_certificate_gets_https_and_links_with_https()
    {
        await using var server = await LiveServer.StartAsync(options => options with { Urls = ["https://127.0.0.1:0", "http://127.0.0.1:0"], Tls = new TlsChoice(null) });
        server.Server.Address.ShouldStartWith("https://127.0.0.1:");
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(SelfSignedCertificate.PathIn(server.Folder));
        using var client = Trusting(certificate, server);
        client.BaseAddress = new Uri($"https://localhost:{server.Port}");
        using var created = await client.PostAsync(LiveServer.Relay, new StringContent(LiveServer.GoodBody, null, "application/json"), Stop);
        created.StatusCode.ShouldBe(HttpStatusCode.OK);
        await server.FinishAsync();
        var list = await client.GetStringAsync(LiveServer.Relay, Stop);
        list.ShouldContain($"https://localhost:{server.Port}/files/");
        await Should.ThrowAsync<HttpRequestException>(async () => await server.Client.GetAsync("/healthz", Stop));
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(server.Folder, "tls", "key.pem")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void The_certificate_is_kept_until_it_runs_out_or_the_names_change_or_its_halves_do_not_match()
    {
        var now = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
        var first = Made("localhost");
        Made("localhost").ShouldBe(first);
        Made("localhost", "10.1.2.3").ShouldNotBe(first);
        var second = Made("localhost");
        Made("localhost").ShouldBe(second);
        now = now.AddDays(360);
        Made("localhost").ShouldBe(second);
        now = now.AddDays(10);
        var third = Made("localhost");
        third.ShouldNotBe(second);
        using (var other = ECDsa.Create(ECCurve.NamedCurves.nistP256)) File.WriteAllText(_folder.File("tls/key.pem"), other.ExportPkcs8PrivateKeyPem());
        Made("localhost").ShouldNotBe(third);

        string Made(params string[] names) => SelfSignedCertificate.For(_folder.File(""), names, now).Own.Thumbprint;
    }

    [Fact]
    public void It_is_for_every_name_that_a_client_may_use()
    {
        var names = SelfSignedCertificate.NamesOf(["https://0.0.0.0:8443", "https://[::]:1", "https://Films.example.org/x", "https://10.1.2.3:9"]);
        names.ShouldBe(["localhost", "127.0.0.1", "::1", Dns.GetHostName().ToLowerInvariant(), "films.example.org", "10.1.2.3"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("pem")]
    [InlineData("pem and key")]
    [InlineData("pem and locked key")]
    [InlineData("pfx")]
    [InlineData("locked pfx")]
    public async Task A_given_certificate_is_shown(string kind)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=given", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var given = request.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2046, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var password = kind.Contains("locked", StringComparison.Ordinal) ? "open sesame" : null;
        var (file, keyFile) = (_folder.File("given"), kind.Contains("key", StringComparison.Ordinal) ? _folder.File("given.key") : null);
        var pem = password is null ? key.ExportPkcs8PrivateKeyPem() : key.ExportEncryptedPkcs8PrivateKeyPem(password, new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        if (kind.Contains("pfx", StringComparison.Ordinal)) await File.WriteAllBytesAsync(file, given.Export(X509ContentType.Pkcs12, password), Stop);
        else await File.WriteAllTextAsync(file, given.ExportCertificatePem() + (keyFile is null ? "\n" + pem : ""), Stop);
        if (keyFile is not null) await File.WriteAllTextAsync(keyFile, pem, Stop);

        await using var server = await LiveServer.StartAsync(options => options with { Urls = ["https://127.0.0.1:0"], Tls = new TlsChoice(file, keyFile, password) });
        using var client = Trusting(given, server);
        (await client.GetAsync("/healthz", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void What_cannot_be_used_is_one_line()
    {
        File.WriteAllText(_folder.File("no.pem"), "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----");
        File.WriteAllText(_folder.File("no.pfx"), "x");
        foreach (var file in new[] { "missing.pem", "no.pem", "no.pfx" })
        {
            var said = Should.Throw<ConfigurationException>(() => ServerCertificate.Load(_folder.File(file), null, null)).Message;
            said.ShouldContain(file);
            said.ShouldNotContain("\n");
        }
    }

    private static HttpClient Trusting(X509Certificate2 root, LiveServer server)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, CustomTrustStore = { root } };
        var client = new HttpClient(new DocumentedAnswers(handler)) { BaseAddress = new Uri($"https://127.0.0.1:{server.Port}"), Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", LiveServer.Key);
        return client;
    }
}
