namespace OmniReel.Contract.Requests;

/// <summary>How an element was made; some rules depend on it.</summary>
public enum ElementKind
{
    /// <summary>From several images.</summary>
    MultiImage,

    /// <summary>From a video of a character.</summary>
    VideoCharacter,
}

/// <summary>The elements that a caller may name: the presets and the caller's own. Lookups are answered from memory.</summary>
public interface IElementCatalog
{
    /// <summary>The kind of the element with these exact decimal digits, or null when the caller has none of that id.</summary>
    ElementKind? Find(string elementId);
}

/// <summary>The catalogues of all tenants.</summary>
public interface IElementCatalogs
{
    /// <summary>What a tenant may name now: the presets and its own elements that are not deleted.</summary>
    IElementCatalog Of(string tenant);

    /// <summary>What a tenant could ever name, deleted elements too: for a body that was accepted before and is read again.</summary>
    IElementCatalog EverOf(string tenant);
}
