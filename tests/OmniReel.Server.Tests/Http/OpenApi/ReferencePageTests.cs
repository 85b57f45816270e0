using System.Text.RegularExpressions;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Http.OpenApi;

/// <summary>The page at <c>/docs</c> needs this server and nothing else.</summary>
public sealed partial class ReferencePageTests
{
    [Fact]
    public async Task The_page_loads_only_what_this_server_has_and_may_load_nothing_else()
    {
        await using var server = await LiveServer.StartAsync();
        server.Client.DefaultRequestHeaders.Authorization = null;
        var page = await server.GetAsync("/docs");
        page.Status.ShouldBe(200);
        var policy = page.Header("Content-Security-Policy")!;
        policy.ShouldContain("default-src 'none'; script-src 'self';");
        policy.ShouldContain("connect-src 'self';");
        policy.ShouldNotContain("http");
        page.Text.ShouldNotContain("<style");
        InlineScript().IsMatch(page.Text).ShouldBeFalse();

        var parts = Part().Matches(page.Text).Select(match => match.Groups[1].Value).ToList();
        parts.ShouldBe(["/docs/reference.svg", "/docs/reference.css", "/docs/reference.svg", "/docs/scalar.js", "/docs/reference.js"]);
        foreach (var part in parts) (await server.GetAsync(part)).Status.ShouldBe(200, part);
        var settings = (await server.GetAsync("/docs/reference.js")).Text;
        foreach (var off in new[] { "withDefaultFonts: false", "telemetry: false", "proxyUrl: \"\"", "agent: { disabled: true }", "mcp: { disabled: true }" }) settings.ShouldContain(off);
        settings.ShouldNotContain("://");
    }

    [Fact]
    public async Task The_script_comes_packed_or_plain_and_only_once()
    {
        await using var server = await LiveServer.StartAsync();
        var plain = await server.GetAsync("/docs/scalar.js");
        plain.Text.ShouldContain("createApiReference");
        var packed = await server.GetAsync("/docs/scalar.js", ("Accept-Encoding", "gzip, br"));
        packed.Header("Content-Encoding").ShouldBe("gzip");
        packed.Response.Content.Headers.ContentLength!.Value.ShouldBeLessThan(plain.Text.Length / 3);
        (await server.GetAsync("/docs/scalar.js", ("If-None-Match", packed.Header("ETag")!))).Status.ShouldBe(304);
    }

    [GeneratedRegex("<(?:link|script|img)[^>]* (?:href|src)=\"(/[^\"]*)\"")]
    private static partial Regex Part();

    [GeneratedRegex("<script(?![^>]* src=)")]
    private static partial Regex InlineScript();
}
