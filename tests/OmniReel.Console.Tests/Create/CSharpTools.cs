namespace OmniReel.Console.Tests.Create;

/// <summary>The compiler of the SDK that runs these tests, without MSBuild around it.</summary>
internal static class CSharpTools
{
    private static readonly string s_framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly string s_root = Path.GetFullPath(Path.Combine(s_framework, "..", "..", ".."));

    public static string Dotnet => Path.Combine(s_root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    public static string Compiler { get; } = Directory.EnumerateFiles(Path.Combine(s_root, "sdk"), "csc.dll", SearchOption.AllDirectories)
        .OrderDescending(StringComparer.Ordinal).First();

    /// <summary>The framework's own assemblies: what is managed among its files.</summary>
    public static IEnumerable<string> References => Directory.EnumerateFiles(s_framework, "*.dll")
        .Where(static file => Path.GetFileName(file) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "Microsoft.CSharp.dll" or "Microsoft.Win32.Primitives.dll")
            && !name.Contains(".Native.", StringComparison.Ordinal));
}
