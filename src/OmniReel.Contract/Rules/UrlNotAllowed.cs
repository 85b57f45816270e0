using OmniReel.Contract.Reading;

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
            Check(images[i].Form, images[i].Url, new(Field.ImageList, i, "image_url"), facts, findings);
        var videos = facts.Draft.Videos.Span;
        for (var i = 0; i < videos.Length; i++)
            Check(videos[i].Form, videos[i].Url, new(Field.VideoList, i, "video_url"), facts, findings);
        Check(facts.Draft.CallbackForm, facts.Draft.CallbackUrl, Field.CallbackUrl, facts, findings);
    }

    private void Check(LinkForm form, in Value url, FieldPath path, Facts facts, Findings findings)
    {
        if (form == LinkForm.Url && facts.Urls!.Complaint(url.Text!) is { } complaint)
            findings.Add(this, path, complaint.English, complaint.Chinese);
    }
}
