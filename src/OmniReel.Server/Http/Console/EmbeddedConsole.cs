using System.Reflection;

namespace OmniReel.Server.Http.Console;

/// <summary>The console inside a program, as resources <c>console/PATH.br</c>. Nothing of them is read before it is asked for.</summary>
public sealed class EmbeddedConsole : IConsoleFiles
{
    private const string Prefix = "console/";

    private readonly Assembly _program;

    /// <summary>What there is in this program; maybe nothing.</summary>
    public EmbeddedConsole(Assembly program)
    {
        _program = program;
        Paths = [.. program.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(ConsoleSite.Packed, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^ConsoleSite.Packed.Length])];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Paths { get; }

    /// <inheritdoc/>
    public Stream Open(string path) =>
        _program.GetManifestResourceStream(Prefix + path + ConsoleSite.Packed) ?? throw new InvalidOperationException($"{path} is not inside the program.");
}
