using System.Diagnostics;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Tests.Reading;
using OmniReel.Testing;

public sealed class ReadingCostTests
{
    [Fact]
    public void Reading_the_example_of_the_document_allocates_little()
    {
        var body = GoldenFiles.Bytes("document-example.txt");
        var reads = Checkout.Count(2_000, 300_000);
        Read(body, reads);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        Read(body, reads);
        var elapsed = Stopwatch.GetElapsedTime(start);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / reads;
        Console.WriteLine($"the document's example: {elapsed.TotalMicroseconds / reads:0.00} µs and {bytes} bytes a read");
        bytes.ShouldBeLessThan(1_600);
    }

    private static void Read(byte[] body, int reads)
    {
        var accepted = 0;
        for (var i = 0; i < reads; i++)
            accepted += RequestReader.Read(body, ApiProfile.Relay, TestElements.Instance, Language.English).IsAccepted ? 1 : 0;
        accepted.ShouldBe(reads);
    }
}
