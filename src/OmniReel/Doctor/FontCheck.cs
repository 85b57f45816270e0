using OmniReel.CommandLine;

namespace OmniReel.Doctor;

/// <summary>A font with Chinese characters, for text in pictures.</summary>
internal sealed class FontCheck(Speech speech) : ICheck
{
    private static readonly string[] Marks = ["cjk", "wqy", "droidsansfallback", "pingfang", "stheiti", "msyh", "simsun", "sourcehan"];

    public string Name => speech["fonts", "字体"];

    public Task<Finding> LookAsync(CancellationToken cancellation)
    {
        var font = Folders().Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*.*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
            .FirstOrDefault(f => Marks.Any(m => Path.GetFileName(f).Contains(m, StringComparison.OrdinalIgnoreCase)));
        return Task.FromResult(font is not null
            ? new Finding(true, Path.GetFileName(font))
            : new Finding(false, speech["none with Chinese characters: Chinese text in pictures will be missing", "没有中文字体：画面中的中文会缺失"], PackageAdvice.Font));
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
