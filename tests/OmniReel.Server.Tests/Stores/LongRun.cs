namespace OmniReel.Server.Tests.Stores;

/// <summary>The short form of a count for every run, the long one when <c>OMNIREEL_TEST_LONG=1</c>.</summary>
internal static class LongRun
{
    public static int Count(int brief, int full) => Environment.GetEnvironmentVariable("OMNIREEL_TEST_LONG") == "1" ? full : brief;
}
