using OmniReel.Contract.Rules;

namespace OmniReel.Contract.Reading;

/// <summary>The body of a film's request to a <see cref="Draft"/> in one pass; every value is kept as sent.</summary>
internal ref partial struct BodyParser(ReadOnlySpan<byte> body, int bodyStart)
{
    private readonly Draft _draft = new();
    private BodyCursor _body = new(body, bodyStart);

    public readonly void Dispose() => _body.Dispose();

    public Draft Parse()
    {
        _body.Begin();
        while (_body.NextName())
            ReadField();
        _body.End();
        return _draft;
    }

    private void ReadField()
    {
        if (_body.Is("model_name"u8)) _draft.ModelName = _body.Word(Words.Models);
        else if (_body.Is("prompt"u8)) _draft.Prompt = _body.Any();
        else if (_body.Is("mode"u8)) _draft.Mode = _body.Word(Words.Modes);
        else if (_body.Is("aspect_ratio"u8)) _draft.AspectRatio = _body.Word(Words.Ratios);
        else if (_body.Is("duration"u8)) _draft.Duration = _body.Any();
        else if (_body.Is("multi_shot"u8)) _draft.MultiShot = _body.Any();
        else if (_body.Is("shot_type"u8)) _draft.ShotType = _body.Word(Words.ShotTypes);
        else if (_body.Is("multi_prompt"u8)) Shots();
        else if (_body.Is("sound"u8)) _draft.Sound = _body.Word(Words.OnOff);
        else if (_body.Is("image_list"u8)) Images();
        else if (_body.Is("video_list"u8)) Videos();
        else if (_body.Is("element_list"u8)) Elements();
        else if (_body.Is("watermark_info"u8)) Watermark();
        else if (_body.Is("callback_url"u8)) (_draft.CallbackUrl, _draft.CallbackForm) = _body.Link();
        else if (_body.Is("external_task_id"u8)) _draft.ExternalTaskId = _body.Any();
        else if (_body.Is("negative_prompt"u8)) _draft.NegativePrompt = _body.Any();
        else _body.Ignore(ref _draft.Ignored);
    }
}
