using System.Text.Json;

namespace OmniReel.Contract.Reading;

/// <content>Lists and objects.</content>
internal ref partial struct BodyCursor
{
    /// <summary>Enters the next value if it is an array; else keeps only its shape.</summary>
    public bool EnterList<T>(ref ListDraft<T> list, int usual)
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

    public bool NextItem()
    {
        _json.Read();
        return _json.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>The shape of the next value; an object is entered, anything else is passed over.</summary>
    public Shape NextShape()
    {
        _json.Read();
        return ItemShape();
    }

    /// <summary>The shape of the present value; an object is entered, anything else is passed over.</summary>
    public Shape ItemShape()
    {
        if (_json.TokenType != JsonTokenType.StartObject)
            return Present().Shape;
        EnterObject();
        return Shape.Object;
    }
}
