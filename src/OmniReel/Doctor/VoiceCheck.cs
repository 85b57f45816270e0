using OmniReel.CommandLine;
using OmniReel.Media.Audio;
using OmniReel.Media.Encoding.Sandboxes;

namespace OmniReel.Doctor;

/// <summary>There is a voice for what people say in films with sound.</summary>
internal sealed class VoiceCheck(Speech speech, TimeProvider time) : ICheck
{
    public string Name => speech["voice", "语音"];

    public async Task<Finding> LookAsync(CancellationToken cancellation)
    {
        using var sandbox = new Sandbox(time, 1);
        return await new SoundStudio(sandbox).CanSpeakAsync(cancellation)
            ? new Finding(true, "espeak-ng")
            : new Finding(false, speech["espeak-ng is missing or does not speak: films with sound are made without speech", "缺少 espeak-ng 或其无法发声：有声影片中不会有人说话"], PackageAdvice.Voice);
    }
}
