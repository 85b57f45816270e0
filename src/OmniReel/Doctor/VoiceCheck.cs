using OmniReel.CommandLine;
using OmniReel.Server.Engines.Animatic;

namespace OmniReel.Doctor;

/// <summary>There is a voice for what people say in films with sound.</summary>
internal sealed class VoiceCheck(Speech speech, TimeProvider time) : ICheck
{
    public string Name => speech["voice", "语音"];

    public async Task<Finding> LookAsync(CancellationToken cancellation) => await Voices.SpeakHereAsync(time, cancellation)
        ? new Finding(true, "espeak-ng")
        : new Finding(false, speech["espeak-ng is missing or does not speak: films with sound are made without speech", "缺少 espeak-ng 或其无法发声：有声影片中不会有人说话"], PackageAdvice.Voice);
}
