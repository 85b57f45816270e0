using OmniReel.Contract.Requests;
using OmniReel.Contract.Rules;

namespace OmniReel.Contract.Reading;

/// <summary>Bodies about elements to drafts; every value is kept as sent.</summary>
internal ref struct ElementParser(ReadOnlySpan<byte> body, int bodyStart)
{
    private readonly ElementBody _draft = new();
    private BodyCursor _body = new(body, bodyStart);

    public readonly void Dispose() => _body.Dispose();

    public ElementBody Parse(ElementForm form)
    {
        _body.Begin();
        while (_body.NextName())
        {
            if (form == ElementForm.Simple)
                ReadSimple();
            else
                ReadAdvanced();
        }

        _body.End();
        return _draft;
    }

    public DeletionBody ParseDeletion()
    {
        var deletion = new DeletionBody();
        _body.Begin();
        while (_body.NextName())
        {
            if (_body.Is("element_id"u8)) deletion.ElementId = _body.Any();
            else _body.Ignore(ref deletion.Ignored);
        }

        _body.End();
        return deletion;
    }

    private void ReadAdvanced()
    {
        if (_body.Is("element_name"u8)) _draft.Name = _body.Any();
        else if (_body.Is("element_description"u8)) _draft.Description = _body.Any();
        else if (_body.Is("reference_type"u8)) _draft.ReferenceType = _body.Word(Words.ReferenceTypes);
        else if (_body.Is("element_image_list"u8)) ImageList();
        else if (_body.Is("element_video_list"u8)) VideoList();
        else if (_body.Is("element_voice_id"u8)) _draft.VoiceId = _body.Any();
        else if (_body.Is("tag_list"u8)) Tags();
        else if (_body.Is("callback_url"u8)) (_draft.CallbackUrl, _draft.CallbackForm) = _body.Link();
        else if (_body.Is("external_task_id"u8)) _draft.ExternalTaskId = _body.Any();
        else _body.Ignore(ref _draft.Ignored);
    }

    private void ReadSimple()
    {
        _draft.ImageList = Shape.Object;
        if (_body.Is("element_name"u8)) _draft.Name = _body.Any();
        else if (_body.Is("element_description"u8)) _draft.Description = _body.Any();
        else if (_body.Is("element_frontal_image"u8)) Frontal();
        else if (_body.Is("element_refer_list"u8)) Others(Field.ElementReferList);
        else if (_body.Is("tag_list"u8)) Tags();
        else _body.Ignore(ref _draft.Ignored);
    }

    private void ImageList()
    {
        _draft.ImageList = _body.NextShape();
        while (_draft.ImageList == Shape.Object && _body.NextName())
        {
            if (_body.Is("frontal_image"u8)) Frontal();
            else if (_body.Is("refer_images"u8)) Others(Field.ReferImages);
            else _body.Ignore(ref _draft.Ignored, Field.ElementImageList);
        }
    }

    private void Frontal()
    {
        (_draft.Frontal.Url, _draft.Frontal.Form, _draft.Frontal.Inline) = _body.Picture();
        _draft.Frontal.Shape = Shape.Object;
    }

    private void Others(Field field)
    {
        if (!_body.EnterList(ref _draft.Others, 3))
            return;
        while (_body.NextItem())
        {
            var image = new ImageDraft { Shape = _body.ItemShape() };
            while (image.Shape == Shape.Object && _body.NextName())
            {
                if (_body.Is("image_url"u8) && _draft.Others.Count < ListDraft<ImageDraft>.Kept) (image.Url, image.Form, image.Inline) = _body.Picture();
                else if (_body.Is("image_url"u8)) _body.Skip();
                else _body.Ignore(ref _draft.Ignored, new(field, _draft.Others.Count));
            }

            _draft.Others.Keep(image);
        }
    }

    private void VideoList()
    {
        _draft.VideoList = _body.NextShape();
        while (_draft.VideoList == Shape.Object && _body.NextName())
        {
            if (_body.Is("refer_videos"u8)) Videos();
            else _body.Ignore(ref _draft.Ignored, Field.ElementVideoList);
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
                else _body.Ignore(ref _draft.Ignored, new(Field.ReferVideos, _draft.Videos.Count));
            }

            _draft.Videos.Keep(video);
        }
    }

    private void Tags()
    {
        if (!_body.EnterList(ref _draft.Tags, 2))
            return;
        while (_body.NextItem())
        {
            var tag = new TagDraft { Shape = _body.ItemShape() };
            while (tag.Shape == Shape.Object && _body.NextName())
            {
                if (_body.Is("tag_id"u8)) tag.Id = _body.Word(Words.Tags);
                else _body.Ignore(ref _draft.Ignored, new(Field.TagList, _draft.Tags.Count));
            }

            _draft.Tags.Keep(tag);
        }
    }
}
