using System.Text;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Tests.Reading;

public sealed class InlineImageTests
{
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void An_inline_image_is_a_place_in_the_body_as_sent(string mark)
    {
        var body = Encoding.UTF8.GetBytes(mark + Body(Png, "data:image/png;base64," + Png));
        var images = Read(body);
        images.Select(i => Encoding.UTF8.GetString(body, i.Inline!.Value.Offset, i.Inline.Value.Length)).ShouldBe([Png, "data:image/png;base64," + Png]);
        images.ShouldAllBe(i => i.Url == null);
    }

    [Fact]
    public void Escapes_belong_to_the_place()
    {
        var escaped = Png.Replace("/", "\\/", StringComparison.Ordinal);
        var body = Encoding.UTF8.GetBytes(Body(escaped));
        var place = Read(body).Single().Inline!.Value;
        Encoding.UTF8.GetString(body, place.Offset, place.Length).ShouldBe(escaped);
    }

    [Theory]
    [InlineData("\\/")]
    [InlineData("\\u002f")]
    public void Reading_large_images_and_texts_with_escapes_copies_none_of_them(string slash)
    {
        var large = (Png[..^4] + new string('A', 3 << 20)).Replace("/", slash, StringComparison.Ordinal) + string.Concat(Enumerable.Repeat(slash, 4096));
        var body = Encoding.UTF8.GetBytes(Body([.. Enumerable.Repeat(large, 3)])[..^1] + $$""","negative_prompt":"{{string.Concat(Enumerable.Repeat("\\u96e8 rain ", 200_000))}}"}""");
        var said = RequestReader.Read(body, ApiProfile.Vendor, TestElements.Instance, Language.English).Violations;
        said.ShouldHaveSingleItem().Message.ShouldContain("1400000");
        var before = GC.GetAllocatedBytesForCurrentThread();
        RequestReader.Read(body, ApiProfile.Vendor, TestElements.Instance, Language.English).IsAccepted.ShouldBeFalse();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64 << 10);
    }

    [Fact]
    public void Reading_seven_large_images_copies_none_of_them()
    {
        var large = Png[..^4] + new string('A', 8 << 20);
        var body = Encoding.UTF8.GetBytes(Body([.. Enumerable.Repeat(large, 7)]));
        Read(body);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(body).Count.ShouldBe(7);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine($"a body of {body.Length >> 20} MiB in seven inline images: {bytes} bytes allocated to read it");
        bytes.ShouldBeLessThan(16_384);
    }

    private static string Body(params string[] images) =>
        """{"model_name":"kling-v3-omni","prompt":"x","mode":"std","aspect_ratio":"1:1","duration":"5","image_list":["""
        + string.Join(",", images.Select(i => $$"""{"image_url":"{{i}}"}""")) + "]}";

    private static IReadOnlyList<ImageInput> Read(byte[] body) =>
        RequestReader.Read(body, ApiProfile.Relay, TestElements.Instance, Language.English).Request.ShouldNotBeNull().Images;
}
