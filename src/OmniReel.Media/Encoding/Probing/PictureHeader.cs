namespace OmniReel.Media.Encoding.Probing;

/// <summary>
/// Reads what a JPEG or PNG says of itself, without any decoder, so that a picture too large to decode is known before one is
/// started. Memory does not grow with the file.
/// </summary>
public static class PictureHeader
{
    /// <exception cref="UnreadableMediaException">It is no such picture, or a kind of it that nobody shows.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PictureFacts Read(string path, MediaFormat format)
    {
        using var bytes = new HeaderBytes(path);
        try
        {
            return format switch
            {
                MediaFormat.Jpeg => JpegHeader.Read(bytes),
                MediaFormat.Png => PngHeader.Read(bytes),
                _ => throw new ArgumentException("A film is no picture.", nameof(format)),
            };
        }
        catch (EndOfStreamException e)
        {
            throw new UnreadableMediaException("it ends within its header", e);
        }
    }
}
