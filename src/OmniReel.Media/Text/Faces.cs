using SkiaSharp;

namespace OmniReel.Media.Text;

/// <summary>
/// The fonts of this machine, best first: one with Chinese, which draws Latin too so that a mixed line is of one hand, then those
/// that know other letters. Found by their files, because the drawing library has no font service of its own on Linux.
/// </summary>
internal static class Faces
{
    /// <summary>Faces looked at in a collection before its first is taken.</summary>
    private const int MostInCollection = 12;

    /// <summary>Parts of file names, best first.</summary>
    private static readonly string[] s_wanted =
    [
        "notosanscjk-regular", "notosanscjksc-regular", "sourcehansanssc-regular", "sourcehansanscn-regular", "wqy-microhei", "pingfang", "hiragino sans gb",
        "stheiti light", "msyh.tt", "simhei", "droidsansfallback", "wqy-zenhei", "notosans-regular", "dejavusans.ttf", "segoeui.ttf", "arial unicode", "helvetica.ttc", "arial.ttf",
        "liberationsans-regular", "freesans.ttf",
    ];

    /// <summary>The variants of a collection that write simplified Chinese.</summary>
    private static readonly string[] s_simplified = ["CJK SC", "PingFang SC", "Micro Hei", "Heiti SC"];

    /// <summary>All that are there; empty on a machine without fonts.</summary>
    public static IReadOnlyList<SKTypeface> OfThisMachine()
    {
        var files = Folders().Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
            .Where(file => Path.GetExtension(file).ToLowerInvariant() is ".ttf" or ".ttc" or ".otf")
            .Order(StringComparer.Ordinal).ToList();
        return
        [
            .. s_wanted
                .Select(wanted => files.Find(file => Path.GetFileName(file).Contains(wanted, StringComparison.OrdinalIgnoreCase)))
                .Where(file => file is not null).Distinct().Select(file => Open(file!)).OfType<SKTypeface>(),
        ];
    }

    private static SKTypeface? Open(string file)
    {
        var first = SKTypeface.FromFile(file);
        if (!file.EndsWith(".ttc", StringComparison.OrdinalIgnoreCase))
            return first;
        for (var i = 0; i < MostInCollection && SKTypeface.FromFile(file, i) is { } face; i++)
        {
            if (s_simplified.Any(name => face.FamilyName.EndsWith(name, StringComparison.OrdinalIgnoreCase)))
                return face;
        }

        return first;
    }

    private static IEnumerable<string> Folders()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return
        [
            "/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(home, ".local/share/fonts"), Path.Combine(home, ".fonts"),
            "/System/Library/Fonts", "/Library/Fonts", Path.Combine(home, "Library/Fonts"),
            Environment.GetFolderPath(Environment.SpecialFolder.Fonts) is { Length: > 0 } fonts ? fonts : "/usr/share/fonts",
        ];
    }
}
