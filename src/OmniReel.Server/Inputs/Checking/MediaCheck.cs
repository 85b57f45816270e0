using Microsoft.Extensions.Logging;
using OmniReel.Contract.Requests;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Sandboxes;

namespace OmniReel.Server.Inputs.Checking;

/// <summary>
/// Looks at inputs that are here: what they are, by their own headers and by ffprobe in its sandbox, and which rules they break.
/// Trouble of ours comes out as <see cref="SandboxException"/>, <see cref="Media.Encoding.FfmpegException"/> or <see cref="IOException"/>.
/// </summary>
public sealed partial class MediaCheck(FilmProbe films, PictureDecoder pictures, ILogger<MediaCheck> log)
{
    /// <summary>Pixels a side of what is kept of a picture that is only tried.</summary>
    private const int DecodedSide = 16;

    /// <summary>What the picture is, when it breaks no rule. Nothing is decoded.</summary>
    /// <param name="broken">Gets every rule that it breaks.</param>
    public PictureFacts? Picture(InputFile file, string field, ICollection<InputException> broken)
    {
        try
        {
            var facts = PictureHeader.Read(file.Path, file.Format);
            return Judge(facts, MediaRules.Pictures, field, broken) ? facts : null;
        }
        catch (UnreadableMediaException e)
        {
            broken.Add(Unreadable(field, MediaRules.ImageReadable, e));
            return null;
        }
    }

    /// <summary>What the film is, when it breaks no rule of the model.</summary>
    /// <param name="broken">Gets every rule that it breaks.</param>
    public Task<FilmFacts?> FilmAsync(InputFile file, VideoModel model, string field, ICollection<InputException> broken, CancellationToken cancellation) =>
        FilmAsync(file, facts => Judge(new FilmForModel(facts, model), MediaRules.Films, field, broken), field, broken, cancellation);

    /// <summary>What the film is, when an element can be made from it.</summary>
    /// <param name="broken">Gets every rule that it breaks.</param>
    public Task<FilmFacts?> ElementFilmAsync(InputFile file, string field, ICollection<InputException> broken, CancellationToken cancellation) =>
        FilmAsync(file, facts => Judge(facts, MediaRules.ElementFilms, field, broken), field, broken, cancellation);

    private async Task<FilmFacts?> FilmAsync(
        InputFile file, Func<FilmFacts, bool> judge, string field, ICollection<InputException> broken, CancellationToken cancellation)
    {
        try
        {
            var facts = await films.ReadAsync(file.Path, cancellation);
            return judge(facts) ? facts : null;
        }
        catch (UnreadableMediaException e)
        {
            broken.Add(Unreadable(field, MediaRules.VideoReadable, e));
            return null;
        }
    }

    /// <summary>The picture's pixels at a size: see <see cref="PictureDecoder.DecodeAsync"/>.</summary>
    /// <exception cref="InputException">It cannot be decoded.</exception>
    /// <param name="keepAlpha">See <see cref="PictureDecoder.DecodeWithAlphaAsync"/>.</param>
    public async Task<byte[]> DecodeAsync(
        InputFile file, PictureFacts facts, string field, int width, int height, CancellationToken cancellation, bool keepAlpha = false)
    {
        try
        {
            return keepAlpha
                ? await pictures.DecodeWithAlphaAsync(file.Path, file.Format, facts, width, height, cancellation)
                : await pictures.DecodeAsync(file.Path, file.Format, facts, width, height, cancellation);
        }
        catch (UnreadableMediaException e)
        {
            throw Unreadable(field, MediaRules.ImageReadable, e);
        }
    }

    /// <summary>What the film shows at a second: see <see cref="PictureDecoder.DecodeMomentAsync"/>.</summary>
    /// <exception cref="InputException">It cannot be decoded.</exception>
    public async Task<byte[]> DecodeMomentAsync(InputFile file, double second, string field, int width, int height, CancellationToken cancellation)
    {
        try
        {
            return await pictures.DecodeMomentAsync(file.Path, second, width, height, cancellation);
        }
        catch (UnreadableMediaException e)
        {
            throw Unreadable(field, MediaRules.VideoReadable, e);
        }
    }

    /// <summary>Decodes the picture to its last row, and keeps nothing. False, and told so, when that fails.</summary>
    public async Task<bool> DecodesAsync(InputFile file, PictureFacts facts, string field, ICollection<InputException> broken, CancellationToken cancellation)
    {
        try
        {
            await DecodeAsync(file, facts, field, DecodedSide, DecodedSide, cancellation);
            return true;
        }
        catch (InputException unreadable)
        {
            broken.Add(unreadable);
            return false;
        }
    }

    private static bool Judge<T>(T facts, IReadOnlyList<MediaRule<T>> rules, string field, ICollection<InputException> broken)
    {
        var before = broken.Count;
        foreach (var rule in rules.Where(rule => !rule.IsKept(facts)))
        {
            var (english, chinese) = rule.Fault(facts);
            broken.Add(new InputException(field, rule.Entry.Id, $"{field}: {english}.", $"{field}：{chinese}。"));
        }

        return broken.Count == before;
    }

    /// <summary>Says that an input cannot be used after all.</summary>
    internal InputException Unreadable(string field, string rule, UnreadableMediaException cause)
    {
        LogUnreadable(field, cause.Message);
        return rule == MediaRules.ImageReadable
            ? new(field, rule, $"{field}: the picture cannot be used: {cause.Message}. Send a whole JPEG or PNG.", $"{field}：图片无法使用：已损坏、不完整或编码方式不受支持。请提供完整的 JPEG 或 PNG。", cause)
            : new(field, rule, $"{field}: the video cannot be used: {cause.Message}. Send a whole MP4 or MOV in H.264.", $"{field}：视频无法使用：已损坏、已加密或编码方式不受支持。请提供完整的 H.264 MP4 或 MOV。", cause);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "An input ({Field}) cannot be used: {Cause}")]
    private partial void LogUnreadable(string field, string cause);
}
