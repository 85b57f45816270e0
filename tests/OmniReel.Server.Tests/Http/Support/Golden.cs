using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace OmniReel.Server.Tests.Http.Support;

/// <summary>
/// Compares answers with files in <c>Golden/</c>, ids, times, ports and signatures replaced by words. <c>OMNIREEL_UPDATE_GOLDEN=1</c> writes them;
/// then read the difference.
/// </summary>
internal static partial class Golden
{
    private static readonly string[] Shown =
        ["Content-Type", "Allow", "Retry-After", "WWW-Authenticate", "X-OmniReel-Engine", "Preference-Applied", "Cache-Control"];

    public static void Check(string name, Answer answer)
    {
        var lines = new List<string> { $"HTTP {answer.Status}" };
        lines.AddRange(Shown.Where(header => answer.Header(header) is not null).Select(header => $"{header}: {answer.Header(header)}"));
        lines.Add("");
        lines.Add(answer.Text);
        CheckText(name, string.Join('\n', lines));
    }

    public static void CheckText(string name, string text)
    {
        var actual = Normal(text).TrimEnd() + "\n";
        var file = Path.Combine(Folder(), name + ".txt");
        if (Environment.GetEnvironmentVariable("OMNIREEL_UPDATE_GOLDEN") == "1") File.WriteAllText(file, actual);
        File.Exists(file).ShouldBeTrue($"there is no {file}; run once with OMNIREEL_UPDATE_GOLDEN=1");
        actual.ShouldBe(File.ReadAllText(file));
    }

    private static string Normal(string text)
    {
        text = RequestId().Replace(text, "REQUEST-ID");
        text = TaskId().Replace(text, "TASK-ID");
        text = Signature().Replace(text, "sig=SIGNATURE");
        return Port().Replace(text, "127.0.0.1:PORT");
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../Golden"));

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex RequestId();

    [GeneratedRegex("(?<![0-9])[1-9][0-9]{17}(?![0-9])")]
    private static partial Regex TaskId();

    [GeneratedRegex("sig=[A-Za-z0-9_-]{43}")]
    private static partial Regex Signature();

    [GeneratedRegex("127\\.0\\.0\\.1:[0-9]+")]
    private static partial Regex Port();
}
