using OmniReel.Contract.Requests;
using OmniReel.Media.Plans;
using OmniReel.Server.Elements;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>The pictures and elements that an edit names, held against those that the request has.</summary>
internal sealed class EditThings
{
    private readonly List<string> _lost = [];

    public EditThings(IReadOnlyList<Edit> edits, VideoRequest request, PresetElements presets)
    {
        var figures = new Dictionary<int, FigurePlan>();
        for (var i = 0; i < request.Elements.Count; i++)
        {
            if (presets.Preset(request.Elements[i]) is { } preset)
                figures[i + 1] = PresetFigures.Of(preset.Subject);
        }

        Edits = [.. edits.Where(edit => edit is not InsertEdit insert || IsThere(insert, request, figures)).Select(edit => With(edit, figures))];
        _lost.AddRange(Unused(InsertSource.Image, request.Images.Count, "image_list"));
        _lost.AddRange(Unused(InsertSource.Element, request.Elements.Count, "element_list"));
    }

    /// <summary>Those that can be made; elements have their figures.</summary>
    public IReadOnlyList<Edit> Edits { get; }

    /// <summary>Names without a thing, and things that no word of the prompt uses or that this engine cannot show.</summary>
    public IReadOnlyList<string> NotHonoured => _lost;

    private static Edit With(Edit edit, Dictionary<int, FigurePlan> figures) =>
        edit is InsertEdit { Source: InsertSource.Element } insert ? insert with { Figure = figures[insert.Number] } : edit;

    private bool IsThere(InsertEdit insert, VideoRequest request, Dictionary<int, FigurePlan> figures)
    {
        var isThere = insert.Source == InsertSource.Image ? insert.Number >= 1 && insert.Number <= request.Images.Count : figures.ContainsKey(insert.Number);
        if (!isThere && (insert.Source == InsertSource.Image || insert.Number > request.Elements.Count))
            _lost.Add($"<<<{(insert.Source == InsertSource.Image ? "image" : "element")}_{insert.Number}>>>");
        return isThere;
    }

    private IEnumerable<string> Unused(InsertSource source, int count, string list) => Enumerable.Range(1, count)
        .Where(number => !Edits.OfType<InsertEdit>().Any(edit => edit.Source == source && edit.Number == number))
        .Select(number => $"{list}[{number - 1}]");
}
