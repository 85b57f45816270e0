namespace OmniReel.Server.Http.Console;

/// <summary>The addresses that are pages of the console: each is answered with the same file, which then shows the right page. Anything else stays the API's.</summary>
public static class ConsolePages
{
    /// <summary>Every page, as routes.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "/", "/sign-in", "/create", "/tasks", "/tasks/{id}", "/gallery", "/elements", "/callbacks", "/paid", "/rules", "/keys", "/health",
    ];
}
