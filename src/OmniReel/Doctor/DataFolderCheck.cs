using OmniReel.CommandLine;

namespace OmniReel.Doctor;

/// <summary>The data folder can be written, nobody else can read it, and the disk below it has room.</summary>
internal sealed class DataFolderCheck(Speech speech, string folder) : ICheck
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public string Name => speech["data folder", "数据目录"];

    public Task<Finding> LookAsync(CancellationToken cancellation)
    {
        var nearest = Nearest(folder);
        try
        {
            var trial = Path.Combine(nearest, $".omnireel-{Guid.NewGuid():n}");
            File.WriteAllBytes(trial, []);
            File.Delete(trial);
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or IOException)
        {
            return Answer(false, speech[$"{nearest} cannot be written: {denied.Message}", $"{nearest} 不可写：{denied.Message}"],
                speech["choose another with --data DIR, or mend its owner with chown", "用 --data DIR 换一个目录，或用 chown 修正所有者"]);
        }

        if (nearest != folder)
            return Answer(true, speech[$"{folder} (made at the first start)", $"{folder}（首次启动时创建）"]);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) & Others) != 0)
            return Answer(false, speech[$"{folder} can be read by other users", $"{folder} 可被其他用户读取"], $"chmod 700 '{folder}'");
        var isServed = File.Exists(Path.Combine(folder, "admin.sock"));
        return Answer(true, folder + (isServed ? speech[" (a server uses it, or did until it was killed)", "（有服务器正在使用，或曾被强行终止）"] : ""));
    }

    /// <summary>The folder itself, or the closest one above it that exists.</summary>
    internal static string Nearest(string folder)
    {
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } above)
            folder = above;
        return folder;
    }

    private static Task<Finding> Answer(bool ok, string text, string? mend = null) => Task.FromResult(new Finding(ok, text, mend));
}
