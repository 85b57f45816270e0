using OmniReel.CommandLine;
using OmniReel.Server.Inputs.Checking;

namespace OmniReel.Doctor;

/// <summary>Decoders of inputs can be shut in. Where the system has nothing to do that with, it is said and nothing can be mended.</summary>
internal sealed class SandboxCheck(Speech speech, TimeProvider time) : ICheck
{
    public string Name => speech["sandbox", "沙箱"];

    public async Task<Finding> LookAsync(CancellationToken cancellation)
    {
        var words = await SandboxWords.HereAsync(time, cancellation);
        return new(words.Mend is null, speech[words.English, words.Chinese], words.Mend);
    }
}
