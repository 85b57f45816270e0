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
            return await WriteAsync(path, file.Format, await remaker.PictureAsync(file.Path, file.Format, facts, cancellation), cancellation);
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
            return await WriteAsync(path, MediaFormat.Mp4, await remaker.FilmAsync(file.Path, cancellation), cancellation);
        }
        catch (UnreadableMediaException e)
        {
            throw check.Unreadable(field, MediaRules.VideoReadable, e);
        }
    }

    private static async Task<InputFile> WriteAsync(string path, MediaFormat format, byte[] bytes, CancellationToken cancellation)
    {
        await File.WriteAllBytesAsync(path, bytes, cancellation);
        return new InputFile(path, format, bytes.Length);
    }
}
