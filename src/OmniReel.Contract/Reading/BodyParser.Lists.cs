using System.Text.Json;
using OmniReel.Contract.Rules;

namespace OmniReel.Contract.Reading;

/// <content>Lists and objects.</content>
internal ref partial struct BodyParser
{
    private void Shots()
    {
        if (!EnterList(ref _draft.Shots, 6))
            return;
        while (NextItem())
        {
            var shot = new ShotDraft { Shape = ItemShape() };
            while (shot.Shape == Shape.Object && NextName())
            {
                if (Is("index"u8)) shot.Index = Any();
                else if (Is("prompt"u8)) shot.Prompt = Any();
                else if (Is("duration"u8)) shot.Duration = Any();
                else Ignore(new(Field.MultiPrompt, _draft.Shots.Count));
            }

            Keep(ref _draft.Shots, shot);
        }
    }

    private void Images()
    {
        if (!EnterList(ref _draft.Images, 2))
            return;
        while (NextItem())
        {
            var image = new ImageDraft { Shape = ItemShape() };
            while (image.Shape == Shape.Object && NextName())
            {
                if (Is("image_url"u8) && _draft.Images.Count < ListDraft<ImageDraft>.Kept) (image.Url, image.Form, image.Inline) = Picture();
                else if (Is("image_url"u8)) Skip();
                else if (Is("type"u8)) image.Type = Word(Words.ImageTypes);
                else Ignore(new(Field.ImageList, _draft.Images.Count));
            }

            Keep(ref _draft.Images, image);
        }
    }

    private void Videos()
    {
        if (!EnterList(ref _draft.Videos, 1))
            return;
        while (NextItem())
        {
            var video = new VideoDraft { Shape = ItemShape() };
            while (video.Shape == Shape.Object && NextName())
            {
                if (Is("video_url"u8)) (video.Url, video.Form) = Link();
                else if (Is("refer_type"u8)) video.ReferType = Word(Words.ReferTypes);
                else if (Is("keep_original_sound"u8)) video.KeepOriginalSound = Word(Words.YesNo);
                else Ignore(new(Field.VideoList, _draft.Videos.Count));
            }

            Keep(ref _draft.Videos, video);
        }
    }

    private void Elements()
    {
        if (!EnterList(ref _draft.Elements, 1))
            return;
        while (NextItem())
        {
            var element = new ElementDraft { Shape = ItemShape() };
            while (element.Shape == Shape.Object && NextName())
            {
                if (Is("element_id"u8)) element.Id = Any();
                else Ignore(new(Field.ElementList, _draft.Elements.Count));
            }

            Keep(ref _draft.Elements, element);
        }
    }

    private void Watermark()
    {
        _json.Read();
        _draft.Watermark.Shape = ItemShape();
        while (_draft.Watermark.Shape == Shape.Object && NextName())
        {
            if (Is("enabled"u8)) _draft.Watermark.Enabled = Any();
            else Ignore(Field.WatermarkInfo);
        }
    }

    /// <summary>Enters the next value if it is an array; else keeps only its shape.</summary>
    private bool EnterList<T>(ref ListDraft<T> list, int usual)
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            list.Shape = Present().Shape;
            return false;
        }

        CheckDepth();
        list.Items = new List<T>(usual);
        return true;
    }

    private bool NextItem()
    {
        _json.Read();
        return _json.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>The shape of the present value; an object is entered, anything else is passed over.</summary>
    private Shape ItemShape()
    {
        if (_json.TokenType != JsonTokenType.StartObject)
            return Present().Shape;
        EnterObject();
        return Shape.Object;
    }

    private static void Keep<T>(ref ListDraft<T> list, in T item)
    {
        list.Shape = Shape.Array;
        if (list.Count++ < ListDraft<T>.Kept)
            list.Items!.Add(item);
    }
}
