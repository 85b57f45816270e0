using System.Text.Json;
using OmniReel.Contract.Rules;

namespace OmniReel.Contract.Reading;

/// <summary>
/// Walks over a body once, from value to value. Refuses what no field can be blamed for (grammar, depth, doubled names, lone
/// surrogates); what the fields mean is its user's business. The body must be valid UTF-8 already.
/// </summary>
internal ref partial struct BodyCursor
{
    public const int DeepestLevel = 32;

    private readonly int _bodyStart;
    private NameGuard _names;
    private Utf8JsonReader _json;

    /// <param name="body">The body without its byte order mark.</param>
    /// <param name="bodyStart">Bytes before <paramref name="body"/> in what was sent.</param>
    public BodyCursor(ReadOnlySpan<byte> body, int bodyStart)
    {
        _bodyStart = bodyStart;
        _names = new NameGuard(body);
        // One level more than allowed: the depth is checked here, where the message can say so.
        _json = new Utf8JsonReader(body, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, MaxDepth = DeepestLevel * 2 });
    }

    public readonly void Dispose() => _names.Dispose();

    /// <summary>Enters the object that the whole body is.</summary>
    public void Begin()
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.StartObject)
            throw new BodySyntaxException("The body must be one JSON object.", "请求体必须是一个 JSON 对象。");
        EnterObject();
    }

    /// <summary>Reads to the end of the body: anything but comments and blanks behind the object is refused by the reader.</summary>
    public void End() => _json.Read();

    /// <summary>Whether the present name is this one.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name) => _json.ValueTextEquals(name);

    /// <summary>Passes over a part that no field has, and notes where it is.</summary>
    public void Ignore(ref IgnoredNames ignored, FieldPath? at = null)
    {
        if (ignored.HasRoom)
            ignored.Add(at is { } place ? $"{place}.{ShownName()}" : ShownName());
        Skip();
    }

    /// <summary>Moves to the next name of the present object; false at its end.</summary>
    public bool NextName()
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
    public void Skip()
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
