using OmniReel.Media.Audio.Signals;

namespace OmniReel.Media.Audio.Voices;

/// <summary>A line as a voice spoke it.</summary>
/// <param name="At">Its first sample in the film.</param>
internal sealed record VoiceTake(Stereo Voice, int At);
