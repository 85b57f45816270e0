using OmniReel.CommandLine;

namespace OmniReel.Generate;

/// <summary>A file that an option names, with what it is to be after a colon: <c>boat.png:first</c>.</summary>
/// <param name="Path">Of a file that is there.</param>
/// <param name="Role">One of the option's words; null when none was given.</param>
internal sealed record GivenFile(string Path, string? Role)
{
    private const int LongestImage = 10 << 20;
    private const long LongestVideo = 200L << 20;

    private static ReadOnlySpan<byte> PngHead => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegHead => [0xFF, 0xD8, 0xFF];

    /// <exception cref="BadInputException">There is no such file, or the word after the colon is none of them.</exception>
    public static GivenFile Read(string option, string given, string[] roles, Speech speech)
    {
        var colon = given.LastIndexOf(':');
        if (colon > 0 && roles.Contains(given[(colon + 1)..]))
            return There(option, given[..colon], given[(colon + 1)..], speech);
        if (colon > 0 && !File.Exists(given) && File.Exists(given[..colon]))
        {
            var right = string.Join(", ", roles.Select(role => $"{given[..colon]}:{role}"));
            throw new BadInputException(speech[$"{option} {given}: after the file there may be {right}", $"{option} {given}：文件后可写 {right}"]);
        }

        return There(option, given, null, speech);
    }

    /// <summary>The picture as Base64.</summary>
    /// <exception cref="BadInputException">It is no picture that a request may have.</exception>
    public async Task<string> ReadImageAsync(string option, Speech speech, CancellationToken cancellation)
    {
        if (new FileInfo(Path).Length > LongestImage)
            throw new BadInputException(speech[$"{option} {Path}: a picture has at most 10 MB", $"{option} {Path}：图片不得超过 10 MB"]);
        var bytes = await InputFile.ReadAsync(Path, speech, cancellation);
        if (!bytes.AsSpan().StartsWith(PngHead) && !bytes.AsSpan().StartsWith(JpegHead))
            throw new BadInputException(speech[$"{option} {Path} is no JPEG or PNG", $"{option} {Path} 不是 JPEG 或 PNG"]);
        return Convert.ToBase64String(bytes);
    }

    /// <exception cref="BadInputException">It is no video that a request may have.</exception>
    public async Task CheckVideoAsync(string option, Speech speech, CancellationToken cancellation)
    {
        var head = new byte[12];
        int read;
        try
        {
            await using var file = File.OpenRead(Path);
            read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(speech[$"{Path} cannot be read: {denied.Message}", $"无法读取 {Path}：{denied.Message}"]);
        }

        if (read < head.Length || !head.AsSpan(4).StartsWith("ftyp"u8))
            throw new BadInputException(speech[$"{option} {Path} is no MP4 or MOV", $"{option} {Path} 不是 MP4 或 MOV"]);
        if (new FileInfo(Path).Length > LongestVideo)
            throw new BadInputException(speech[$"{option} {Path}: a video has at most 200 MB", $"{option} {Path}：视频不得超过 200 MB"]);
    }

    private static GivenFile There(string option, string path, string? role, Speech speech) => File.Exists(path)
        ? new GivenFile(path, role)
        : throw new BadInputException(Directory.Exists(path)
            ? speech[$"{option} {path} is a folder; name a file in it", $"{option} {path} 是目录，请给出文件名"]
            : speech[$"{option}: there is no file {path}", $"{option}：没有文件 {path}"]);
}
