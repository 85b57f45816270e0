using System.Numerics;
using OmniReel.Media.Figures;
using OmniReel.Media.Plans;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>Bones of an insect: wings point up from the back.</summary>
internal enum InsectBone
{
    Body, NearWing, FarWing,
}

/// <summary>An insect with broad wings, in lengths of its body: its wings open and fold about a dark body, seen from a little above and before.</summary>
internal sealed class InsectRig
{
    private const float Degree = Beast.Degree;

    /// <summary>Degrees by which the wings stand off the upright when they are folded, and when they are spread.</summary>
    private const float Folded = 9, Spread = 97;

    /// <summary>How steeply they are looked down upon, in radians.</summary>
    private const float Down = 27 * Degree;

    /// <summary>What it covers with wings half open; on its feet it ends at these.</summary>
    private static readonly SKRect Flying = new(-0.86f, -1.02f, 0.92f, 0.50f), Sitting = new(-0.80f, -1.12f, 0.92f, 0.16f);

    private static readonly Vector2 Shoulder = new(0.14f, -0.07f);

    private readonly bool _flies;
    private readonly float _beat;
    private readonly float _turned;
    private readonly float _tilt;
    private readonly float _own;

    private InsectRig(RigWords words, bool flies, float own)
    {
        (_flies, _own) = (flies, own);
        _beat = words.Number("beat") * (0.85f + 0.3f * Share(1));
        _turned = (20 + 26 * Share(2)) * Degree;
        _tilt = flies ? -(10 + 30 * Share(3)) * Degree : -8 * Degree;
    }

    /// <param name="own">What makes one of several different from the others: any number.</param>
    public static Rig Of(RigWords words, ThingMotion motion, float own)
    {
        var flies = motion == ThingMotion.Flutter;
        var insect = new InsectRig(words, flies, own);
        var (length, chord) = (words.Number("wing"), words.Number("chord"));
        RigItem[] items =
        [
            Part(InsectBone.FarWing, "wing." + words.Text("wings"), chord, length),
            Part(InsectBone.Body, "body." + words.Text("body"), 1, words.Number("girth")),
            Part(InsectBone.NearWing, "wing." + words.Text("wings"), chord, length),
        ];
        return new Rig(items, insect.At, flies ? Flying : Sitting);
    }

    private RigPose At(RigMoment moment)
    {
        var pose = new RigPose(Enum.GetValues<InsectBone>().Length);
        var seconds = moment.Seconds;
        // Folded for a while, spread for a while, and quickly from one to the other; on a flower they open slowly.
        var turn = _flies ? MathF.Tau * _beat * seconds : 1.7f * seconds + 4 * Share(4);
        var open = 0.5f + 0.5f * MathF.Tanh(2.2f * MathF.Sin(turn)) / MathF.Tanh(2.2f);
        var angle = (Folded + (Spread - Folded) * (_flies ? open : 0.62f * open)) * Degree;
        // Its way is never straight, and each beat throws it up.
        var at = _flies
            ? new Vector2(
                0.22f * MathF.Sin(1.7f * seconds + 6 * Share(5)) + 0.08f * MathF.Sin(3.9f * seconds),
                0.30f * MathF.Sin(2.3f * seconds + 6 * Share(6)) + 0.10f * MathF.Sin(5.1f * seconds) + 0.08f * (1 - open))
            : new Vector2(0, -0.04f);
        var body = new Placed(at, _tilt + (_flies ? 7 * Degree * MathF.Sin(1.9f * seconds + 6 * Share(7)) : 0));
        pose[(int)InsectBone.Body] = body;
        Wing(pose, InsectBone.NearWing, body, angle, 1);
        Wing(pose, InsectBone.FarWing, body, angle, -1);
        return pose;
    }

    /// <param name="side">1 toward whoever looks, -1 away.</param>
    private void Wing(RigPose pose, InsectBone wing, Placed body, float angle, float side)
    {
        var (aside, ahead) = MathF.SinCos(_turned);
        var (sinDown, cosDown) = MathF.SinCos(Down);
        var (sin, cos) = MathF.SinCos(angle);
        // The head comes a little toward whoever looks: so the near wing is seen farther back, the far one farther ahead.
        var along = new Vector2(ahead, aside * sinDown);
        var outward = new Vector2(-side * sin * aside, -cos * cosDown + side * sin * ahead * sinDown);
        var turn = Matrix3x2.CreateRotation(body.Angle);
        pose[(int)wing] = new Placed(body.At(Shoulder.X, Shoulder.Y), body.Angle);
        pose.Seen[(int)wing] = (Vector2.TransformNormal(along, turn), Vector2.TransformNormal(-outward, turn));
    }

    /// <summary>One of its own numbers, 0 to 1.</summary>
    private float Share(int number) => 0.5f + 0.5f * MathF.Sin(12.9898f * number + 7.3f * _own);

    private static RigPart Part(InsectBone bone, string name, float x, float y) => new(
        (int)bone,
        [.. RigShapes.Of(name, SKMatrix.CreateScale(x, y)).Select(s => new RigSheet(s.Outline, s.Fur, s.Lift, s.Lift == 0 ? 0 : 1.6f))],
        []);
}
