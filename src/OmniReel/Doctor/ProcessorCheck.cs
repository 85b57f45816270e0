using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OmniReel.CommandLine;

namespace OmniReel.Doctor;

/// <summary>What the renderer can count on: cores and vector width.</summary>
internal sealed class ProcessorCheck(Speech speech) : ICheck
{
    public string Name => speech["processor", "处理器"];

    public Task<Finding> LookAsync(CancellationToken cancellation)
    {
        var width = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
        var text = speech[$"{Environment.ProcessorCount} cores, {RuntimeInformation.ProcessArchitecture}, vectors of {width} bits",
            $"{Environment.ProcessorCount} 核，{RuntimeInformation.ProcessArchitecture}，向量 {width} 位"];
        return Task.FromResult(width >= 128
            ? new Finding(true, text)
            : new Finding(false, text, speech["it works, but films take several times as long here", "可以使用，但渲染会慢数倍"]));
    }
}
