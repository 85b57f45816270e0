using OmniReel.Contract.Reading;

namespace OmniReel.Contract.Rules;

/// <summary>A rule about a word out of an enumeration; its refusals say what was probably meant.</summary>
internal abstract class WordRule(string id, string field, string[] words, string english, string chinese) : Rule(id, field, english, chinese)
{
    protected void CheckWord(in Value value, FieldPath path, Findings findings)
    {
        if (!value.IsText || Words.IsOneOf(value, words))
            return;
        var found = findings.Show(value);
        var meant = Words.Meant(value, words);
        findings.Add(
            this,
            path,
            meant is null
                ? $"{found} is not known; use {string.Join(" or ", words)}"
                : $"{found} is not known; did you mean {meant}? It takes {string.Join(" or ", words)}, written exactly so",
            meant is null
                ? $"不认识 {found}；可用的值是 {string.Join("、", words)}"
                : $"不认识 {found}；是不是想写 {meant}？可用的值是 {string.Join("、", words)}，须完全一致");
    }
}
