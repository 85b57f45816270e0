namespace OmniReel.Server.Tests.Inputs.Support;

/// <summary>Counts the cases of a class of tests, and prints them once, when the last has run.</summary>
public abstract class Tally(string what) : IDisposable
{
    private int _cases;
    private int _broken;

    /// <summary>One more case has run, well or not.</summary>
    public void Add()
    {
        Interlocked.Increment(ref _cases);
        if (TestContext.Current.TestState is { Result: TestResult.Failed }) Interlocked.Increment(ref _broken);
    }

    /// <summary>The sum.</summary>
    public void Dispose()
    {
        Console.WriteLine($"{what}: {_cases} cases, {_broken} of them failed");
        GC.SuppressFinalize(this);
    }
}

/// <summary>Names and redirects, 130 to 142.</summary>
public sealed class NameTally() : Tally("hostile names and redirects (130 to 142)");

/// <summary>Answers to fetches, 143 to 157.</summary>
public sealed class AnswerTally() : Tally("hostile answers to fetches (143 to 157)");

/// <summary>Answers to callbacks, 143 to 157.</summary>
public sealed class ReceiverTally() : Tally("hostile answers to callbacks (143 to 157)");
