using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Rules;

/// <summary>A URL that is one, but leads where the server will never connect to: said at once, and not when the task is worked on.</summary>
internal sealed class UrlNotAllowed() : Rule(
    "url_not_allowed", "*",
    "A URL leads to the public internet, on port 80, 443, 8080 or 8443, or into a network that the server's operator allows.",
    "地址指向公共互联网的 80、443、8080 或 8443 端口，或服务运行者允许的网段。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.Urls is null)
            return;
        var images = facts.Draft.Images.Span;
        for (var i = 0; i < images.Length; i++)
            Check(this, images[i].Form, images[i].Url, new(Field.ImageList, i, "image_url"), facts.Urls, findings);
        var videos = facts.Draft.Videos.Span;
        for (var i = 0; i < videos.Length; i++)
            Check(this, videos[i].Form, videos[i].Url, new(Field.VideoList, i, "video_url"), facts.Urls, findings);
        Check(this, facts.Draft.CallbackForm, facts.Draft.CallbackUrl, Field.CallbackUrl, facts.Urls, findings, UrlUse.Callback);
    }

    public static void Check(RuleText rule, LinkForm form, in Value url, FieldPath path, IUrlPolicy urls, Findings findings, UrlUse use = UrlUse.Media)
    {
        if (form == LinkForm.Url && urls.Complaint(url.Text!, use) is { } complaint)
            findings.Add(rule, path, complaint.English, complaint.Chinese);
    }
}
