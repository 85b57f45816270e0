using System.Text;
using OmniReel.Server.Callbacks.Signing;

namespace OmniReel.Server.Tests.Callbacks.Signing;

public sealed class SigningSecretTests
{
    /// <summary>The vendor's published vector.</summary>
    [Fact]
    public void The_vendors_vector() => SigningSecret.Parse("whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=")
        .Sign("9876543210", 1781080794, Encoding.UTF8.GetBytes("""{"id":"1234567890","status":"succeeded","message":"","create_time":1781080778802,"update_time":1781080794151}"""))
        .ShouldBe("v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=");

    [Theory]
    [InlineData("", "begin with whsec_")]
    [InlineData("dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=", "begin with whsec_")]
    [InlineData("WHSEC_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=", "begin with whsec_")]
    [InlineData("whsec_", "0 bytes")]
    [InlineData("whsec_not base64 at all!!", "Base64")]
    [InlineData("whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI", "Base64")]
    [InlineData("whsec_c2hvcnQ=", "5 bytes")]
    [InlineData("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "24 to 64")]
    public void A_malformed_secret_is_named_but_never_shown(string text, string complaint)
    {
        var refused = Should.Throw<FormatException>(() => SigningSecret.Parse(text));
        refused.Message.ShouldContain(complaint);
        if (text.Length > 12) refused.Message.ShouldNotContain(text[6..]);
    }

    [Fact]
    public void Minted_ones_are_good_and_differ()
    {
        var minted = Enumerable.Range(0, 100).Select(_ => SigningSecret.Mint().Text).ToList();
        minted.ShouldBeUnique();
        minted.ShouldAllBe(text => SigningSecret.Parse(text).Text == text);
    }
}
