using OmniReel.Contract.Requests;

namespace OmniReel.Explain;

/// <summary>Takes every element id for one that exists: which ones do is known to the server alone.</summary>
internal sealed class AnyElement : IElementCatalog
{
    public ElementKind? Find(string elementId) => ElementKind.MultiImage;
}
