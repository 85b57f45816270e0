using System.Text;
using System.Text.Json;
using OmniReel.Server.Engines.Kling.Orders;
using OmniReel.Server.Tests.Engines.Kling.Support;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Engines.Kling;

/// <summary>What becomes of the bodies of <c>Golden/upstream/requests.json</c>: places are written with signs around them.</summary>
public sealed class RequestTests
{
    private static readonly JsonElement[] s_cases =
    [
        .. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Checkout.Root, "tests/OmniReel.Server.Tests/Golden/upstream/requests.json"))).RootElement.EnumerateArray(),
    ];

    public static TheoryData<string> Names => [.. s_cases.Select(one => one.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_body_is_sent_in_one_spelling_with_all_that_it_says(string name)
    {
        var one = s_cases.Single(found => found.GetProperty("name").GetString() == name);
        Written(one.GetProperty("body").GetString()!).ShouldBe(one.GetProperty("sent").GetString());
        Written("\ufeff" + one.GetProperty("body").GetString()!).ShouldBe(one.GetProperty("sent").GetString(), "with a byte order mark");
    }

    [Fact]
    public void However_large_a_body_is_its_request_is_small()
    {
        var picture = "iVBORw0KGgoA" + new string('A', 12 << 20);
        var (request, body) = KlingRig.Read($$"""{"model_name":"kling-v3-omni","prompt":"x","duration":"5","aspect_ratio":"16:9","image_list":[{"image_url":"{{picture}}"},{"image_url":"{{picture}}"}]}""");
        var before = GC.GetAllocatedBytesForCurrentThread();
        KlingRequest.Of(body, request).Text.Length.ShouldBeLessThan(300);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64 << 10);
    }

    private static string Written(string body)
    {
        var (request, bytes) = KlingRig.Read(body);
        var written = KlingRequest.Of(bytes, request);
        var text = new StringBuilder();
        var from = 0;
        foreach (var place in written.Places)
        {
            text.Append(Encoding.UTF8.GetString(written.Text.Span[from..place.Offset])).Append($"<{place.Kind} {place.At}>");
            from = place.Offset;
        }

        return text.Append(Encoding.UTF8.GetString(written.Text.Span[from..])).ToString();
    }
}
