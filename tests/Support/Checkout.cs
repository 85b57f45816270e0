namespace OmniReel.Testing;

/// <summary>The checkout that the tests were built from.</summary>
public static class Checkout
{
    /// <summary>Its root: the folder of the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>True when the long counts are asked for.</summary>
    public static bool LongCounts => Environment.GetEnvironmentVariable("OMNIREEL_TEST_LONG") is "1";

    /// <summary>The short form of a count for every run, the long one for <c>./test --long</c>.</summary>
    public static int Count(int brief, int full) => LongCounts ? full : brief;

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "OmniReel.slnx")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException($"no checkout above {AppContext.BaseDirectory}");
    }
}
