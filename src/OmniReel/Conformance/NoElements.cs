using OmniReel.Contract.Requests;

namespace OmniReel.Conformance;

/// <summary>Knows no element: the ids in the refused bodies are made up, on every server.</summary>
internal sealed class NoElements : IElementCatalog
{
    public ElementKind? Find(string elementId) => null;
}
