using System.Globalization;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Requests;

namespace OmniReel.Console.Create.Checking;

/// <summary>
/// The elements that may be picked, as the server listed them. Until they are listed every id counts as known: whether it is, the
/// server says at the latest.
/// </summary>
public sealed class Shelf : IElementCatalog
{
    private Dictionary<string, ElementData>? _byId;

    /// <summary>The presets, then the caller's own; empty until they are listed.</summary>
    public IReadOnlyList<ElementData> Elements { get; private set; } = [];

    /// <summary>Puts on it what the server listed.</summary>
    public void Fill(IEnumerable<ElementData> elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        Elements = [.. elements.Where(static element => element.Status != "deleted")];
        _byId = Elements.GroupBy(IdOf).ToDictionary(static same => same.Key, static same => same.First());
    }

    /// <summary>An element's digits.</summary>
    public static string IdOf(ElementData element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return element.ElementId.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The element of these digits; null when there is none.</summary>
    public ElementData? Element(string elementId) => _byId?.GetValueOrDefault(elementId);

    /// <inheritdoc/>
    public ElementKind? Find(string elementId)
    {
        if (_byId is null)
            return ElementKind.MultiImage;
        if (!_byId.TryGetValue(elementId, out var element))
            return null;
        return element.ReferenceType == ElementKind.VideoCharacter.WireName() ? ElementKind.VideoCharacter : ElementKind.MultiImage;
    }
}
