namespace OmniReel.Console.Create.Snippets;

/// <summary>Whom a piece of code speaks to.</summary>
/// <param name="Server">Scheme, host and port, without a slash at the end: <c>http://127.0.0.1:8080</c>.</param>
/// <param name="Path">The profile's path.</param>
public sealed record SnippetTarget(string Server, string Path = "/v1/videos/omni-video")
{
    /// <summary>The environment variable that the code takes its key from: a key has no business in a text that is copied about.</summary>
    public const string KeyVariable = "OMNIREEL_KEY";
}
