using System.Reflection;

namespace OmniReel.Server.Http.Console;

/// <summary>Where a program's console is.</summary>
public static class ConsoleSite
{
    /// <summary>How the names of packed files end.</summary>
    internal const string Packed = ".br";

    /// <summary>The page that every route of the console begins with.</summary>
    internal const string Index = "index.html";

    /// <summary>The console inside the program, else what there is, or comes to be, in the folder <c>console</c> beside it.</summary>
    public static IConsoleFiles Find(Assembly program, string besides)
    {
        var inside = new EmbeddedConsole(program);
        return inside.Paths.Contains(Index) ? inside : new ConsoleFolder(Path.Combine(besides, "console"));
    }
}
