using System.Globalization;
using System.Text;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Audio.Voices;

/// <summary>
/// Voices of espeak-ng. It is started in the sandbox, with a deadline and a cap on what it says; the text reaches it through its
/// standard input, cleaned of everything that it would take for more than words (phonemes in brackets, marks, control codes).
/// </summary>
internal sealed class EspeakVoice(Sandbox sandbox, string program) : IVoice
{
    private const int MostCharacters = 1200;

    private static readonly SandboxCaps s_caps = new(TimeSpan.FromSeconds(15), 8 << 20, SandboxCaps.DefaultMemory)
    {
        // A library for loudspeakers that it is linked with shares memory with itself, though no loudspeaker is used; in the sandbox there is nothing to write to.
        File = 128 << 20,
    };

    /// <summary>True where the program is on the search path.</summary>
    public bool IsThere => SearchPath.Find(program) is not null;

    public async Task<float[]?> SpeakAsync(string text, Speaker speaker, string language, double haste, CancellationToken cancellation)
    {
        var words = Clean(text);
        if (!words.Any(char.IsLetterOrDigit) || !IsThere)
            return null;
        var (voice, pitch, pace) = Choice(speaker, language);
        string[] command =
        [
            "-v", voice, "-p", Text(pitch), "-s", Text((int)Math.Round(pace * haste)), "-b", "1", "--stdin", "--stdout",
        ];
        var outcome = await sandbox.RunOnTextAsync(program, command, System.Text.Encoding.UTF8.GetBytes(words), s_caps, cancellation);
        // The same words were spoken before and will be again: a machine that had no time for them now is no reason to leave them out.
        if (outcome.End == SandboxEnd.TooLong)
            throw new SandboxException($"{program} did not speak within {s_caps.Time.TotalSeconds:0} s.");
        return outcome.End == SandboxEnd.Done ? SpokenWave.Read(outcome.Output) : null;
    }

    /// <summary>Letters, digits and the marks that make a pause; all else becomes a blank.</summary>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(MostCharacters))
        {
            if (Rune.IsLetterOrDigit(rune) || ",.!?;:'’-，。！？；：、".Contains(rune.ToString(), StringComparison.Ordinal) || IsMark(rune))
                clean.Append(rune);
            else
                clean.Append(' ');
        }

        // A line of its own, so that the last word is not waited for.
        return clean.Append('\n').ToString();
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>
    /// A voice, its pitch from 0 to 99 and its words a minute. The Mandarin voice is the one that reads its own Pinyin: the other one
    /// spells the syllables of Chinese characters out as English letters.
    /// </summary>
    private static (string Voice, int Pitch, int Pace) Choice(Speaker speaker, string language) => (language, speaker) switch
    {
        ("zh", Speaker.Woman) => ("cmn-latn-pinyin+f3", 55, 170),
        ("zh", Speaker.Man) => ("cmn-latn-pinyin+m3", 42, 165),
        ("zh", Speaker.Child) => ("cmn-latn-pinyin+f5", 85, 175),
        ("zh", _) => ("cmn-latn-pinyin+f2", 45, 155),
        (_, Speaker.Woman) => ("en-us+f3", 55, 160),
        (_, Speaker.Man) => ("en-us+m3", 42, 155),
        (_, Speaker.Child) => ("en-us+f5", 85, 165),
        _ => ("en-gb-x-rp", 42, 150),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
