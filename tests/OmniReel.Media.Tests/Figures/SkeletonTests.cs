using System.Numerics;
using OmniReel.Media.Figures;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Tests.Figures;

public sealed class SkeletonTests
{
    private static readonly (Bone Parent, Bone Child)[] Joints =
    [
        (Bone.NearUpperArm, Bone.NearForearm), (Bone.NearForearm, Bone.NearHand), (Bone.FarUpperArm, Bone.FarForearm),
        (Bone.FarForearm, Bone.FarHand), (Bone.NearThigh, Bone.NearShin), (Bone.NearShin, Bone.NearFoot),
        (Bone.FarThigh, Bone.FarShin), (Bone.FarShin, Bone.FarFoot),
    ];

    [Theory]
    [MemberData(nameof(Repertory.All), MemberType = typeof(Repertory))]
    public void Every_bone_ends_where_the_next_begins(Person person, FigureAction action, float travel)
    {
        foreach (var (_, stance) in Repertory.Frames(person, action, travel, out var build))
        {
            foreach (var (parent, child) in Joints)
                Vector2.Distance(stance[parent].At(0, Length(build, parent)), stance[child].Root).ShouldBeLessThan(1e-4f);
            Vector2.Distance(stance[Bone.Neck].Root, stance[Bone.Trunk].At(0, -build.Trunk)).ShouldBeLessThan(0.03f);
        }
    }

    [Theory]
    [MemberData(nameof(Repertory.All), MemberType = typeof(Repertory))]
    public void A_foot_on_the_ground_stays_where_it_is(Person person, FigureAction action, float travel)
    {
        var height = person == Person.Child ? 1.15f : 1.7f;
        var frames = Repertory.Frames(person, action, travel, out var build);
        int stood = 0;
        foreach (var (foot, near) in new[] { (Bone.NearFoot, true), (Bone.FarFoot, false) })
        {
            (Vector2 Ball, Vector2 Heel)? ground = null;
            foreach (var (pose, stance) in frames)
            {
                var rod = near ? pose.NearFoot : pose.FarFoot;
                if (rod.Y > 1e-4f)
                {
                    ground = null;
                    continue;
                }

                var ball = stance.Turned(stance[foot].At(build.Ball, build.Ankle));
                var heel = stance.Turned(stance[foot].At(-build.Heel, build.Ankle));
                var contact = rod.Z >= 0 ? ball : heel;
                MathF.Abs(contact.Y).ShouldBeLessThan(0.01f * height);
                if (ground is { } held && MathF.Abs(stance.Width) > 0.999f)
                {
                    Vector2.Distance(contact, rod.Z >= 0 ? held.Ball : held.Heel).ShouldBeLessThan(0.01f * height);
                    stood++;
                }

                // While the foot is flat, heel and ball are both known; from there either may become the contact.
                var flat = new Vector2(build.Ball + build.Heel, 0);
                ground ??= rod.Z >= 0 ? (ball, ball - flat) : (heel + flat, heel);
            }
        }

        stood.ShouldBeGreaterThan(60);
    }

    [Theory]
    [MemberData(nameof(Repertory.All), MemberType = typeof(Repertory))]
    public void No_bone_jumps_between_frames(Person person, FigureAction action, float travel)
    {
        const float Most = 38 * MathF.PI / 180;
        var frames = Repertory.Frames(person, action, travel, out _);
        for (var i = 1; i < frames.Count; i++)
        {
            foreach (var bone in Enum.GetValues<Bone>())
                MathF.Abs(frames[i].Stance[bone].Angle - frames[i - 1].Stance[bone].Angle).ShouldBeLessThan(MostOf(bone), $"{bone} at frame {i}");
            Vector2.Distance(frames[i].Stance[Bone.Trunk].Root, frames[i - 1].Stance[Bone.Trunk].Root).ShouldBeLessThan(0.09f, $"hips at frame {i}");
        }

        // The knee of a child that hurries, on the shortest legs, straightens fastest: by 43° a frame.
        float MostOf(Bone bone) => person == Person.Child && (bone is Bone.NearShin or Bone.FarShin) ? 1.16f * Most : Most;
    }

    private static float Length(Build build, Bone bone) => bone switch
    {
        Bone.NearUpperArm or Bone.FarUpperArm => build.UpperArm,
        Bone.NearForearm or Bone.FarForearm => build.Forearm,
        Bone.NearThigh or Bone.FarThigh => build.Thigh,
        _ => build.Shin,
    };
}
