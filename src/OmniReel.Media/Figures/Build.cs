using OmniReel.Media.Plans;

namespace OmniReel.Media.Figures;

/// <summary>A body in metres: bone lengths, joint places and limb radii.</summary>
/// <param name="Ankle">Height of the ankle above the sole.</param>
/// <param name="Ball">The ball of the foot, ahead of the ankle.</param>
/// <param name="Heel">The heel, behind the ankle.</param>
/// <param name="Trunk">Hip joint to the base of the neck.</param>
/// <param name="Shoulder">Half the distance of the shoulder joints, as a figure in half profile shows them.</param>
/// <param name="Head">Size of the head sheets relative to a grown woman's.</param>
/// <param name="Hand">Size of the hands relative to a grown woman's.</param>
/// <param name="Breadth">Breadth of the neck relative to a grown woman's.</param>
internal sealed record Build(
    float Thigh, float Shin, float Ankle, float Ball, float Heel, float Trunk, float Neck, float UpperArm, float Forearm,
    float Shoulder, float HipSpread, float ThighRadius, float ArmRadius, float Head, float Hand, float Breadth)
{
    public static Build Woman { get; } = new(
        0.425f, 0.415f, 0.07f, 0.10f, 0.05f, 0.50f, 0.065f, 0.27f, 0.245f, 0.075f, 0.03f, 0.078f, 0.047f, 1f, 1f, 1f);

    public static Build Man { get; } = new(
        0.455f, 0.440f, 0.08f, 0.115f, 0.06f, 0.53f, 0.07f, 0.30f, 0.265f, 0.108f, 0.032f, 0.088f, 0.058f, 1.03f, 1.18f, 1.22f);

    public static Build Child { get; } = new(
        0.225f, 0.215f, 0.055f, 0.072f, 0.043f, 0.335f, 0.030f, 0.175f, 0.160f, 0.062f, 0.025f, 0.064f, 0.042f, 1.14f, 0.78f, 0.90f);

    /// <summary>A girl who is no child any longer: a woman's trunk on shorter legs, and a larger head for her size.</summary>
    public static Build Girl { get; } = Woman with { Thigh = 0.375f, Shin = 0.365f, UpperArm = 0.25f, Forearm = 0.225f, Head = 1.09f, Hand = 0.92f, Breadth = 0.94f };

    public static Build Of(FigurePlan plan) => plan.Person == Person.Woman && plan.Looks.Contains(Look.Young) ? Girl : Of(plan.Person);

    public static Build Of(Person person) => person switch
    {
        Person.Woman => Woman,
        Person.Man => Man,
        _ => Child,
    };

    /// <summary>Height of the hip joints in an easy stance.</summary>
    public float HipHeight => Ankle + (Thigh + Shin) * 0.992f;
}
