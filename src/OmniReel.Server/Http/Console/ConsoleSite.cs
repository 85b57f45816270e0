using System.Reflection;

namespace OmniReel.Server.Http.Console;

/// <summary>Where a program's console is.</summary>
public static class ConsoleSite
{
    /// <summary>How the names of packed files end.</summary>
    internal const string Packed = ".br";

    /// <summary>The page that every route of the console begins with.</summary>
    internal const string Index = "index.html";

    /// <summary>The console inside the program, else the one in the folder <c>console</c> beside it; null where neither is.</summary>
    public static IConsoleFiles? Find(Assembly program, string besides) =>
        Whole(new EmbeddedConsole(program)) ?? Whole(new ConsoleFolder(Path.Combine(besides, "console")));

    private static IConsoleFiles? Whole(IConsoleFiles files) => files.Paths.Contains(Index) ? files : null;
}
