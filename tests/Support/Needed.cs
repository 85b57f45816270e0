namespace OmniReel.Testing;

/// <summary>
/// What a test needs of its machine that is not ours: where it is absent the test is skipped and says why. In the long form that fails:
/// a promise that is not looked at is none.
/// </summary>
public static class Needed
{
    /// <summary>Programs that must be on the path, each with the Debian package that has it.</summary>
    public static void Programs(params IEnumerable<(string Program, string Package)> programs)
    {
        foreach (var (program, package) in programs)
            Here(IsOnPath(program), $"{program} is not on the path: install the package {package}");
    }

    /// <summary>Anything else, and how to get it.</summary>
    public static void Here(bool isHere, string otherwise)
    {
        if (Checkout.LongCounts)
            isHere.ShouldBeTrue(otherwise);
        else
            Assert.SkipUnless(isHere, otherwise);
    }

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => folder.Length > 0 && (File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe"))));
}
