using OmniReel.Media.Audio.Signals;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Audio.Voices;

/// <summary>The lines of a film as they came out.</summary>
/// <param name="Lines">With where they stand now and what became of them.</param>
/// <param name="Lost">Words that are not heard.</param>
internal sealed record Recitation(IReadOnlyList<SpokenLine> Lines, IReadOnlyList<VoiceTake> Takes, IReadOnlyList<string> Lost);

/// <summary>
/// Has lines spoken and puts them into their rooms, one after the other. Lines that are too long for their room are spoken faster, all of
/// a room alike and within what can be followed; what still does not fit is cut at a word, and nothing follows in that room.
/// </summary>
internal sealed class Recital(IVoice speaks)
{
    /// <summary>Nobody can follow more.</summary>
    public const double MostHaste = 1.6;

    private const double Lead = 0.35, Trail = 0.2, Pause = 0.45;

    public async Task<Recitation> SpeakAsync(IReadOnlyList<SpokenLine> lines, CancellationToken cancellation)
    {
        List<SpokenLine> spoken = [];
        List<VoiceTake> takes = [];
        List<string> lost = [];
        foreach (var room in lines.GroupBy(line => (line.Start, line.Frames)))
            await FillAsync(new Room(room.Key.Start, room.Key.Frames), [.. room], spoken, takes, lost, cancellation);
        return new(spoken, takes, lost);
    }

    private async Task FillAsync(
        Room room, SpokenLine[] lines, List<SpokenLine> spoken, List<VoiceTake> takes, List<string> lost, CancellationToken cancellation)
    {
        var pauses = SoundFormat.Samples(Pause) * (lines.Length - 1);
        var haste = 1.0;
        var voices = await SpeakAllAsync(lines, haste, cancellation);
        for (var round = 0; round < 3 && Total(voices) + pauses > room.Length && haste < MostHaste; round++)
        {
            haste = Math.Min(MostHaste, 1.02 * haste * Total(voices) / Math.Max(1.0, room.Length - pauses));
            voices = await SpeakAllAsync(lines, haste, cancellation);
        }

        // What is short does not begin with the picture.
        var at = room.First + Math.Clamp((room.Length - Total(voices) - pauses) / 4, 0, SoundFormat.Samples(0.5));
        var isOver = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var (line, take) = (lines[i], voices[i]);
            var text = line.Text;
            if (isOver)
                take = null;
            else if (take is not null && at + take.Length > room.End)
                (text, take) = await CutAsync(line, haste, room.End - at, cancellation);
            if (text.Length < line.Text.Length || take is null)
                lost.Add(take is null ? line.Text : line.Text[text.Length..].Trim());
            isOver |= text.Length < line.Text.Length;
            spoken.Add(Placed(line, take is null ? null : at, take?.Length ?? 0, take is null ? Delivery.Unspoken : isOver ? Delivery.Cut : haste > 1 ? Delivery.Hurried : Delivery.Whole));
            if (take is null)
                continue;
            takes.Add(new VoiceTake(Tone(take), at));
            at += take.Length + SoundFormat.Samples(Pause);
        }
    }

    /// <summary>As many words as fit; the text that was spoken, and its voice.</summary>
    private async Task<(string Text, float[]? Voice)> CutAsync(SpokenLine line, double haste, int most, CancellationToken cancellation)
    {
        var ends = WordEnds(line.Text);
        var (fits, text, voice) = (0, "", (float[]?)null);
        for (var over = ends.Count; over - fits > 1;)
        {
            var middle = (fits + over) / 2;
            var some = line.Text[..ends[middle - 1]];
            var spoken = most > 0 ? await speaks.SpeakAsync(some, line.Speaker, line.Language, haste, cancellation) : null;
            if (spoken is not null && spoken.Length <= most)
                (fits, text, voice) = (middle, some, spoken);
            else
                over = middle;
        }

        return (text, voice);
    }

    private async Task<float[]?[]> SpeakAllAsync(SpokenLine[] lines, double haste, CancellationToken cancellation)
    {
        var voices = new float[]?[lines.Length];
        for (var i = 0; i < lines.Length; i++)
            voices[i] = await speaks.SpeakAsync(lines[i].Text, lines[i].Speaker, lines[i].Language, haste, cancellation);
        return voices;
    }

    private static int Total(float[]?[] voices) => voices.Sum(v => v?.Length ?? 0);

    /// <summary>Where a text may end: behind a word of letters, or behind any Chinese character.</summary>
    private static List<int> WordEnds(string text)
    {
        List<int> ends = [];
        for (var i = 1; i <= text.Length; i++)
        {
            var isEnd = i == text.Length || IsHan(text[i - 1]) || IsHan(text[i]) || (char.IsLetterOrDigit(text[i - 1]) && text[i] != '\'' && !char.IsLetterOrDigit(text[i]));
            if (isEnd && !char.IsWhiteSpace(text[i - 1]) && (i == text.Length || !char.IsLowSurrogate(text[i])))
                ends.Add(i);
        }

        return ends;
    }

    private static bool IsHan(char c) => Script.WordReader.IsHan(c);

    private static SpokenLine Placed(SpokenLine line, int? at, int length, Delivery delivery) => at is { } first
        ? line with { Start = first / SoundFormat.PerFrame, Frames = (length + SoundFormat.PerFrame - 1) / SoundFormat.PerFrame, Delivery = delivery }
        : line with { Frames = 0, Delivery = delivery };

    /// <summary>The voice in the air: no rumble, no sharpness, a little of a room.</summary>
    private static Stereo Tone(float[] voice)
    {
        var tail = SoundFormat.Samples(0.25);
        var sound = new Stereo(voice.Length + tail);
        Biquad low = Biquad.HighPass(95), high = Biquad.HighShelf(5200, -5);
        for (var i = 0; i < voice.Length; i++)
            sound.Left[i] = sound.Right[i] = high.Next(low.Next(voice[i]));
        Reverb.Add(sound, 0.35, 0.5f, 0.10f);
        sound.Fade(SoundFormat.Samples(0.012), tail);
        return sound;
    }

    /// <summary>The stretch of the film in which lines may be heard, in samples.</summary>
    private readonly record struct Room(int Start, int Frames)
    {
        public int First => Start * SoundFormat.PerFrame + Math.Min(SoundFormat.Samples(Lead), Frames * SoundFormat.PerFrame / 10);

        public int End => (Start + Frames) * SoundFormat.PerFrame - Math.Min(SoundFormat.Samples(Trail), Frames * SoundFormat.PerFrame / 10);

        public int Length => End - First;
    }
}
