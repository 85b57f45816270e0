using OmniReel.Contract.Requests;
using OmniReel.Contract.Rules;
using OmniReel.Media.Encoding.Probing;

namespace OmniReel.Server.Inputs.Checking;

/// <summary>A rule that only an input's bytes can break.</summary>
/// <param name="Entry">As the catalogue shows it.</param>
/// <param name="IsKept">Whether an input keeps it.</param>
/// <param name="Fault">What would be right and what was found, in both languages, without the field's name.</param>
internal sealed record MediaRule<T>(RuleEntry Entry, Func<T, bool> IsKept, Func<T, (string English, string Chinese)> Fault);

/// <summary>A film, and the model that is to take it.</summary>
internal readonly record struct FilmForModel(FilmFacts Facts, VideoModel Model)
{
    /// <summary>Seconds of the longest film that the model takes.</summary>
    public int Longest => Model == VideoModel.VideoO1 ? 10 : 15;
}

/// <summary>The rules about pictures and films that are checked once they are here: a task whose input breaks one fails, and says which.</summary>
public static class MediaRules
{
    /// <summary>The picture is broken, or of a kind that is not shown.</summary>
    public const string ImageReadable = "image_readable";

    /// <summary>The film is broken, or in a codec that is not read.</summary>
    public const string VideoReadable = "video_readable";

    /// <summary>The server's operator has it open no input without its sandbox.</summary>
    public const string SandboxRequired = "sandbox_required";

    private const int ShortestImageSide = 300;
    private const double WidestRatio = 2.5;
    private const int ShortestFilm = 3, LongestElementFilm = 8;
    private const int ShortestFilmSide = 720, LongestFilmSide = 2160;
    private const int SlowestRate = 24, FastestRate = 60;

    // A film of 5 seconds has a frame more than they hold, and 24 frames a second are 23.976 on most cameras.
    private const double LengthTolerance = 0.1, RateTolerance = 0.01;

    internal static IReadOnlyList<MediaRule<PictureFacts>> Pictures { get; } =
    [
        new(
            new("image_side", "image_list", "Each side of an image has at least 300 pixels.", "图片每边至少 300 像素。"),
            picture => Math.Min(picture.Width, picture.Height) >= ShortestImageSide,
            picture => ($"each side is at least {ShortestImageSide} px; the picture is {Size(picture)}", $"每边至少 {ShortestImageSide} 像素；该图片为 {Size(picture)}")),
        new(
            new("image_ratio", "image_list", "The sides of an image have a ratio from 1:2.5 to 2.5:1.", "图片宽高比在 1:2.5 与 2.5:1 之间。"),
            picture => Math.Max(picture.Width, picture.Height) <= WidestRatio * Math.Min(picture.Width, picture.Height),
            picture => (
                $"the ratio of its sides is from 1:2.5 to 2.5:1; the picture is {Size(picture)}, which is {Ratio(picture)}",
                $"宽高比须在 1:2.5 与 2.5:1 之间；该图片为 {Size(picture)}，即 {Ratio(picture)}")),
        new(
            new(
                "image_pixels", "image_list", "An image has at most 64 million pixels and 16384 a side, and takes at most 384 MiB to decode.",
                "图片最多 6400 万像素，每边最多 16384 像素，解码内存不超过 384 MiB。"),
            picture => picture.IsDecodable,
            picture => (
                $"an image has at most {PictureFacts.MostPixels >> 20} million pixels and {PictureFacts.LongestSide} a side, and takes at most {PictureFacts.MostBytes >> 20} MiB to decode; the picture is {Size(picture)}",
                $"图片最多 6400 万像素，每边最多 {PictureFacts.LongestSide} 像素，解码内存不超过 {PictureFacts.MostBytes >> 20} MiB；该图片为 {Size(picture)}")),
    ];

    internal static IReadOnlyList<MediaRule<FilmForModel>> Films { get; } =
    [
        new(
            new(
                "video_length", "video_list", "A video lasts 3 to 10 seconds on kling-video-o1, 3 to 15 on kling-v3-omni; a tenth of a second more is tolerated.",
                "视频时长：kling-video-o1 为 3 到 10 秒，kling-v3-omni 为 3 到 15 秒；允许超出 0.1 秒。"),
            film => film.Facts.Seconds >= ShortestFilm - LengthTolerance / 2 && film.Facts.Seconds <= film.Longest + LengthTolerance,
            film => (
                $"on {film.Model.WireName()} a video lasts {ShortestFilm} to {film.Longest} s; this one lasts {Number(film.Facts.Seconds)} s",
                $"{film.Model.WireName()} 的视频时长为 {ShortestFilm} 到 {film.Longest} 秒；该视频为 {Number(film.Facts.Seconds)} 秒")),
        new(
            new("video_side", "video_list", "Each side of a video has 720 to 2160 pixels.", "视频每边为 720 到 2160 像素。"),
            film => Math.Min(film.Facts.Width, film.Facts.Height) >= ShortestFilmSide && Math.Max(film.Facts.Width, film.Facts.Height) <= LongestFilmSide,
            film => (
                $"each side is {ShortestFilmSide} to {LongestFilmSide} px; the video is {film.Facts.Width} × {film.Facts.Height}",
                $"每边为 {ShortestFilmSide} 到 {LongestFilmSide} 像素；该视频为 {film.Facts.Width} × {film.Facts.Height}")),
        new(
            new("video_rate", "video_list", "A video has 24 to 60 frames a second, give or take one in a hundred.", "视频帧率为每秒 24 到 60 帧，允许 1% 的误差。"),
            film => film.Facts.FrameRate is >= SlowestRate * (1 - RateTolerance) and <= FastestRate * (1 + RateTolerance),
            film => (
                $"a video has {SlowestRate} to {FastestRate} frames a second; this one has {Number(film.Facts.FrameRate)}",
                $"帧率为每秒 {SlowestRate} 到 {FastestRate} 帧；该视频为 {Number(film.Facts.FrameRate)}")),
    ];

    /// <summary>Of a video that an element is made from, whatever model films it later.</summary>
    internal static IReadOnlyList<MediaRule<FilmFacts>> ElementFilms { get; } =
    [
        new(
            new("element_video_length", "element_video_list", "A video that an element is made from lasts 3 to 8 seconds; a tenth of a second more is tolerated.", "创建主体的视频时长为 3 到 8 秒；允许超出 0.1 秒。"),
            film => film.Seconds >= ShortestFilm - LengthTolerance / 2 && film.Seconds <= LongestElementFilm + LengthTolerance,
            film => (
                $"a video that an element is made from lasts {ShortestFilm} to {LongestElementFilm} s; this one lasts {Number(film.Seconds)} s",
                $"创建主体的视频时长为 {ShortestFilm} 到 {LongestElementFilm} 秒；该视频为 {Number(film.Seconds)} 秒")),
        new(
            new("element_video_size", "element_video_list", "A video that an element is made from is 1920 × 1080 or 1080 × 1920 pixels.", "创建主体的视频为 1920 × 1080 或 1080 × 1920 像素。"),
            film => (film.Width, film.Height) is (1920, 1080) or (1080, 1920),
            film => (
                $"a video that an element is made from is 1920 × 1080 or 1080 × 1920 px; this one is {film.Width} × {film.Height}",
                $"创建主体的视频为 1920 × 1080 或 1080 × 1920 像素；该视频为 {film.Width} × {film.Height}")),
    ];

    /// <summary>Them all, as the catalogue shows them.</summary>
    public static IReadOnlyList<RuleEntry> All { get; } =
    [
        new(ImageReadable, "image_list", "An image is a whole JPEG or PNG that decodes without errors.", "图片是完整的、可正常解码的 JPEG 或 PNG。"),
        .. Pictures.Select(rule => rule.Entry),
        new(VideoReadable, "video_list", "A video is a whole MP4 or MOV with a film track in H.264 or another usual codec, not encrypted.", "视频是完整的 MP4 或 MOV，含 H.264 等常见编码的画面轨道，且未加密。"),
        .. Films.Select(rule => rule.Entry),
        .. ElementFilms.Select(rule => rule.Entry),
        new(SandboxRequired, "*", "Where the operator requires the sandbox and it cannot run, no input is opened.", "运行者要求使用沙箱而沙箱无法运行时，服务不会打开任何素材。"),
    ];

    private static string Size(PictureFacts picture) => $"{picture.Width} × {picture.Height}";

    private static string Ratio(PictureFacts picture) => picture.Width >= picture.Height
        ? $"{Number((double)picture.Width / picture.Height)}:1"
        : $"1:{Number((double)picture.Height / picture.Width)}";

    private static string Number(double value) => value.ToString("0.##");
}
