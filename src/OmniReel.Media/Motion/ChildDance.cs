namespace OmniReel.Media.Motion;

/// <summary>A child's phrase: hops from foot to foot, one big jump with both arms up, a twirl that ends a little too late.</summary>
internal static class ChildDance
{
    private const float Near = 0.13f, Far = -0.01f;

    public static Phrase Phrase { get; } = new(3.9f,
    [
        new(0.00f, new(new(0.00f, 0.060f, 4, 6), new(64, 40, 10), new(-58, -36, -10), new(Near, 0, 0), new(Far, 0, 0))),
        // Hop on the near foot.
        new(0.28f, new(new(0.06f, -0.020f, -8, -10), new(138, 24, 14), new(-142, -24, -14), new(Near, 0, 30), new(0.20f, 0.18f, 30))),
        new(0.58f, new(new(0.01f, 0.065f, 5, 8), new(84, 40, -10), new(-80, -40, 10), new(Near, 0, 0), new(Far, 0, 0))),
        // Kick from the far foot.
        new(0.88f, new(new(-0.04f, -0.015f, -10, -10), new(112, 30, 16), new(-158, -16, -14), new(0.40f, 0.20f, -22), new(Far, 0, 28))),
        new(1.20f, new(new(0.01f, 0.070f, 6, 8), new(48, 40, 0), new(-60, -30, 0), new(Near, 0, 0), new(Far, 0, 0))),
        // Crouch and jump.
        new(1.46f, new(new(0.00f, 0.125f, 18, 4), new(-36, 10, 10), new(-70, 14, 10), new(Near, 0, 0), new(Far, 0, 0))),
        new(1.62f, new(new(0.03f, -0.020f, 2, -10), new(70, 10, 20), new(-100, -10, -20), new(Near, 0, 40), new(Far, 0, 40))),
        new(1.82f, new(new(0.04f, -0.240f, -8, -14), new(158, 10, -10), new(-158, -10, 10), new(0.26f, 0.26f, 30), new(-0.16f, 0.28f, 80))),
        new(2.02f, new(new(0.02f, -0.010f, 0, -4), new(150, 12, -20), new(-150, -12, 20), new(Near, 0, 28), new(Far, 0, 32))),
        new(2.18f, new(new(0.00f, 0.120f, 12, 12), new(92, 20, -16), new(-90, -20, 16), new(Near, 0, 0), new(Far, 0, 0))),
        new(2.46f, new(new(0.01f, 0.045f, 2, 0), new(76, 20, 0), new(-72, -20, 0), new(Near, 0, 0), new(Far, 0, 6))),
        // Twirl.
        new(2.68f, new(new(0.07f, 0.000f, -3, -6), new(92, 4, 0), new(-92, -4, 0), new(Near, 0, 22), new(0.06f, 0.10f, 36), 0.30f, 10)),
        new(2.96f, new(new(0.08f, -0.015f, -4, -10), new(104, -6, 0), new(-104, 6, 0), new(Near, 0, 26), new(0.10f, 0.15f, 44), 1.20f, 16)),
        new(3.26f, new(new(0.06f, 0.005f, -2, -4), new(98, 0, 0), new(-98, 0, 0), new(Near, 0, 18), new(0.04f, 0.08f, 30), 2.00f, 12)),
        new(3.54f, new(new(-0.02f, 0.080f, 8, 10), new(84, 30, 10), new(-50, -20, 0), new(Near, 0, 0), new(Far, 0, 0), 2f)),
    ], Near);
}
