using System.Net;
using System.Text;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OmniReel.Console.Access;
using OmniReel.Console.Words;

namespace OmniReel.Console.Tests.Support;

/// <summary>The console's parts without a browser: scripts do nothing, and a test answers the requests.</summary>
internal sealed class Studio : BunitContext
{
    private readonly Scripted _server = new();

    public Studio()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var page = JSInterop.SetupModule("./app/app.js");
        page.Mode = JSRuntimeMode.Loose;
        page.Setup<string>("languages").SetResult("en-GB,en");
        Services.AddConsole(new Uri("http://localhost/"));
        Services.RemoveAll<SessionHandler>();
        Services.AddSingleton(provider => new SessionHandler(provider.GetRequiredService<Session>(), provider.GetRequiredService<ServerLink>(), provider.GetRequiredService<Speech>()) { InnerHandler = _server });
    }

    public T Of<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Every request so far.</summary>
    public IReadOnlyList<HttpRequestMessage> Asked => _server.Asked;

    /// <summary>What the server says from now on.</summary>
    public void Answer(HttpStatusCode status, string json) => _server.Next = _ => Said(status, json);

    /// <summary>What the server says from now on, by the request; null for 404.</summary>
    public void Answer(Func<HttpRequestMessage, string?> json) => _server.Next = request => json(request) is { } text ? Said(HttpStatusCode.OK, text) : new(HttpStatusCode.NotFound);

    /// <summary>The server is gone from now on.</summary>
    public void Silence() => _server.Next = _ => throw new HttpRequestException("connection refused");

    private static HttpResponseMessage Said(HttpStatusCode status, string json) => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private sealed class Scripted : HttpMessageHandler
    {
        public List<HttpRequestMessage> Asked { get; } = [];

        public Func<HttpRequestMessage, HttpResponseMessage> Next { get; set; } = _ => new HttpResponseMessage(HttpStatusCode.NotFound);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request);
            return Task.FromResult(Next(request));
        }
    }
}
