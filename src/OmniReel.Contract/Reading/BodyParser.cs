using System.Text.Json;
using OmniReel.Contract.Rules;

namespace OmniReel.Contract.Reading;

/// <summary>
/// Bytes to <see cref="Draft"/> in one pass. Refuses what no field can be blamed for (grammar, depth, doubled names, lone
/// surrogates); everything else is kept as sent. The body must be valid UTF-8 already.
/// </summary>
internal ref partial struct BodyParser
{
    public const int DeepestLevel = 32;

    private readonly Draft _draft = new();
    private readonly int _bodyStart;
    private NameGuard _names;
    private Utf8JsonReader _json;

    /// <param name="body">The body without its byte order mark.</param>
    /// <param name="bodyStart">Bytes before <paramref name="body"/> in what was sent.</param>
    public BodyParser(ReadOnlySpan<byte> body, int bodyStart)
    {
        _bodyStart = bodyStart;
        _names = new NameGuard(body);
        // One level more than allowed: the depth is checked here, where the message can say so.
        _json = new Utf8JsonReader(body, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, MaxDepth = DeepestLevel * 2 });
    }

    public readonly void Dispose() => _names.Dispose();

    public Draft Parse()
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.StartObject)
            throw new BodySyntaxException("The body must be one JSON object.", "请求体必须是一个 JSON 对象。");
        EnterObject();
        while (NextName())
            ReadField();
        // Reads to the end of the body: anything but comments and blanks behind the object is refused by the reader.
        _json.Read();
        return _draft;
    }

    private void ReadField()
    {
        if (Is("model_name"u8)) _draft.ModelName = Word(Words.Models);
        else if (Is("prompt"u8)) _draft.Prompt = Any();
        else if (Is("mode"u8)) _draft.Mode = Word(Words.Modes);
        else if (Is("aspect_ratio"u8)) _draft.AspectRatio = Word(Words.Ratios);
        else if (Is("duration"u8)) _draft.Duration = Any();
        else if (Is("multi_shot"u8)) _draft.MultiShot = Any();
        else if (Is("shot_type"u8)) _draft.ShotType = Word(Words.ShotTypes);
        else if (Is("multi_prompt"u8)) Shots();
        else if (Is("sound"u8)) _draft.Sound = Word(Words.OnOff);
        else if (Is("image_list"u8)) Images();
        else if (Is("video_list"u8)) Videos();
        else if (Is("element_list"u8)) Elements();
        else if (Is("watermark_info"u8)) Watermark();
        else if (Is("callback_url"u8)) (_draft.CallbackUrl, _draft.CallbackForm) = Link();
        else if (Is("external_task_id"u8)) _draft.ExternalTaskId = Any();
        else if (Is("negative_prompt"u8)) _draft.NegativePrompt = Any();
        else Ignore();
    }

    private readonly bool Is(ReadOnlySpan<byte> name) => _json.ValueTextEquals(name);

    private void Ignore()
    {
        if (_draft.Ignored.HasRoom)
            _draft.Ignored.Add(ShownName());
        Skip();
    }

    /// <summary>Passes over a part that no field has, and notes where it is.</summary>
    private void Ignore(FieldPath at)
    {
        ref var ignored = ref at.Field == Field.MultiPrompt ? ref _draft.IgnoredInShots : ref _draft.Ignored;
        if (ignored.HasRoom)
            ignored.Add($"{at}.{ShownName()}");
        Skip();
    }

    /// <summary>Moves to the next name of the present object; false at its end.</summary>
    private bool NextName()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            _names.Close();
            return false;
        }

        CheckEscapes();
        _names.Add(ref _json);
        return true;
    }

    private void EnterObject()
    {
        CheckDepth();
        _names.Open();
    }

    private readonly void CheckDepth()
    {
        if (_json.CurrentDepth >= DeepestLevel)
        {
            throw new BodySyntaxException(
                $"The body is nested deeper than {DeepestLevel} levels.", $"请求体的嵌套超过 {DeepestLevel} 层。");
        }
    }

    private readonly void CheckEscapes()
    {
        if (_json.ValueIsEscaped && Escapes.HasLoneSurrogate(_json.ValueSpan))
        {
            throw new BodySyntaxException(
                $"The body holds half of a surrogate pair in the text that begins at byte {_json.TokenStartIndex}; write both halves, or the character itself in UTF-8.",
                $"请求体从第 {_json.TokenStartIndex} 字节开始的文本里有不成对的代理项；请写出完整的一对，或直接写 UTF-8 字符。");
        }
    }

    /// <summary>Passes over the next value and checks it all the same.</summary>
    private void Skip()
    {
        _json.Read();
        SkipPresent();
    }

    private void SkipPresent()
    {
        var level = _json.CurrentDepth;
        do
        {
            switch (_json.TokenType)
            {
                case JsonTokenType.StartObject:
                    EnterObject();
                    break;
                case JsonTokenType.EndObject:
                    _names.Close();
                    break;
                case JsonTokenType.StartArray:
                    CheckDepth();
                    break;
                case JsonTokenType.PropertyName:
                    CheckEscapes();
                    _names.Add(ref _json);
                    break;
                case JsonTokenType.String:
                    CheckEscapes();
                    break;
            }
        }
        while (!EndsAt(level) && _json.Read());
    }

    private readonly bool EndsAt(int level) => _json.CurrentDepth == level
        && _json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName);
}
