namespace OmniReel.CommandLine;

/// <summary>Files that a person names; <c>-</c> is standard input.</summary>
internal static class InputFile
{
    public static async Task<byte[]> ReadAsync(string name, Speech speech, CancellationToken cancellation)
    {
        try
        {
            if (name != "-")
                return await File.ReadAllBytesAsync(name, cancellation);
            using var gathered = new MemoryStream();
            var input = Console.OpenStandardInput();
            await using (input)
                await input.CopyToAsync(gathered, cancellation);
            return gathered.ToArray();
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException(speech[$"there is no file {name}", $"没有文件 {name}"]);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(speech[$"{name} cannot be read: {unreadable.Message}", $"无法读取 {name}：{unreadable.Message}"]);
        }
    }
}
