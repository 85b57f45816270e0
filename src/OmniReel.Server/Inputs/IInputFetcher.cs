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

/// <summary>Whose fetches run at once, four at most: a tenant's tasks and a tenant's elements, neither in the way of the other.</summary>
public readonly record struct FetchShare
{
    private FetchShare(string tenant, bool isOfElements) => (Tenant, IsOfElements) = (tenant, isOfElements);

    /// <summary>The tenant.</summary>
    public string Tenant { get; }

    /// <summary>False: of tasks.</summary>
    public bool IsOfElements { get; }

    /// <summary>The inputs of a tenant's tasks.</summary>
    public static FetchShare OfTasks(string tenant) => new(tenant, isOfElements: false);

    /// <summary>The media of a tenant's elements.</summary>
    public static FetchShare OfElements(string tenant) => new(tenant, isOfElements: true);
}

/// <summary>Too many fetches of the same owner, from the same host, or in all have been under way for too long: nothing is wrong with this one, which is to be tried again later.</summary>
public sealed class InputsBusyException() : Exception("Its inputs have waited for other fetches for too long.");

/// <summary>
/// Brings what a user points at onto the disk. Every connection goes through the address guard; a link of our own is read without
/// HTTP. Throws <see cref="InputException"/> for everything that is wrong with the input or its address.
/// </summary>
public interface IInputFetcher
{
    /// <summary>
    /// Fetches a URL into a folder. Waits for its turn where the share or the host has enough fetches under way, and throws
    /// <see cref="InputsBusyException"/> when that takes long.
    /// </summary>
    /// <param name="share">Whose input it is.</param>
    /// <param name="acceptedAt">When the task or element was accepted, Unix milliseconds: a link of our own that was good then is good.</param>
    /// <param name="field">The field that named it, for the message: <c>image_list[0].image_url</c>.</param>
    Task<InputFile> FetchAsync(FetchShare share, long acceptedAt, string url, InputMedia media, string field, string folder, CancellationToken cancellation);

    /// <summary>Decodes an inline image, the text between the quotes of the body as sent, into a folder with bounded memory.</summary>
    Task<InputFile> DecodeAsync(ReadOnlyMemory<byte> inline, string field, string folder, CancellationToken cancellation);
}
