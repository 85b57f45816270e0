namespace OmniReel.Server.Tests.Inputs.Support;

/// <summary>URLs of many shapes that lead to the public internet, and what each asks for on the wire.</summary>
internal static class GoodUrls
{
    private const string Presigned = "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F20261123%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20261123T120000Z"
        + "&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Signature=0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";

    public static readonly (string Url, string Host, string Target)[] All =
    [
        ("http://example.com", "example.com", "/"),
        ("http://example.com/", "example.com", "/"),
        ("http://example.com/a.png", "example.com", "/a.png"),
        ("HTTP://EXAMPLE.COM/A.PNG", "example.com", "/A.PNG"),
        ("http://example.com./a.png", "example.com", "/a.png"),
        ("http://example.com:80/a.png", "example.com", "/a.png"),
        ("http://example.com:8080/a.png", "example.com:8080", "/a.png"),
        ("http://example.com:443/a.png", "example.com:443", "/a.png"),
        ("http://example.com:8443/a.png", "example.com:8443", "/a.png"),
        ("http://example.com:00080/a.png", "example.com", "/a.png"),
        ("http://a.b.c.d.e.example.com/a.png", "a.b.c.d.e.example.com", "/a.png"),
        ("http://my_bucket.example.com/a.png", "my_bucket.example.com", "/a.png"),
        ("http://my-bucket--x.example.com/a.png", "my-bucket--x.example.com", "/a.png"),
        ("http://123.example.com/a.png", "123.example.com", "/a.png"),
        ("http://127.0.0.1.nip.example.com/a.png", "127.0.0.1.nip.example.com", "/a.png"),
        ("http://bücher.example.com/a.png", "xn--bcher-kva.example.com", "/a.png"),
        ("http://BÜCHER.example.com/a.png", "xn--bcher-kva.example.com", "/a.png"),
        ("http://xn--bcher-kva.example.com/a.png", "xn--bcher-kva.example.com", "/a.png"),
        ("http://例え.example.com/絵.png", "xn--r8jz45g.example.com", "/%E7%B5%B5.png"),
        ("http://мир.example.com/a.png", "xn--h1ahn.example.com", "/a.png"),
        ("http://example.com/a.png?width=100&height=200", "example.com", "/a.png?width=100&height=200"),
        ("http://example.com?x=1", "example.com", "/?x=1"),
        ("http://example.com/a.png#page", "example.com", "/a.png"),
        ("http://example.com/a%20b.png", "example.com", "/a%20b.png"),
        ("http://example.com/a%2Fb.png", "example.com", "/a%2Fb.png"),
        ("http://example.com/@user/a.png", "example.com", "/@user/a.png"),
        ("http://example.com/a.png?mail=a@b.c", "example.com", "/a.png?mail=a@b.c"),
        ("http://example.com/a.png?next=http://127.0.0.1/", "example.com", "/a.png?next=http://127.0.0.1/"),
        ("http://example.com/a;b=c,d/e.png", "example.com", "/a;b=c,d/e.png"),
        ("http://example.com/" + new string('a', 4000), "example.com", "/" + new string('a', 4000)),
        ("http://example.com/a/../b.png", "example.com", "/b.png"),
        ("http://bucket.example.com/a.png" + Presigned, "bucket.example.com", "/a.png" + Presigned),
        ("http://example.com/%0d%0aHost:%20evil", "example.com", "/%0d%0aHost:%20evil"),
        ("http://93.184.216.34/a.png", "93.184.216.34", "/a.png"),
        ("http://93.184.216.34:8080/a.png", "93.184.216.34:8080", "/a.png"),
        ("http://1572395042/a.png", "93.184.216.34", "/a.png"),
        ("http://[2606:4700:4700::1111]/a.png", "[2606:4700:4700::1111]", "/a.png"),
        ("http://[2606:4700:4700::1111]:8080/a.png", "[2606:4700:4700::1111]:8080", "/a.png"),
        ("https://example.com/a.png", "", ""),
        ("https://example.com:8443/hook?token=abc", "", ""),
    ];
}
