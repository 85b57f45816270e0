namespace OmniReel.CommandLine;

/// <summary>What the program ends with; a signal ends it with 128 + its number, as shells expect.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadInput = 2;
    public const int Interrupted = 130;
}

/// <summary>The person's input cannot be used; the message says where and what would be right. Exit code 2.</summary>
internal sealed class BadInputException(string message) : Exception(message);

/// <summary>Something that can be expected to go wrong did (a server is away, a task failed). Exit code 1, one line.</summary>
internal sealed class FailedException(string message) : Exception(message);
