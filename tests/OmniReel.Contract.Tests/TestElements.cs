using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Tests;

/// <summary>A catalogue with the preset of the document's example, an element of one's own, and some made from videos.</summary>
internal sealed class TestElements : IElementCatalog
{
    public const string Preset = "835266081714884677";
    public const string Own = "4503599627370495";
    public const string Character = "1001";

    public static TestElements Instance { get; } = new();

    public ElementKind? Find(string elementId) => elementId switch
    {
        Preset or Own => ElementKind.MultiImage,
        Character or "1002" or "1003" or "1004" => ElementKind.VideoCharacter,
        _ => null,
    };
}
