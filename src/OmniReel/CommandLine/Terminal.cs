using System.Text;

namespace OmniReel.CommandLine;

/// <summary>Where the program was started: its two outputs, the language, the environment and the clock.</summary>
internal sealed record Terminal
{
    public required TextWriter Output { get; init; }

    /// <summary>For people: progress, warnings, errors. What a script wants goes to <see cref="Output"/>.</summary>
    public required TextWriter Error { get; init; }

    public required Speech Speech { get; init; }

    public required Func<string, string?> Variable { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>True when a person watches <see cref="Error"/>: bars may be drawn.</summary>
    public bool IsWatched { get; init; }

    public static Terminal OfThisProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Terminal
        {
            Output = new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true },
            Error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            Speech = Speech.FromEnvironment(Environment.GetEnvironmentVariable),
            Variable = Environment.GetEnvironmentVariable,
            IsWatched = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not ("dumb" or null),
        };
    }
}
