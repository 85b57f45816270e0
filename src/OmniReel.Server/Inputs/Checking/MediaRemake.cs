using OmniReel.Media.Encoding;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Remaking;

namespace OmniReel.Server.Inputs.Checking;

/// <summary>
/// Makes of inputs what may be shown to others: coded anew, upright, without metadata. Trouble of ours comes out as from
/// <see cref="MediaCheck"/>.
/// </summary>
public sealed class MediaRemake(MediaRemaker remaker, MediaCheck check)
{
    /// <summary>Writes the new picture to a path. Throws <see cref="InputException"/> when it cannot be decoded.</summary>
    /// <param name="facts">What <see cref="MediaCheck.Picture"/> found.</param>
    public async Task<InputFile> PictureAsync(InputFile file, PictureFacts facts, string field, string path, CancellationToken cancellation)
    {
        try
        {
            await remaker.PictureAsync(file.Path, file.Format, facts, path, cancellation);
            return Made(path, file.Format);
        }
        catch (UnreadableMediaException e)
        {
            throw check.Unreadable(field, MediaRules.ImageReadable, e);
        }
    }

    /// <summary>Writes the new film to a path. Throws <see cref="InputException"/> when it cannot be decoded.</summary>
    public async Task<InputFile> FilmAsync(InputFile file, string field, string path, CancellationToken cancellation)
    {
        try
        {
            await remaker.FilmAsync(file.Path, path, cancellation);
            return Made(path, MediaFormat.Mp4);
        }
        catch (UnreadableMediaException e)
        {
            throw check.Unreadable(field, MediaRules.VideoReadable, e);
        }
    }

    private static InputFile Made(string path, MediaFormat format) => new(path, format, new FileInfo(path).Length);
}
