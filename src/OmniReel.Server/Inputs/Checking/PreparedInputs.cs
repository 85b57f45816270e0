using OmniReel.Contract.Requests;
using OmniReel.Media.Encoding.Probing;

namespace OmniReel.Server.Inputs.Checking;

/// <summary>All inputs of one request, here and checked, until this is disposed of.</summary>
public sealed class PreparedInputs : IDisposable
{
    private readonly InputFolders.Folder? _folder;
    private readonly MediaCheck _check;

    internal PreparedInputs(InputFolders.Folder? folder, IReadOnlyList<PictureInput> pictures, FilmInput? film, MediaCheck check) =>
        (_folder, Pictures, Film, _check) = (folder, pictures, film, check);

    /// <summary>In the order of <c>image_list</c>.</summary>
    public IReadOnlyList<PictureInput> Pictures { get; }

    /// <summary>Null when the request has no video.</summary>
    public FilmInput? Film { get; }

    /// <summary>The picture that the film begins with; null when there is none.</summary>
    public PictureInput? FirstFrame => Pictures.FirstOrDefault(picture => picture.Role == ImageRole.FirstFrame);

    /// <summary>The picture that the film ends on; null when there is none.</summary>
    public PictureInput? EndFrame => Pictures.FirstOrDefault(picture => picture.Role == ImageRole.EndFrame);

    /// <summary>A picture's pixels, upright and opaque: blue, green, red and 255, row by row.</summary>
    /// <exception cref="InputsRefusedException">It cannot be decoded.</exception>
    public Task<byte[]> DecodeAsync(PictureInput picture, int width, int height, CancellationToken cancellation) =>
        DecodeAsync(picture, width, height, keepAlpha: false, cancellation);

    /// <summary>A picture's pixels, upright: blue, green and red multiplied by alpha, and alpha, row by row.</summary>
    /// <exception cref="InputsRefusedException">It cannot be decoded.</exception>
    public Task<byte[]> DecodeWithAlphaAsync(PictureInput picture, int width, int height, CancellationToken cancellation) =>
        DecodeAsync(picture, width, height, keepAlpha: true, cancellation);

    /// <summary>That the film cannot be decoded after all, in the words of the rules.</summary>
    public InputsRefusedException Broken(FilmInput film, UnreadableMediaException fault) => new([_check.Unreadable(film.Field, MediaRules.VideoReadable, fault)]);

    private async Task<byte[]> DecodeAsync(PictureInput picture, int width, int height, bool keepAlpha, CancellationToken cancellation)
    {
        try
        {
            return await _check.DecodeAsync(picture.File, picture.Facts, picture.Field, width, height, cancellation, keepAlpha);
        }
        catch (InputException broken)
        {
            throw new InputsRefusedException([broken]);
        }
    }

    public void Dispose() => _folder?.Dispose();
}
