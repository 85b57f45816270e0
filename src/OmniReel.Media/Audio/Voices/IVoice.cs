using OmniReel.Media.Plans;

namespace OmniReel.Media.Audio.Voices;

/// <summary>Something that can speak.</summary>
internal interface IVoice
{
    /// <summary>Speaks a text, the same way each time.</summary>
    /// <param name="haste">1 is an easy pace, 2 twice as fast.</param>
    /// <returns>One channel at <see cref="SoundFormat.Rate"/> without silence around it; null where there is nothing to say, or nothing that says it.</returns>
    Task<float[]?> SpeakAsync(string text, Speaker speaker, string language, double haste, CancellationToken cancellation);
}
