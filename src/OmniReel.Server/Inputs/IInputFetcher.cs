using OmniReel.Media.Encoding;

namespace OmniReel.Server.Inputs;

/// <summary>What an input has to be; decides its caps on bytes and time.</summary>
public enum InputMedia
{
    /// <summary>JPEG or PNG, at most 10 MiB.</summary>
    Image,

    /// <summary>MP4 or MOV, at most 200 MiB.</summary>
    Video,
}

/// <summary>An input on our disk. Only its first bytes were looked at; nothing has decoded it.</summary>
/// <param name="Path">Absolute; a random name in the folder that was asked for.</param>
/// <param name="Bytes">Its length.</param>
public sealed record InputFile(string Path, MediaFormat Format, long Bytes)
{
    /// <summary>As an artifact's.</summary>
    public string ContentType => Format switch
    {
        MediaFormat.Jpeg => "image/jpeg",
        MediaFormat.Png => "image/png",
        _ => "video/mp4",
    };
}

/// <summary>
/// Brings what a user points at onto the disk. Every connection goes through the address guard; a link of our own is read without
/// HTTP. Throws <see cref="InputException"/> for everything that is wrong with the input or its address.
/// </summary>
public interface IInputFetcher
{
    /// <summary>Fetches a URL into a folder. Waits for its turn where the tenant or the host has enough fetches under way.</summary>
    /// <param name="tenant">Whose input it is; each tenant has a share of the fetches that run at once.</param>
    /// <param name="field">The field that named it, for the message: <c>image_list[0].image_url</c>.</param>
    Task<InputFile> FetchAsync(string tenant, string url, InputMedia media, string field, string folder, CancellationToken cancellation);

    /// <summary>Decodes an inline image, the text between the quotes of the body as sent, into a folder with bounded memory.</summary>
    Task<InputFile> DecodeAsync(ReadOnlyMemory<byte> inline, string field, string folder, CancellationToken cancellation);
}
