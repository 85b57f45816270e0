using OmniReel.Contract.Reading;

namespace OmniReel.Contract.Rules;

/// <summary>A rule about a word out of an enumeration; its refusals say what was probably meant.</summary>
internal abstract class WordRule(string id, string field, string[] words, string english, string chinese) : Rule(id, field, english, chinese)
{
    protected void CheckWord(in Value value, FieldPath path, Findings findings) => this.CheckWord(value, words, path, findings);
}

internal static class WordChecks
{
    /// <summary>Refuses a text that is none of these words.</summary>
    public static void CheckWord(this RuleText rule, in Value value, string[] words, FieldPath path, Findings findings)
    {
        if (!value.IsText || Words.IsOneOf(value, words))
            return;
        var found = findings.Show(value);
        var meant = Words.Meant(value, words);
        var choices = $"{string.Join(", ", words[..^1])} or {words[^1]}";
        findings.Add(
            rule,
            path,
            meant is null
                ? $"{found} is not known; use {choices}"
                : $"{found} is not known; did you mean {meant}? It takes {choices}, written exactly so",
            meant is null
                ? $"不认识 {found}；可用的值是 {string.Join("、", words)}"
                : $"不认识 {found}；是不是想写 {meant}？可用的值是 {string.Join("、", words)}，须完全一致");
    }
}
