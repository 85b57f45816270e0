namespace OmniReel.Media.Scenes.Things.Acts;

/// <summary>Ways to go on the ground. What hangs below the belly swings; neighbouring legs swing against each other.</summary>
internal static class Legs
{
    private const float Belly = 0.60f;
    
    public static ThingAct Walk { get; } = new()
    {
        Speed = 0.42f,
        Body = static t => new ThingBody(Dy: -0.014f * Rise(t, 1.15f), Degrees: 0.8f * MathF.Sin(Turn(t, 1.15f))),
        Warp = static (u, v, t, leg) => Swing(u, v, leg, Turn(t, 1.15f), 0.055f, 0.05f, 0.014f),
    };

    public static ThingAct Trot { get; } = new()
    {
        Speed = 1.05f,
        Body = static t => new ThingBody(Dy: -0.055f * Rise(t, 2.1f), Degrees: 2.2f * MathF.Sin(Turn(t, 2.1f) + 0.6f)),
        Warp = static (u, v, t, leg) => Swing(u, v, leg, Turn(t, 2.1f), 0.085f, 0.09f, 0.035f),
    };

    /// <summary>Fore and hind legs gather below the body, then reach out; the back bends with them.</summary>
    public static ThingAct Gallop { get; } = new()
    {
        Speed = 1.7f,
        Body = static t =>
        {
            var turn = Turn(t, 2.0f);
            return new ThingBody(Dy: -0.085f * MathF.Max(0, MathF.Sin(turn)), Degrees: 5.5f * MathF.Cos(turn), ScaleX: 1 + 0.035f * MathF.Sin(turn), ScaleY: 1 - 0.03f * MathF.Sin(turn));
        },
        Warp = static (u, v, t, _) =>
        {
            float turn = Turn(t, 2.0f), down = Leg(v), reach = MathF.Sin(turn);
            var side = Math.Clamp((0.5f - u) * 6, -1, 1);
            return (-0.10f * side * down * reach, (-0.05f * down * MathF.Max(0, -reach)) + Tail(u, v, turn, 0.05f));
        },
    };

    /// <summary>Crouch, spring, land, settle.</summary>
    public static ThingAct Hop { get; } = new()
    {
        Speed = 0.95f,
        Stride = static step => Smooth((step - 0.22f) / 0.52f),
        Body = static t =>
        {
            var step = Step(t);
            var air = Math.Clamp((step - 0.22f) / 0.52f, 0, 1);
            var crouch = MathF.Sin(Math.Clamp(step / 0.22f, 0, 1) * MathF.PI);
            var land = MathF.Sin(Math.Clamp((step - 0.74f) / 0.26f, 0, 1) * MathF.PI);
            var stretch = MathF.Sin(air * MathF.PI);
            return new ThingBody(
                Dy: -0.52f * 4 * air * (1 - air), Degrees: air is > 0 and < 1 ? 14 * MathF.Cos(air * MathF.PI) : 0,
                ScaleX: 1 + 0.07f * crouch + 0.09f * land + 0.04f * stretch, ScaleY: 1 - 0.13f * crouch - 0.16f * land - 0.02f * stretch);
        },
        Warp = static (u, v, t, _) =>
        {
            var air = MathF.Sin(Math.Clamp((Step(t) - 0.22f) / 0.52f, 0, 1) * MathF.PI);
            return ((u > 0.5f ? 0.08f : -0.03f) * Leg(v) * air, 0.02f * MathF.Max(0, 0.35f - v) * MathF.Sin(t * 9));
        },
    };

    /// <summary>From foot to foot.</summary>
    public static ThingAct Waddle { get; } = new()
    {
        Speed = 0.55f,
        Body = static t => new ThingBody(Dy: -0.03f * Rise(t, 1.5f), Degrees: 6.5f * MathF.Sin(Turn(t, 1.5f))),
        Warp = static (u, v, t, leg) =>
        {
            var turn = Turn(t, 1.5f);
            var (dx, dy) = Swing(u, v, leg, turn, 0.07f, 0.07f, 0);
            return (dx - 0.02f * MathF.Max(0, 0.4f - v) * MathF.Cos(2 * turn), dy);
        },
    };

    /// <summary>The heavy: slow steps, a nodding head.</summary>
    public static ThingAct Lumber { get; } = new()
    {
        Speed = 0.34f,
        Body = static t => new ThingBody(Dy: -0.016f * Rise(t, 0.8f), Degrees: 1.1f * MathF.Sin(Turn(t, 0.8f))),
        Warp = static (u, v, t, leg) =>
        {
            var turn = Turn(t, 0.8f);
            var (dx, dy) = Swing(u, v, leg, turn, 0.05f, 0.035f, 0.02f);
            var head = MathF.Max(0, 0.34f - u) * MathF.Max(0, 1 - v);
            return (dx + 0.06f * head * MathF.Sin(turn + 1), dy + 0.10f * head * MathF.Sin(2 * turn));
        },
    };

    public static ThingAct Crawl { get; } = new()
    {
        Speed = 0.24f,
        Body = static t => new ThingBody(Dy: -0.008f * Rise(t, 2.6f), Degrees: 1.4f * MathF.Sin(Turn(t, 1.3f))),
        Warp = static (u, v, t, _) => (0.016f * MathF.Sin(Turn(t, 2.6f) + v * 14) * Edge(u), 0.014f * MathF.Sin(Turn(t, 2.6f) + u * 13)),
    };

    public static ThingAct Slither { get; } = new()
    {
        Speed = 0.30f,
        Warp = static (u, v, t, _) => (0.02f * MathF.Sin(9 * v - 4 * t), 0.045f * MathF.Sin(8 * u - 5 * t) * (0.3f + u)),
    };

    public static float Turn(float seconds, float perSecond) => seconds * perSecond * MathF.Tau;

    /// <summary>How far a point is down a leg, 0 to 1.</summary>
    public static float Leg(float v) => Smooth((v - Belly) / (1 - Belly));

    public static float Smooth(float at)
    {
        at = Math.Clamp(at, 0, 1);
        return at * at * (3 - 2 * at);
    }

    /// <summary>A tail that waves behind; 0 elsewhere.</summary>
    public static float Tail(float u, float v, float turn, float reach) => reach * Smooth((u - 0.74f) / 0.26f) * (1 - Leg(v)) * MathF.Sin(turn - 5 * u);

    /// <summary>Hops take 0.8 seconds.</summary>
    private static float Step(float seconds) => seconds / 0.8f - MathF.Floor(seconds / 0.8f);

    private static float Rise(float seconds, float perSecond) => MathF.Abs(MathF.Sin(Turn(seconds, perSecond)));

    private static float Edge(float u) => MathF.Abs(2 * u - 1);

    private static (float Dx, float Dy) Swing(float u, float v, float leg, float turn, float reach, float lift, float tail)
    {
        var phase = turn + leg;
        var down = Leg(v);
        return (-reach * down * MathF.Sin(phase), -lift * down * MathF.Max(0, MathF.Cos(phase)) + Tail(u, v, turn, tail));
    }
}
