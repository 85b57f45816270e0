using OmniReel.Contract.Requests;

namespace OmniReel.Server.Elements;

/// <summary>Who an element is, in no engine's terms.</summary>
public enum ElementSubject
{
    /// <summary>A woman who dances.</summary>
    Dancer,
}

/// <summary>One element that every tenant may name.</summary>
/// <param name="Id">Its exact decimal digits.</param>
public sealed record PresetElement(string Id, ElementKind Kind, ElementSubject Subject);

/// <summary>The elements that come with the server.</summary>
public sealed class PresetElements : IElementCatalog
{
    /// <summary>The element of the document's own example, so that the example runs as written: a dancer.</summary>
    public const string DancerId = "835266081714884677";

    private readonly Dictionary<string, PresetElement> _byId = new[]
    {
        new PresetElement(DancerId, ElementKind.MultiImage, ElementSubject.Dancer),
    }.ToDictionary(element => element.Id);

    /// <summary>All presets.</summary>
    public IReadOnlyCollection<PresetElement> All => _byId.Values;

    /// <summary>The preset of this id; null when there is none.</summary>
    public PresetElement? Preset(string elementId) => _byId.GetValueOrDefault(elementId);

    public ElementKind? Find(string elementId) => Preset(elementId)?.Kind;
}
