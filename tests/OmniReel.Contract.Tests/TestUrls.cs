using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Tests;

/// <summary>Lets every URL pass but those of one host.</summary>
internal sealed class TestUrls : IUrlPolicy
{
    public const string Refused = "https://inside.example.com/a.png";

    public static TestUrls Instance { get; } = new();

    public UrlComplaint? Complaint(string url, UrlUse use) =>
        url.StartsWith("https://inside.example.com/", StringComparison.Ordinal) ? new("leads to a host that is not allowed", "指向不允许的主机") : null;
}
