using System.Text;
using OmniReel.Media.Plans;
using OmniReel.Media.Script;

namespace OmniReel.Media.Tests.Script;

/// <summary>Short ways to read a prompt and to say what was read in one line, as the tables expect it.</summary>
internal static class Reading
{
    public const int FiveSeconds = 121;

    public static ScriptReading Of(string prompt, string negative = "", int frames = FiveSeconds) =>
        ScriptReader.Read(new ScriptRequest([new ScriptShot(prompt, frames)], negative, 1280, 720));

    public static ScriptReading Shots(params string[] prompts) =>
        ScriptReader.Read(new ScriptRequest([.. prompts.Select(p => new ScriptShot(p, 48))], "", 1280, 720));

    public static ScriptReading Divided(string prompt, int frames = 241, string negative = "") =>
        ScriptReader.Read(new ScriptRequest([new ScriptShot(prompt, frames)], negative, 1280, 720, Divide: true));

    public static ShotPlan Shot(string prompt, string negative = "") => Of(prompt, negative).Plan.Shots[0];

    /// <summary>The first shot of each prompt, of which every word is understood.</summary>
    public static IEnumerable<ShotPlan> Understood(params IEnumerable<string> prompts)
    {
        foreach (var prompt in prompts)
        {
            var reading = Of(prompt);
            reading.NotUnderstood.ShouldBeEmpty(prompt);
            yield return reading.Plan.Shots[0];
        }
    }

    /// <summary>Every slot as words, such as <c>Sea Sunset Clear Summer Drift Full Woman:Dance:Red=Dress+Ribbons</c>.</summary>
    public static string Line(ShotPlan shot)
    {
        var line = new StringBuilder($"{shot.Place} {shot.Time} {shot.Weather} {shot.Season} {shot.Camera} {shot.Size}");
        foreach (var figure in shot.Figures)
        {
            line.Append($" {figure.Person}:{figure.Action}");
            if (figure.Clothing is { } color)
                line.Append($":{color}");
            if (figure.Garment is { } garment)
                line.Append($"={garment}");
            foreach (var accessory in figure.Accessories)
                line.Append($"+{accessory}");
            foreach (var (piece, dye) in Pieces(figure.Pieces ?? new PieceColors()).Where(p => p.Color is not null))
                line.Append($"~{piece}={dye}");
            foreach (var look in figure.Looks)
                line.Append($"*{look}");
        }

        if (!shot.HasMoon)
            line.Append(" NoMoon");
        if (!shot.HasStars)
            line.Append(" NoStars");
        if (shot.Figures.Count == 0)
            line.Append(" Nobody");
        return line.ToString();
    }

    private static (string Piece, NamedColor? Color)[] Pieces(PieceColors pieces) =>
        [("Umbrella", pieces.Umbrella), ("Ribbons", pieces.Ribbons), ("Hat", pieces.Hat), ("Shoes", pieces.Shoes), ("Trousers", pieces.Trousers)];

    /// <summary>Checks every word of <paramref name="expected"/> against the line; <c>!Umbrella</c> must be missing.</summary>
    public static void ShouldSay(ShotPlan shot, string expected, string prompt)
    {
        var line = Line(shot);
        var words = line.Split(' ');
        foreach (var word in expected.Split(' '))
        {
            if (word.StartsWith('!'))
                line.ShouldNotContain(word[1..], Case.Sensitive, $"{prompt} → {line}");
            else
                words.Any(w => w == word || (w.Contains(':') && (w.StartsWith(word + ":", StringComparison.Ordinal) || w.StartsWith(word + "+", StringComparison.Ordinal) || w.StartsWith(word + "=", StringComparison.Ordinal) || w.StartsWith(word + "~", StringComparison.Ordinal) || w.StartsWith(word + "*", StringComparison.Ordinal) || (word[0] is '+' or '=' or '~' or '*' && w.Contains(word)))))
                    .ShouldBeTrue($"{prompt} → {line}, expected {word}");
        }
    }
}
