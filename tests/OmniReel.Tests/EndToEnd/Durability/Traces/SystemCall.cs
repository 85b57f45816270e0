namespace OmniReel.Tests.EndToEnd.Durability.Traces;

/// <summary>One system call of a traced program.</summary>
internal sealed record SystemCall
{
    /// <summary>The thread that made it.</summary>
    public required int Thread { get; init; }

    /// <summary>As <c>pwrite64</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What its first argument is open on: a file's path, or a socket as <c>TCP:[…]</c>; empty for anything else.</summary>
    public required string Path { get; init; }

    /// <summary>The strings among its arguments, one after another: the bytes that it wrote or sent, each as the character of its number.</summary>
    public required string Bytes { get; init; }

    /// <summary>Some of those bytes were not recorded.</summary>
    public required bool IsCut { get; init; }

    /// <summary>The last argument, where it is a number: the offset of a <c>pwrite64</c>. −1 otherwise.</summary>
    public required long Last { get; init; }

    /// <summary>What it returned; null for one whose end was not seen.</summary>
    public required long? Result { get; init; }

    /// <summary>The tracer answered in the kernel's place: nothing was done.</summary>
    public required bool IsInjected { get; init; }

    /// <summary>Place of its begin among all begins and ends, in the order in which they were seen.</summary>
    public required int Begin { get; init; }

    /// <summary>Place of its end; <see cref="int.MaxValue"/> for one whose end was not seen.</summary>
    public required int End { get; init; }
}
