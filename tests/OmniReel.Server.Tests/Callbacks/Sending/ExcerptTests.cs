using System.Text;
using OmniReel.Server.Callbacks.Sending;

namespace OmniReel.Server.Tests.Callbacks.Sending;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("ok", "ok")]
    [InlineData("a\r\nb\0c\u202Ed", "a  b c d")]
    [InlineData("Authorization: Bearer abc.def.ghi rest", "Authorization: *** *** rest")]
    [InlineData("""{"api_key":"sk-1234","error":"no such order"}""", """{"api_key":"***","error":"no such order"}""")]
    [InlineData("password=hunter2&x=1", "password=***&x=1")]
    [InlineData("see whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI= there", "see *** there")]
    [InlineData("error 500 in PaymentController", "error 500 in PaymentController")]
    public void Shows_what_helps_and_masks_what_looks_like_a_secret(string answer, string shown) => Excerpt.Of(Encoding.UTF8.GetBytes(answer)).ShouldBe(shown);

    [Fact]
    public void Keeps_1_KiB_at_most_and_survives_bytes_that_are_no_text()
    {
        Encoding.UTF8.GetByteCount(Excerpt.Of(Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Repeat("word", 10_000))))).ShouldBeLessThanOrEqualTo(1024);
        Excerpt.Of([0xff, 0xfe, 0x00, 0xc3]).ShouldNotBeNull();
    }
}
