namespace OmniReel.Console.Tasks;

/// <summary>Words of a shot that shows a picture of the request: the picture is there in their stead.</summary>
/// <param name="Shot">From 1.</param>
/// <param name="IsFirstFrame">The picture is the first frame, else the end frame.</param>
/// <param name="Words">What was not drawn.</param>
public sealed record PictureShot(int Shot, bool IsFirstFrame, IReadOnlyList<string> Words);

/// <summary>What of a prompt has no effect, told apart by why.</summary>
/// <param name="Shots">Shots that show a picture in place of their words.</param>
/// <param name="Unknown">Words that the engine does not know, or does not do.</param>
public sealed record Undrawn(IReadOnlyList<PictureShot> Shots, IReadOnlyList<string> Unknown)
{
    /// <summary>Tells them apart. A word of a shot that shows a picture was not drawn there, whatever else says it.</summary>
    /// <param name="lost">What the engine names as not understood.</param>
    /// <param name="body">The request as it was sent; null while it is not known.</param>
    public static Undrawn Of(IReadOnlyList<string>? lost, string? body)
    {
        if (lost is not { Count: > 0 }) return new Undrawn([], []);
        // Of a text that the engine divides nobody knows here which word is of which shot.
        if (body is null || PromptText.IsDivided(body)) return new Undrawn([], lost);
        var prompts = PromptText.Shots(body);
        var unknown = lost.ToList();
        var shots = new List<PictureShot>();
        if (PromptText.HasFrame(body, "first_frame")) Take(0, isFirstFrame: true);
        if (PromptText.HasFrame(body, "end_frame") && prompts.Count > 1) Take(prompts.Count - 1, isFirstFrame: false);
        return new Undrawn(shots, unknown);

        void Take(int at, bool isFirstFrame)
        {
            if (prompts.Count == 0) return;
            var words = unknown.Where(word => Says(prompts[at], word)).ToList();
            if (words.Count == 0) return;
            unknown.RemoveAll(words.Contains);
            shots.Add(new PictureShot(at + 1, isFirstFrame, words));
        }
    }

    /// <summary>Whether a prompt has the word, as a whole one where letters are Latin: "art" is not in "start".</summary>
    private static bool Says(string prompt, string word)
    {
        for (var at = prompt.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = prompt.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!Joins(prompt, at - 1, word, 0) && !Joins(prompt, at + word.Length, word, word.Length - 1)) return true;
        }

        return false;

        static bool Joins(string prompt, int beside, string word, int edge) =>
            beside >= 0 && beside < prompt.Length && char.IsAsciiLetterOrDigit(prompt[beside]) && char.IsAsciiLetterOrDigit(word[edge]);
    }
}
