namespace OmniReel.Media.Motion;

/// <summary>A man's phrase: knee up and stamp, a kick, a split leap with a deep landing, a turn on one heel.</summary>
internal static class ManDance
{
    private const float Near = 0.25f, Far = -0.06f;

    public static Phrase Phrase { get; } = new(5.2f,
    [
        // Wide and low, arms like a drawn bow.
        new(0.00f, new(new(0.00f, 0.130f, 6, 4), new(84, 8, -16), new(-70, -40, -20), new(Near, 0, 0), new(Far, 0, 0))),
        // Knee up.
        new(0.45f, new(new(0.15f, 0.010f, -6, -8), new(164, -8, -24), new(-88, -12, -10), new(Near, 0, 8), new(0.24f, 0.40f, 42))),
        new(0.70f, new(new(0.15f, 0.015f, -8, -10), new(170, -4, 12), new(-84, -10, 14), new(Near, 0, 6), new(0.27f, 0.44f, 36))),
        // Stamp.
        new(0.98f, new(new(0.02f, 0.140f, 10, 12), new(96, 14, 18), new(-112, -20, 10), new(Near, 0, 0), new(Far, 0, 0))),
        new(1.25f, new(new(-0.05f, 0.085f, 4, 2), new(60, 20, 0), new(-140, -16, -14), new(Near, 0, 10), new(Far, 0, 0))),
        // Kick over the far foot, arms change.
        new(1.62f, new(new(-0.14f, 0.010f, -12, -6), new(-42, 6, 20), new(-176, -14, -14), new(0.62f, 0.42f, -30), new(Far, 0, 6))),
        new(2.00f, new(new(-0.06f, 0.090f, 6, 4), new(26, 30, 16), new(-120, -10, 10), new(Near, 0, 0), new(Far, 0, 0))),
        // Crouch, spring, leap, land.
        new(2.28f, new(new(0.00f, 0.135f, 16, 10), new(-36, 24, 14), new(-52, 20, 0), new(Near, 0, 0), new(Far, 0, 4))),
        new(2.48f, new(new(0.02f, -0.030f, 0, -8), new(92, 8, 20), new(-92, -8, -20), new(Near, 0, 40), new(Far, 0, 44))),
        new(2.70f, new(new(0.03f, -0.190f, -4, -14), new(140, -10, -10), new(-132, 10, 10), new(0.56f, 0.28f, 34), new(-0.50f, 0.34f, 118))),
        new(2.94f, new(new(0.02f, -0.020f, 2, -4), new(118, -6, -26), new(-112, 4, 26), new(Near, 0.0f, 26), new(Far, 0.0f, 34))),
        new(3.12f, new(new(0.00f, 0.125f, 12, 8), new(70, 16, -20), new(-64, -16, 20), new(Near, 0, 0), new(Far, 0, 0))),
        new(3.45f, new(new(0.02f, 0.080f, 3, 0), new(62, 40, 10), new(-20, 30, 10), new(Near, 0, 0), new(Far, 0, 8))),
        // Turn with the foot drawn up.
        new(3.68f, new(new(0.14f, 0.050f, -2, -4), new(88, 30, 8), new(-76, -20, -6), new(Near, 0, 16), new(0.10f, 0.16f, 40), 0.20f, 8)),
        new(4.00f, new(new(0.19f, -0.010f, -4, -8), new(128, 24, 8), new(-126, -24, -8), new(Near, 0, 22), new(0.22f, 0.36f, 52), 1.10f, 20)),
        new(4.34f, new(new(0.17f, 0.010f, -2, -6), new(108, 12, -6), new(-104, -12, 6), new(Near, 0, 14), new(0.14f, 0.24f, 44), 2f, 16)),
        new(4.68f, new(new(0.00f, 0.165f, 10, 8), new(80, 10, 12), new(-74, -26, 10), new(Near, 0, 0), new(Far, 0, 0), 2f, 5)),
        new(4.92f, new(new(0.00f, 0.115f, 4, 3), new(86, 6, -6), new(-70, -38, -10), new(Near, 0, 0), new(Far, 0, 0), 2f)),
    ], Near);
}
