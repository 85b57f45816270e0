using OmniReel.Contract.Reading;

namespace OmniReel.Contract.Rules;

/// <summary>The enumerations of the wire, and what a word that is none of theirs was probably meant to be.</summary>
internal static class Words
{
    public static readonly string[] Models = ["kling-video-o1", "kling-v3-omni"];
    public static readonly string[] ShotTypes = ["customize", "intelligence"];
    public static readonly string[] OnOff = ["on", "off"];
    public static readonly string[] ImageTypes = ["first_frame", "end_frame"];
    public static readonly string[] ReferTypes = ["base", "feature"];
    public static readonly string[] YesNo = ["yes", "no"];
    public static readonly string[] Modes = ["std", "pro", "4k"];
    public static readonly string[] Ratios = ["16:9", "9:16", "1:1"];
    public static readonly string[] ReferenceTypes = ["image_refer", "video_refer"];
    public static readonly string[] Tags = ["o_101", "o_102", "o_103", "o_104", "o_105", "o_106", "o_107", "o_108"];

    /// <summary>Words that clients are known to send, spelled far from what they mean.</summary>
    private static readonly (string Word, string Meant)[] Aliases =
    [
        ("standard", "std"), ("720p", "std"), ("professional", "pro"), ("1080p", "pro"), ("uhd", "4k"), ("2160p", "4k"),
        ("kling-o1", "kling-video-o1"), ("kling-3.0-omni", "kling-v3-omni"), ("kling-v3", "kling-v3-omni"), ("kling-3.0", "kling-v3-omni"),
        ("landscape", "16:9"), ("portrait", "9:16"), ("square", "1:1"), ("16x9", "16:9"), ("9x16", "9:16"), ("1x1", "1:1"),
        ("true", "on"), ("false", "off"), ("true", "yes"), ("false", "no"), ("on", "yes"), ("off", "no"),
        ("last_frame", "end_frame"), ("tail_frame", "end_frame"), ("start_frame", "first_frame"),
        ("custom", "customize"), ("intelligent", "intelligence"), ("edit", "base"), ("reference", "feature"),
        ("image", "image_refer"), ("images", "image_refer"), ("video", "video_refer"),
    ];

    /// <summary>The word itself when it is one of these, else the one that was probably meant, else null.</summary>
    public static string? Meant(in Value value, string[] words)
    {
        if (!value.IsText)
            return null;
        foreach (var word in words)
        {
            if (ReferenceEquals(word, value.Text) || word == value.Text)
                return word;
        }

        return NearestTo(value.Text!, words);
    }

    public static bool IsOneOf(in Value value, string[] words) => value.IsText && Array.IndexOf(words, value.Text) >= 0;

    /// <summary>Decimal digits, as text or as a JSON integer, of a length that is still worth looking up.</summary>
    public static bool IsDigits(in Value value) => value.Shape is Shape.Text or Shape.Number
        && value.Text is { Length: > 0 and <= 32 } text && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static string? NearestTo(string found, string[] words)
    {
        if (found.Length > 40)
            return null;
        var plain = found.Trim().ToLowerInvariant().Replace('：', ':').Replace(' ', '-');
        foreach (var (word, meant) in Aliases)
        {
            if (word == plain && Array.IndexOf(words, meant) >= 0)
                return meant;
        }

        string? nearest = null;
        var least = int.MaxValue;
        foreach (var word in words)
        {
            var distance = EditDistance.Between(plain, word);
            // A third of the word may differ: "bse" is base, "slow" is not on.
            if (distance < least && distance <= word.Length / 3)
                (nearest, least) = (word, distance);
        }

        return nearest;
    }
}
