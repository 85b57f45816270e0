using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Rules;

/// <summary>Collects violations and words them in the caller's language.</summary>
internal sealed class Findings(Language language)
{
    private List<(FieldPath Path, int Order, RuleViolation Violation)>? _found;

    public bool Any => _found is not null;

    /// <summary>Reports a broken rule: what is wrong and what would be right, without the field's name, in both languages.</summary>
    public void Add(RuleText rule, FieldPath path, string english, string chinese)
    {
        var message = language == Language.Chinese ? $"{path}：{chinese}" : $"{path}: {english}";
        _found ??= [];
        _found.Add((path, _found.Count, new RuleViolation(path.ToString(), rule.Id, message)));
    }

    /// <summary>How a value is shown to its sender.</summary>
    public string Show(in Value value) => value.Shape switch
    {
        Shape.Text => Excerpts.Quote(value.Text!),
        Shape.Number => Excerpts.Cut(value.Text!),
        Shape.True => "true",
        Shape.False => "false",
        Shape.Object => Say("an object", "一个对象"),
        Shape.Array => Say("a list", "一个列表"),
        _ => Say("nothing", "空"),
    };

    public string Say(string english, string chinese) => language == Language.Chinese ? chinese : english;

    /// <summary>All violations in the field order of the document, then by item, then in the order found.</summary>
    public IReadOnlyList<RuleViolation> InOrder()
    {
        if (_found is null)
            return [];
        _found.Sort(static (a, b) => a.Path.CompareTo(b.Path) is var byPath and not 0 ? byPath : a.Order.CompareTo(b.Order));
        return _found.ConvertAll(static f => f.Violation);
    }
}
