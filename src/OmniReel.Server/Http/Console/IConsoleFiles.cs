namespace OmniReel.Server.Http.Console;

/// <summary>The built console: its files, each packed with brotli.</summary>
public interface IConsoleFiles
{
    /// <summary>Every file, by its path below the root with <c>/</c> between: <c>index.html</c>, <c>_framework/dotnet.js</c>. Once <c>index.html</c> is among them, they stay.</summary>
    IReadOnlyList<string> Paths { get; }

    /// <summary>The packed bytes of one of <see cref="Paths"/>, at their beginning; the length is known.</summary>
    Stream Open(string path);
}
