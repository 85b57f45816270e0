using OmniReel.Contract.Rules;

namespace OmniReel.Contract.Reading;

/// <content>Lists and objects.</content>
internal ref partial struct BodyParser
{
    private void Shots()
    {
        if (!_body.EnterList(ref _draft.Shots, 6))
            return;
        while (_body.NextItem())
        {
            var shot = new ShotDraft { Shape = _body.ItemShape() };
            while (shot.Shape == Shape.Object && _body.NextName())
            {
                if (_body.Is("index"u8)) shot.Index = _body.Any();
                else if (_body.Is("prompt"u8)) shot.Prompt = _body.Any();
                else if (_body.Is("duration"u8)) shot.Duration = _body.Any();
                else _body.Ignore(ref _draft.IgnoredInShots, new(Field.MultiPrompt, _draft.Shots.Count));
            }

            _draft.Shots.Keep(shot);
        }
    }

    private void Images()
    {
        if (!_body.EnterList(ref _draft.Images, 2))
            return;
        while (_body.NextItem())
        {
            var image = new ImageDraft { Shape = _body.ItemShape() };
            while (image.Shape == Shape.Object && _body.NextName())
            {
                if (_body.Is("image_url"u8) && _draft.Images.Count < ListDraft<ImageDraft>.Kept) (image.Url, image.Form, image.Inline) = _body.Picture();
                else if (_body.Is("image_url"u8)) _body.Skip();
                else if (_body.Is("type"u8)) image.Type = _body.Word(Words.ImageTypes);
                else _body.Ignore(ref _draft.Ignored, new(Field.ImageList, _draft.Images.Count));
            }

            _draft.Images.Keep(image);
        }
    }

    private void Videos()
    {
        if (!_body.EnterList(ref _draft.Videos, 1))
            return;
        while (_body.NextItem())
        {
            var video = new VideoDraft { Shape = _body.ItemShape() };
            while (video.Shape == Shape.Object && _body.NextName())
            {
                if (_body.Is("video_url"u8)) (video.Url, video.Form) = _body.Link();
                else if (_body.Is("refer_type"u8)) video.ReferType = _body.Word(Words.ReferTypes);
                else if (_body.Is("keep_original_sound"u8)) video.KeepOriginalSound = _body.Word(Words.YesNo);
                else _body.Ignore(ref _draft.Ignored, new(Field.VideoList, _draft.Videos.Count));
            }

            _draft.Videos.Keep(video);
        }
    }

    private void Elements()
    {
        if (!_body.EnterList(ref _draft.Elements, 1))
            return;
        while (_body.NextItem())
        {
            var element = new ElementDraft { Shape = _body.ItemShape() };
            while (element.Shape == Shape.Object && _body.NextName())
            {
                if (_body.Is("element_id"u8)) element.Id = _body.Any();
                else _body.Ignore(ref _draft.Ignored, new(Field.ElementList, _draft.Elements.Count));
            }

            _draft.Elements.Keep(element);
        }
    }

    private void Watermark()
    {
        _draft.Watermark.Shape = _body.NextShape();
        while (_draft.Watermark.Shape == Shape.Object && _body.NextName())
        {
            if (_body.Is("enabled"u8)) _draft.Watermark.Enabled = _body.Any();
            else _body.Ignore(ref _draft.Ignored, Field.WatermarkInfo);
        }
    }
}
