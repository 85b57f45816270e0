using OmniReel.CommandLine;

namespace OmniReel.Doctor;

/// <summary>Room for films, and a disk whose locks can be trusted.</summary>
internal sealed class DiskCheck(Speech speech, string folder) : ICheck
{
    private const long Needed = 2L << 30;

    public string Name => speech["disk", "磁盘"];

    public Task<Finding> LookAsync(CancellationToken cancellation)
    {
        var drive = new DriveInfo(DataFolderCheck.Nearest(folder));
        var free = drive.AvailableFreeSpace;
        var text = speech[$"{free / 1e9:0.0} GB free ({drive.DriveFormat})", $"剩余 {free / 1e9:0.0} GB（{drive.DriveFormat}）"];
        if (drive.DriveType == DriveType.Network)
            return Task.FromResult(new Finding(false, text, speech["the data folder must be on a local disk: --data DIR", "数据目录必须在本地磁盘上：--data DIR"]));
        return Task.FromResult(free >= Needed
            ? new Finding(true, text)
            : new Finding(false, text, speech["free 2 GB, or choose another disk with --data DIR", "请腾出 2 GB，或用 --data DIR 换一块磁盘"]));
    }
}
