using System.Text;
using OmniReel.Media.Encoding;
using OmniReel.Server.Inputs;
using OmniReel.Server.Tests.Inputs.Support;

namespace OmniReel.Server.Tests.Inputs.Fetching;

public sealed class InlineTests : IDisposable
{
    private readonly Guarded _guarded = new();

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(1000)]
    [InlineData(49_151)]
    [InlineData(49_152)]
    [InlineData(49_153)]
    [InlineData(300_000)]
    public async Task The_text_of_a_body_becomes_the_picture_that_it_is_of(int length)
    {
        var picture = TestMedia.Jpeg(length + 11);
        var plain = Convert.ToBase64String(picture);
        var spellings = new[]
        {
            plain,
            plain.Replace("/", "\\/", StringComparison.Ordinal),
            plain.Replace("+", "\\u002b", StringComparison.Ordinal).Replace("/", "\\u002F", StringComparison.Ordinal).Replace("=", "\\u003d", StringComparison.Ordinal),
            "data:image/jpeg;base64," + plain,
            "DATA:image\\/png;BASE64," + plain.Replace("/", "\\/", StringComparison.Ordinal),
            string.Concat(plain[..Math.Min(plain.Length, 300)].Select(c => $"\\u{(int)c:x4}")) + plain[Math.Min(plain.Length, 300)..],
        };
        foreach (var spelling in spellings)
        {
            var file = await _guarded.DecodeAsync(Encoding.ASCII.GetBytes(spelling));
            (file.Format, file.Bytes).ShouldBe((MediaFormat.Jpeg, picture.Length));
            (await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken)).ShouldBe(picture);
        }
    }

    [Fact]
    public async Task What_is_too_large_or_no_picture_is_refused_as_a_fetched_one_is()
    {
        await RefusedAsync(Convert.ToBase64String(TestMedia.Png((10 << 20) + 1)), InputRules.TooLarge);
        await RefusedAsync(Convert.ToBase64String(TestMedia.Mp4()), InputRules.UnsupportedMedia);
        await RefusedAsync(Convert.ToBase64String("GIF89a and more"u8), InputRules.UnsupportedMedia);
        await RefusedAsync("", InputRules.UnsupportedMedia);
        await RefusedAsync("/9j/4AAQ!", InputRules.UnsupportedMedia);
        await RefusedAsync("/9j/4AAQ\\n", InputRules.UnsupportedMedia);
        await RefusedAsync("/9j/4AAQ\\", InputRules.UnsupportedMedia);
        await RefusedAsync("/9j/4AAQ\\u00e9", InputRules.UnsupportedMedia);
        await RefusedAsync("/9j/4AAQ\\u00", InputRules.UnsupportedMedia);
    }

    [Fact]
    public async Task A_large_picture_is_decoded_in_little_memory()
    {
        var inline = Encoding.ASCII.GetBytes(Convert.ToBase64String(TestMedia.Png(10 << 20)).Replace("/", "\\/", StringComparison.Ordinal));
        await _guarded.DecodeAsync(inline);
        // The count is of the whole process, in which other tests run: the least of many is what decoding takes.
        var least = long.MaxValue;
        for (var times = 0; times < 50 && least >= 2 << 20; times++)
        {
            foreach (var file in Directory.GetFiles(_guarded.Folder))
                File.Delete(file);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            (await _guarded.DecodeAsync(inline)).Bytes.ShouldBe(10 << 20);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        least.ShouldBeLessThan(2 << 20);
    }

    public void Dispose() => _guarded.Dispose();

    private async Task RefusedAsync(string inline, string rule)
    {
        (await Should.ThrowAsync<InputException>(() => _guarded.DecodeAsync(Encoding.UTF8.GetBytes(inline)))).Rule.ShouldBe(rule);
        Directory.GetFiles(_guarded.Folder).ShouldBeEmpty();
    }
}
