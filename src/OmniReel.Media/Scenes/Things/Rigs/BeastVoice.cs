using OmniReel.Media.Plans;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>When an animal gives voice.</summary>
internal static class BeastVoice
{
    /// <summary>How far the head is raised and the mouth open, 0 to 1, at a second of the shot.</summary>
    public static (float Raised, float Open) At(ThingMotion motion, float seconds) => motion switch
    {
        ThingMotion.Howl => Long(seconds, period: 4.6f, until: 3.7f, tremble: 0.10f),
        ThingMotion.Roar => Long(seconds, period: 3.4f, until: 2.4f, tremble: 0.06f),
        _ => Bark(seconds),
    };

    /// <summary>Up within half a second, held, down again.</summary>
    private static (float, float) Long(float seconds, float period, float until, float tremble)
    {
        var t = seconds - period * MathF.Floor(seconds / period);
        var raised = Ease(t / 0.5f) * (1 - Ease((t - until) / 0.6f));
        var open = Ease((t - 0.25f) / 0.3f) * (1 - Ease((t - until + 0.2f) / 0.3f));
        return (raised, open * (1 - tremble + tremble * MathF.Sin(t * 11)));
    }

    /// <summary>Two barks, and a breath.</summary>
    private static (float, float) Bark(float seconds)
    {
        var t = seconds - 1.5f * MathF.Floor(seconds / 1.5f);
        var loud = MathF.Max(Pulse(t - 0.12f), Pulse(t - 0.55f));
        return (0.35f + 0.65f * loud, loud);

        static float Pulse(float t) => t is > 0 and < 0.36f ? MathF.Sin(t / 0.36f * MathF.PI) : 0;
    }

    private static float Ease(float share)
    {
        var s = Math.Clamp(share, 0, 1);
        return s * s * (3 - 2 * s);
    }
}
