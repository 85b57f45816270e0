using OmniReel.Contract.Requests;
using OmniReel.Server.Elements;

namespace OmniReel.Server.Tests.Elements;

/// <summary>For tests of tasks: every tenant has the presets and nothing of its own.</summary>
internal sealed class PresetCatalogs : IElementCatalogs
{
    private readonly PresetElements _presets = new();

    public IElementCatalog Of(string tenant) => _presets;

    public IElementCatalog EverOf(string tenant) => _presets;
}
