using OmniReel.Contract.Requests;
using OmniReel.Contract.Rules;

namespace OmniReel.Contract.Reading;

/// <summary>Facts that broke no rule, in the terms of the product. Fields without effect are left behind here.</summary>
internal static class RequestBuilder
{
    public static VideoRequest Build(Facts facts)
    {
        var draft = facts.Draft;
        return new VideoRequest
        {
            Profile = facts.Profile,
            Model = facts.Model!.Value,
            Mode = facts.Mode!.Value,
            Kind = new(facts.Input, ShotsOf(facts)),
            AspectRatio = facts.AspectEffect == Effect.Yes ? Ratio(draft.AspectRatio.Text) : null,
            Seconds = facts.Seconds,
            Prompt = facts.PromptEffect == Effect.Yes ? draft.Prompt.Text! : "",
            NegativePrompt = draft.NegativePrompt.Text ?? "",
            Shots = facts.IsCustomize ? Shots(draft.Shots.Span) : [],
            Images = Images(draft.Images.Span),
            Elements = Elements(draft.Elements.Span),
            Video = facts.HasVideo ? Video(draft.Videos.Span[0], facts) : null,
            Sound = draft.Sound.Text == "on",
            Watermark = draft.Watermark.Enabled.Shape == Shape.True,
            CallbackUrl = draft.CallbackUrl.Text,
            ExternalTaskId = draft.ExternalTaskId.Text,
            IgnoredFields = facts.IsCustomize ? draft.Ignored.With(draft.IgnoredInShots) : draft.Ignored.ToList(),
        };
    }

    private static ShotKind ShotsOf(Facts facts) => facts switch
    {
        { IsMultiShot: false } => ShotKind.SingleShot,
        { IsCustomize: true } => ShotKind.Customize,
        _ => ShotKind.Intelligence,
    };

    private static AspectRatio Ratio(string? text) => text switch
    {
        "9:16" => Requests.AspectRatio.Portrait,
        "1:1" => Requests.AspectRatio.Square,
        _ => Requests.AspectRatio.Landscape,
    };

    private static ShotRequest[] Shots(ReadOnlySpan<ShotDraft> sent)
    {
        var shots = new ShotRequest[sent.Length];
        foreach (ref readonly var shot in sent)
        {
            shot.Index.TryGetSeconds(out var index);
            shot.Duration.TryGetSeconds(out var seconds);
            shots[index - 1] = new(shot.Prompt.Text!, seconds);
        }

        return shots;
    }

    private static ImageInput[] Images(ReadOnlySpan<ImageDraft> sent)
    {
        if (sent.Length == 0)
            return [];
        var images = new ImageInput[sent.Length];
        for (var i = 0; i < sent.Length; i++)
        {
            var role = sent[i].Type.Text switch
            {
                "first_frame" => ImageRole.FirstFrame,
                "end_frame" => ImageRole.EndFrame,
                _ => ImageRole.Reference,
            };
            images[i] = sent[i].Form == LinkForm.InlineImage ? new(null, sent[i].Inline, role) : new(sent[i].Url.Text!, null, role);
        }

        return images;
    }

    private static string[] Elements(ReadOnlySpan<ElementDraft> sent)
    {
        if (sent.Length == 0)
            return [];
        var ids = new string[sent.Length];
        for (var i = 0; i < sent.Length; i++)
            ids[i] = sent[i].Id.Text!;
        return ids;
    }

    private static VideoInput Video(in VideoDraft sent, Facts facts) =>
        new(sent.Url.Text!, facts.VideoIs("base"), sent.KeepOriginalSound.Text != "no");
}
