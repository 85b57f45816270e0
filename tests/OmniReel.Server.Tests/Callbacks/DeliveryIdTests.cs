using OmniReel.Server.Callbacks;

namespace OmniReel.Server.Tests.Callbacks;

public sealed class DeliveryIdTests
{
    [Fact]
    public void An_id_reads_back()
    {
        DeliveryId.TryParse(DeliveryId.Of(412_345_678_901_234_567, 2), out var task, out var sequence).ShouldBeTrue();
        (task, sequence).ShouldBe((412_345_678_901_234_567, 2));
    }

    [Theory]
    [InlineData("")]
    [InlineData("whm_")]
    [InlineData("whm_1")]
    [InlineData("whm__1")]
    [InlineData("whm_1_")]
    [InlineData("whm_+1_1")]
    [InlineData("whm_01_1")]
    [InlineData("whm_1_1 ")]
    [InlineData("whm_1_1_1")]
    [InlineData("msg_1_1")]
    [InlineData("whm_99999999999999999999_1")]
    public void Anything_else_is_none(string text) => DeliveryId.TryParse(text, out _, out _).ShouldBeFalse();

    [Theory]
    [InlineData("http://A.example/x?y", "http://a.example:80")]
    [InlineData("https://a.example:8443/", "https://a.example:8443")]
    [InlineData("https://me:pw@a.example/", "https://a.example:443")]
    [InlineData("http://[::1]:81/x", "http://::1:81")]
    [InlineData("no url", "no url")]
    public void A_receiver_is_scheme_host_and_port(string url, string receiver) => Receiver.Of(url).ShouldBe(receiver);
}
