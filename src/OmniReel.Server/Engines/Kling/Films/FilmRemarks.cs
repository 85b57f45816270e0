using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Kling.Films;

/// <summary>What is odd about a film that is delivered all the same, in the task's language ("en" or "zh").</summary>
internal static class FilmRemarks
{
    // A film of n seconds has a frame more than they hold; what is half a second off is another length.
    private const double Tolerance = 0.5;

    public static IEnumerable<string> On(VideoTask task, FilmFile film)
    {
        var isChinese = task.Facts.Language == "zh";
        if (film.Facts is not { } facts)
            yield return isChinese ? "影片未经检查：服务器上没有可用的 ffprobe。" : "The film was not looked at: there is no ffprobe here that could.";
        else if (task.Facts.Seconds is { } asked && Math.Abs(facts.Seconds - asked) > Tolerance)
            yield return isChinese ? $"duration：请求 {asked} 秒，上游的影片为 {facts.Seconds:0.###} 秒。" : $"duration: {asked} s were asked for, and the upstream's film lasts {facts.Seconds:0.###} s.";
    }

    public static string NoMark(string language) => language == "zh"
        ? "watermark_info：上游没有给出带水印的影片，或无法获取。"
        : "watermark_info: the upstream gave no film with a mark, or it could not be fetched.";
}
