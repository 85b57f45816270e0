using OmniReel.Contract.Requests;
using OmniReel.Contract.Rules;

namespace OmniReel.Contract.Reading;

/// <summary>Facts about an element that broke no rule, in the terms of the product. Fields without effect are left behind here.</summary>
internal static class ElementBuilder
{
    public static ElementRequest Build(ElementFacts facts)
    {
        var body = facts.Body;
        return new ElementRequest
        {
            Form = facts.Form,
            Name = body.Name.Text!,
            Description = body.Description.Text!,
            Kind = facts.IsFromImages ? ElementKind.MultiImage : ElementKind.VideoCharacter,
            Images = facts.IsFromImages ? Images(body) : [],
            VideoUrl = facts.IsFromVideo ? body.Videos.Span[0].Url.Text : null,
            VoiceId = body.VoiceId.Text,
            Tags = Tags(body.Tags.Span),
            CallbackUrl = body.CallbackUrl.Text,
            ExternalTaskId = body.ExternalTaskId.Text,
            IgnoredFields = body.Ignored.ToList(),
        };
    }

    private static ImageInput[] Images(ElementBody body)
    {
        var images = new ImageInput[1 + body.Others.Count];
        images[0] = Image(body.Frontal);
        for (var i = 0; i < body.Others.Count; i++)
            images[i + 1] = Image(body.Others.Span[i]);
        return images;
    }

    private static ImageInput Image(in ImageDraft sent) => sent.Form == LinkForm.InlineImage
        ? new(null, sent.Inline, ImageRole.Reference)
        : new(sent.Url.Text!, null, ImageRole.Reference);

    private static string[] Tags(ReadOnlySpan<TagDraft> sent)
    {
        var tags = new List<string>(sent.Length);
        foreach (ref readonly var tag in sent)
        {
            if (!tags.Contains(tag.Id.Text!))
                tags.Add(tag.Id.Text!);
        }

        return [.. tags];
    }
}
