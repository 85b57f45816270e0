namespace OmniReel.Media.Motion;

/// <summary>
/// A woman's phrase with ribbons: sway, gather, rise into a long lifted leg, plié, a spin on one foot, a landing that settles.
/// The near foot's ball is the axis throughout and never leaves the ground.
/// </summary>
internal static class WomanDance
{
    private const float Axis = 0.08f;

    public static Phrase Phrase { get; } = new(5.0f,
    [
        // Sway back over the far foot, arms opening.
        new(0.00f, new(new(-0.10f, 0.045f, -5, 2), new(70, 22, 12), new(-62, -10, -25), new(Axis, 0, 16), new(-0.17f, 0, 0), 0, 4)),
        // Gather: hips sink before the rise, arms sweep low.
        new(0.55f, new(new(0.00f, 0.105f, 10, 10), new(28, 34, 24), new(12, 26, 10), new(Axis, 0, 0), new(-0.17f, 0, 26), 0, 0)),
        // Rise onto the ball of the foot, the leg leaves behind.
        new(1.05f, new(new(0.07f, -0.035f, -3, -12), new(138, 14, 2), new(-98, -14, -14), new(Axis, 0, 36), new(-0.58f, 0.36f, 100), 0, 6)),
        new(1.50f, new(new(0.075f, -0.055f, 5, -16), new(146, -6, -20), new(-112, -10, -24), new(Axis, 0, 42), new(-0.74f, 0.60f, 142), 0, 8)),
        // Hold it, still growing.
        new(2.00f, new(new(0.075f, -0.055f, 9, -20), new(132, -4, 14), new(-100, -16, 14), new(Axis, 0, 42), new(-0.77f, 0.66f, 148), 0, 8)),
        // Down into a plié, wound up for the turn.
        new(2.50f, new(new(0.00f, 0.085f, 8, -2), new(70, 55, 20), new(20, 40, 16), new(Axis, 0, 4), new(-0.17f, 0, 10), 0, 2)),
        new(2.75f, new(new(0.00f, 0.105f, 4, -4), new(84, 62, 20), new(-58, 0, -20), new(Axis, 0, 4), new(-0.17f, 0, 16), 0, 4)),
        // Spin on the near foot, the other drawn up to the knee.
        new(3.10f, new(new(0.065f, -0.040f, -2, -8), new(112, 18, 8), new(-104, -16, -8), new(Axis, 0, 36), new(0.06f, 0.34f, 66), 0.45f, 22)),
        new(3.50f, new(new(0.070f, -0.050f, -3, -10), new(142, 30, 10), new(-140, -30, -10), new(Axis, 0, 40), new(0.10f, 0.40f, 70), 1.40f, 30)),
        new(3.85f, new(new(0.060f, -0.030f, -2, -8), new(120, 16, 0), new(-112, -14, 0), new(Axis, 0, 32), new(0.02f, 0.30f, 60), 2.00f, 24)),
        // Land back onto the far foot and let it settle.
        new(4.20f, new(new(-0.05f, 0.110f, 9, 6), new(96, 16, -20), new(-80, -6, 16), new(Axis, 0, 6), new(-0.17f, 0, 0), 2, 8)),
        new(4.50f, new(new(-0.07f, 0.060f, 2, 0), new(84, 12, -6), new(-70, -10, 0), new(Axis, 0, 12), new(-0.17f, 0, 0), 2, 5)),
    ], Axis);
}
