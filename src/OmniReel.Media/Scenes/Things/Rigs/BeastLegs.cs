using System.Numerics;
using OmniReel.Media.Figures;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>Bends legs so that a foot is where it has to be: elbows point backward, stifles forward, hocks backward.</summary>
internal sealed class BeastLegs(Beast beast)
{
    private const float MostTurn = 35 * Beast.Degree;

    private readonly float _upper = Vector2.Distance(beast.Shoulder, beast.Elbow);
    private readonly float _forearm = Vector2.Distance(beast.Elbow, beast.Wrist);
    private readonly float _cannon = Vector2.Distance(beast.Wrist, beast.ForeFoot);
    private readonly float _thigh = Vector2.Distance(beast.Hip, beast.Stifle);
    private readonly float _shank = Vector2.Distance(beast.Stifle, beast.Hock);
    private readonly float _hock = Vector2.Distance(beast.Hock, beast.HindFoot);
    private readonly float _stifleBend = Bend(beast.Hip, beast.Stifle, beast.Hock);
    private readonly float _hockBend = Bend(beast.Stifle, beast.Hock, beast.HindFoot);
    private readonly float _foreToe = Toe(beast, beast.ForeWidths[3]);
    private readonly float _hindToe = Toe(beast, beast.HindWidths[3]);

    /// <summary>Forearm, cannon and the rest of a fore leg from its lowest joint up.</summary>
    /// <param name="root">The shoulder joint on the body; it glides with the shoulder blade where a standing foot is out of reach.</param>
    /// <param name="flex">Radians that the wrist is bent back.</param>
    public void Fore(RigPose pose, BeastBone upper, Vector2 root, Vector2 foot, float flex, bool stands, float pitch)
    {
        var lower = MathF.Sqrt(_forearm * _forearm + _cannon * _cannon + 2 * _forearm * _cannon * MathF.Cos(flex));
        (root, foot) = Reached(root, foot, MathF.Abs(_upper - lower) + 0.01f, (_upper + lower) * 0.998f, stands);
        var (to, distance) = (Angle(foot - root), Vector2.Distance(root, foot));
        var at = MathF.Acos(Math.Clamp((_upper * _upper + distance * distance - lower * lower) / (2 * _upper * distance), -1, 1));
        var first = to + at;
        var elbow = root + Along(first, _upper);
        var line = Angle(foot - elbow);
        // The wrist is ahead of the line from the elbow to the foot.
        var ahead = MathF.Asin(Math.Clamp(_cannon * MathF.Sin(flex) / lower, -1, 1));
        var wrist = elbow + Along(line - ahead, _forearm);
        pose[(int)upper] = new Placed(root, first);
        pose[(int)upper + 1] = new Placed(elbow, line - ahead);
        pose[(int)upper + 2] = new Placed(wrist, Angle(foot - wrist));
        pose[(int)upper + 3] = new Placed(foot, Ankle(pitch, foot, pose[(int)upper + 2].Angle, _foreToe));
    }

    /// <summary>Stifle and hock open and close together, as sinews make them.</summary>
    /// <inheritdoc cref="Fore"/>
    public void Hind(RigPose pose, BeastBone thigh, Vector2 root, Vector2 foot, bool stands, float pitch)
    {
        // The straightest and the most folded that the joints allow.
        float open = Math.Min(178 * Beast.Degree - Math.Max(_stifleBend, _hockBend), 0.9f), shut = Math.Max(28 * Beast.Degree - Math.Min(_stifleBend, _hockBend), -1.7f);
        (root, foot) = Reached(root, foot, Chain(shut).Length(), Chain(open).Length(), stands);
        var distance = Vector2.Distance(root, foot);
        for (var i = 0; i < 22; i++)
        {
            var middle = (open + shut) / 2;
            if (Chain(middle).Length() < distance)
                shut = middle;
            else
                open = middle;
        }

        var first = Angle(foot - root) - Angle(Chain(open));
        var stifle = root + Along(first, _thigh);
        var second = first + MathF.PI - (_stifleBend + open);
        var hock = stifle + Along(second, _shank);
        pose[(int)thigh] = new Placed(root, first);
        pose[(int)thigh + 1] = new Placed(stifle, second);
        pose[(int)thigh + 2] = new Placed(hock, Angle(foot - hock));
        pose[(int)thigh + 3] = new Placed(foot, Ankle(pitch, foot, pose[(int)thigh + 2].Angle, _hindToe));
    }

    /// <summary>A leg by its angles, for those who sit and lie: radians of each bone backward from straight down.</summary>
    public void Set(RigPose pose, BeastBone first, Vector2 root, float a, float b, float c, float foot)
    {
        var isFore = first is BeastBone.NearUpper or BeastBone.FarUpper;
        var (x, y, z) = isFore ? (_upper, _forearm, _cannon) : (_thigh, _shank, _hock);
        pose[(int)first] = new Placed(root, a);
        pose[(int)first + 1] = new Placed(root + Along(a, x), b);
        pose[(int)first + 2] = new Placed(pose[(int)first + 1].Root + Along(b, y), c);
        pose[(int)first + 3] = new Placed(pose[(int)first + 2].Root + Along(c, z), foot);
    }

    /// <summary>How far a foot hangs: no ankle turns by more than it can against the bone above, and no toe goes below the ground.</summary>
    private float Ankle(float pitch, Vector2 foot, float above, float toe)
    {
        var span = MathF.Sqrt(toe * toe + beast.FootHeight * beast.FootHeight);
        var clear = MathF.Asin(Math.Clamp(-foot.Y / span, 0, 1)) - MathF.Atan2(beast.FootHeight, toe);
        return Math.Min(pitch, Math.Max(0, Math.Min(clear, Math.Max(0, above) + MostTurn)));
    }

    /// <summary>From the lowest joint to the tip of the foot, along the ground.</summary>
    private static float Toe(Beast beast, float width) =>
        RigShapes.Of($"paw.{beast.Words.Text("paw")}", SKMatrix.CreateScale(width / 0.5f, beast.FootHeight)).Max(s => s.Outline.Bounds.Right);

    /// <summary>From hip to foot when the first bone points straight down and the joints are open by so much more than at rest.</summary>
    private Vector2 Chain(float open)
    {
        var second = MathF.PI - (_stifleBend + open);
        var third = second - (MathF.PI - (_hockBend + open));
        return new Vector2(0, _thigh) + Along(second, _shank) + Along(third, _hock);
    }

    /// <summary>A foot that stands stays, and the joint on the body comes to it; one in the air is drawn in.</summary>
    private static (Vector2 Root, Vector2 Foot) Reached(Vector2 root, Vector2 foot, float least, float most, bool stands)
    {
        var way = foot - root;
        var length = Math.Max(0.001f, way.Length());
        var fit = Math.Clamp(length, least, most);
        return stands ? (foot - way / length * fit, foot) : (root, root + way / length * fit);
    }

    /// <summary>The angle between two bones, in radians.</summary>
    private static float Bend(Vector2 a, Vector2 b, Vector2 c) =>
        MathF.Acos(Math.Clamp(Vector2.Dot(Vector2.Normalize(a - b), Vector2.Normalize(c - b)), -1, 1));

    private static float Angle(Vector2 way) => MathF.Atan2(-way.X, way.Y);

    private static Vector2 Along(float angle, float length) => new(-MathF.Sin(angle) * length, MathF.Cos(angle) * length);
}
