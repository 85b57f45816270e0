using System.Numerics;
using OmniReel.Media.Figures;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>Poses a four-legged animal: standing, going, sitting, lying.</summary>
internal sealed class BeastMotion
{
    private const float Degree = Beast.Degree;

    private readonly Beast _beast;
    private readonly BeastLegs _legs;
    private readonly BeastSeat _seat;
    private readonly ThingMotion _motion;
    private readonly Steps? _steps;

    /// <param name="speed">Of the ground below, in heights of the withers a second; 0 stays.</param>
    public BeastMotion(Beast beast, ThingMotion motion, float speed)
    {
        (_beast, _legs, _seat, _motion) = (beast, new BeastLegs(beast), new BeastSeat(beast), motion);
        var gait = motion switch
        {
            ThingMotion.Walk or ThingMotion.Crawl or ThingMotion.Waddle => Gait.Walk,
            ThingMotion.Lumber => Gait.Lumber,
            ThingMotion.Trot => Gait.Trot,
            ThingMotion.Gallop => Gait.Gallop,
            ThingMotion.Hop => Gait.Hop,
            _ => null,
        };
        if (gait is not null && speed > 0.04f)
            _steps = new Steps(gait.At(speed, beast.Tempo), speed, beast.Tempo, -beast.Hip.Y - beast.FootHeight);
    }

    public Gait? Gait => _steps?.Gait;

    /// <summary>The back bends, so that the trunk is cut in two.</summary>
    public bool Bends => _steps is { Gait.Spine: > 0 } && _beast.Spring > 0;

    public bool Sits => _motion == ThingMotion.Sit && !Folds;

    /// <summary>Sits as dogs and cats do: see <see cref="BeastSeat"/>.</summary>
    public bool IsSeated => Sits && _beast.Words.Text("seat") == "yes";

    public bool Lies => _motion == ThingMotion.Sleep;

    /// <summary>Its mouth opens.</summary>
    public bool Voices => _motion is ThingMotion.Howl or ThingMotion.Bark or ThingMotion.Roar;

    /// <summary>Lies with the head up, and never sits: cattle, horses, elephants.</summary>
    private bool Folds => _beast.Words.Text("sits") != "yes";

    /// <summary>What hangs on the body swings with its rounds, -1 to 1, late by so many radians.</summary>
    public float Swing(RigMoment moment, float late) => _steps is null ? 0 : MathF.Sin(MathF.Tau * _steps.Round(moment.Way) - late);

    public RigPose At(RigMoment moment)
    {
        var pose = new RigPose(Enum.GetValues<BeastBone>().Length);
        switch (_motion)
        {
            case ThingMotion.Sleep: Lie(pose, moment.Seconds); break;
            case ThingMotion.Sit when IsSeated: _seat.Pose(pose, moment.Seconds, Glance(moment.Seconds)); break;
            case ThingMotion.Sit when !Folds: Sit(pose, moment.Seconds); break;
            case ThingMotion.Howl or ThingMotion.Bark or ThingMotion.Roar: Call(pose, moment.Seconds); break;
            default:
                if (_steps is not null)
                    Go(pose, _steps, moment);
                else
                    Stand(pose, moment.Seconds);
                break;
        }

        Ears(pose, moment.Seconds);
        return pose;
    }

    private void Go(RigPose pose, Steps steps, RigMoment moment)
    {
        var gait = steps.Gait;
        var round = steps.Round(moment.Way);
        float Wave(float top, float beats = 1) => MathF.Cos(MathF.Tau * beats * (round - top));
        var rise = gait.Bob * steps.Vigour * Wave(gait.Top, gait.Beats);
        var pitch = gait.Pitch * steps.Vigour * Degree * Wave(gait.Beats == 1 ? 0.22f : 0.3f, gait.Beats);
        var spine = gait.Spine * _beast.Spring * steps.Vigour * Degree * Wave(0.93f);
        var nod = gait.Nod * Degree * Wave(gait.Beats == 1 ? 0.62f : 0.05f, gait.Beats);
        var leap = gait.Leap * steps.Vigour * gait.Flight(round);
        rise += leap;
        Trunk(pose, new Vector2(0, -rise), -pitch - spine * 0.5f, -pitch + spine * 0.5f, nod - 0.4f * spine, 0);
        pose.Rise = Math.Max(0, rise) * 1.4f;
        Hind(pose, steps, moment.Way, leap, gait.NearHind, BeastBone.NearThigh);
        Hind(pose, steps, moment.Way, leap, gait.FarHind, BeastBone.FarThigh);
        Fore(pose, steps, moment.Way, leap, gait.NearFore, BeastBone.NearUpper);
        Fore(pose, steps, moment.Way, leap, gait.FarFore, BeastBone.FarUpper);
    }

    /// <param name="leap">How high all feet are in the air besides; the hind ones trail by most of it, the fore ones reach ahead.</param>
    private void Hind(RigPose pose, Steps steps, float way, float leap, float offset, BeastBone thigh)
    {
        var step = steps.At(way, offset, steps.Gait.HindDuty, 0.10f);
        var foot = _beast.HindFoot + Aside(thigh == BeastBone.FarThigh) + new Vector2(step.X - (step.Stands ? 0 : 4 * leap), -step.Up * steps.Gait.Lift * steps.Vigour - (step.Stands ? 0 : 2 * leap));
        var root = HipOf(pose) + new Vector2(thigh == BeastBone.FarThigh ? 0.03f : 0, 0);
        // The soles of who springs are turned back.
        _legs.Hind(pose, thigh, root, foot, step.Stands, step.Pitch * _beast.Words.Number("hang") + (step.Stands ? 0 : 3 * leap));
    }

    private void Fore(RigPose pose, Steps steps, float way, float leap, float offset, BeastBone upper)
    {
        var step = steps.At(way, offset, steps.Gait.ForeDuty, 0.16f);
        var foot = _beast.ForeFoot + Aside(upper == BeastBone.FarUpper) + new Vector2(step.X + (step.Stands ? 0 : 1.5f * leap), -step.Up * steps.Gait.Lift * steps.Vigour - (step.Stands ? 0 : 1.2f * leap));
        // The shoulder blade swings with the leg.
        var root = ShoulderOf(pose) + new Vector2(0.08f * step.X + (upper == BeastBone.FarUpper ? 0.035f : 0), 0);
        _legs.Fore(pose, upper, root, foot, steps.Gait.Flex * steps.Vigour * Degree * MathF.Sin(MathF.PI * MathF.Pow(step.Air, 0.75f)), step.Stands, step.Pitch * _beast.Words.Number("hang"));
    }

    /// <summary>The far pair goes a little ahead and higher in the picture, so that the near one does not cover it.</summary>
    private static Vector2 Aside(bool far) => far ? new Vector2(0.05f, -0.022f) : default;

    private void Stand(RigPose pose, float seconds)
    {
        var look = Glance(seconds);
        Trunk(pose, Vector2.Zero, 0, 0, (0.8f * MathF.Sin(seconds * 1.3f) - 5 * look) * Degree, 4 * look * Degree);
        OnFourLegs(pose, seconds);
    }

    /// <summary>Stands and gives voice: the neck goes to it, the head points where the voice goes, the jaw drops.</summary>
    private void Call(RigPose pose, float seconds)
    {
        var (raised, open) = BeastVoice.At(_motion, seconds);
        var (neck, head) = _motion switch
        {
            ThingMotion.Howl => (-24f, -52f),
            ThingMotion.Roar => (-6f, -14f),
            _ => (-7f, -8f),
        };
        // From where the head is at ease to where the voice goes.
        var ease = _beast.HeadDown / Degree;
        Trunk(pose, Vector2.Zero, 0, -3 * raised * Degree, neck * raised * Degree, (head - ease - 0.45f * neck) * raised * Degree);
        OnFourLegs(pose, seconds);
        var corner = BeastMouth.Corner(_beast);
        var skull = pose[(int)BeastBone.Head];
        pose[(int)BeastBone.Jaw] = new Placed(skull.At(corner.X, corner.Y), skull.Angle + open * BeastMouth.Widest * Degree);
    }

    private void OnFourLegs(RigPose pose, float seconds)
    {
        pose.Stretch[(int)BeastBone.Chest] = new Vector2(1, 1 + 0.007f * MathF.Sin(seconds * 2.3f));
        // The pairs of legs do not cover each other.
        _legs.Fore(pose, BeastBone.NearUpper, ShoulderOf(pose), _beast.ForeFoot + new Vector2(-0.03f, 0), 0, true, 0);
        _legs.Fore(pose, BeastBone.FarUpper, ShoulderOf(pose) + new Vector2(0.04f, 0), _beast.ForeFoot + new Vector2(0.11f, -0.022f), 0, true, 0);
        _legs.Hind(pose, BeastBone.NearThigh, HipOf(pose), _beast.HindFoot + new Vector2(-0.05f, 0), true, 0);
        _legs.Hind(pose, BeastBone.FarThigh, HipOf(pose) + new Vector2(0.04f, 0), _beast.HindFoot + new Vector2(0.11f, -0.022f), true, 0);
    }

    /// <summary>The haunches on the ground, the breast up, the fore legs straight below it.</summary>
    private void Sit(RigPose pose, float seconds)
    {
        var look = Glance(seconds);
        var tilt = 44 * Degree;
        var haunch = 0.30f;
        // About the hips, which come down to where the folded legs carry them.
        var (sin, cos) = MathF.SinCos(-tilt);
        var arm = _beast.Middle - _beast.Hip;
        var middle = new Vector2(_beast.Hip.X, -haunch) + new Vector2(arm.X * cos - arm.Y * sin, arm.X * sin + arm.Y * cos);
        Trunk(pose, middle - _beast.Middle, -tilt, -tilt - 10 * Degree, (18 + 0.8f * MathF.Sin(seconds * 1.3f) - 6 * look) * Degree, (-12 + 5 * look) * Degree);
        pose.Stretch[(int)BeastBone.Chest] = new Vector2(1, 1 + 0.010f * MathF.Sin(seconds * 2.1f));
        var hip = HipOf(pose);
        foreach (var (thigh, dx) in new[] { (BeastBone.FarThigh, 0.06f), (BeastBone.NearThigh, 0f) })
        {
            // Thigh forward, shank back below it, the hock flat on the ground.
            _legs.Set(pose, thigh, hip + new Vector2(dx, 0), -66 * Degree, 52 * Degree, -84 * Degree, 0);
            var low = -_beast.FootHeight - pose[(int)thigh + 3].Root.Y;
            for (var i = 0; i < 4; i++)
                pose[(int)thigh + i] = pose[(int)thigh + i] with { Root = pose[(int)thigh + i].Root + new Vector2(0, low) };
        }

        var shoulder = ShoulderOf(pose);
        foreach (var (upper, dx) in new[] { (BeastBone.FarUpper, 0.09f), (BeastBone.NearUpper, 0f) })
            _legs.Fore(pose, upper, shoulder + new Vector2(dx * 0.4f, 0), new Vector2(shoulder.X - 0.03f + dx, -_beast.FootHeight), 0, true, 0);
    }

    /// <summary>The belly on the ground, the legs folded along it, the head low.</summary>
    private void Lie(RigPose pose, float seconds)
    {
        var breath = MathF.Sin(seconds * 1.45f);
        var down = -_beast.Chest * 0.94f;
        Trunk(pose, new Vector2(0, -down), 1 * Degree, -1 * Degree, Folds ? 0.30f * _beast.NeckUp : 0.85f * _beast.NeckUp + 12 * Degree, -6 * Degree);
        pose.Stretch[(int)BeastBone.Chest] = pose.Stretch[(int)BeastBone.Haunch] = new Vector2(1 + 0.006f * breath, 1 + 0.030f * breath);
        foreach (var (thigh, upper, dx) in new[] { (BeastBone.FarThigh, BeastBone.FarUpper, 0.05f), (BeastBone.NearThigh, BeastBone.NearUpper, 0f) })
        {
            _legs.Set(pose, thigh, HipOf(pose) + new Vector2(dx, 0), -64 * Degree, 62 * Degree, -86 * Degree, -6 * Degree);
            _legs.Set(pose, upper, ShoulderOf(pose) + new Vector2(dx, 0), 60 * Degree, -84 * Degree, (_beast.IsHoofed ? 96 : -88) * Degree, (_beast.IsHoofed ? 120 : 0) * Degree);
            foreach (var (bone, height) in new[] { (thigh, _beast.FootHeight * 0.8f), (upper, _beast.FootHeight * 0.8f) })
            {
                var low = -height - Math.Max(pose[(int)bone + 3].Root.Y, pose[(int)bone + 2].Root.Y);
                for (var i = 0; i < 4; i++)
                    pose[(int)bone + i] = pose[(int)bone + i] with { Root = pose[(int)bone + i].Root + new Vector2(0, low) };
            }
        }
    }

    /// <param name="move">Of the middle of the back.</param>
    /// <param name="chest">Radians clockwise that the fore part turns; <paramref name="haunch"/> the hind part.</param>
    /// <param name="neck">Radians that the neck goes down; <paramref name="head"/> the head besides.</param>
    private void Trunk(RigPose pose, Vector2 move, float haunch, float chest, float neck, float head)
    {
        var middle = _beast.Middle + move;
        pose[(int)BeastBone.Haunch] = new Placed(middle, haunch);
        pose[(int)BeastBone.Chest] = new Placed(middle, chest);
        var root = At(pose, BeastBone.Chest, _beast.NeckRoot);
        var up = -_beast.NeckUp + neck + 0.5f * chest;
        pose[(int)BeastBone.Neck] = new Placed(root, up);
        var top = pose[(int)BeastBone.Neck].At(_beast.NeckLength, 0);
        pose[(int)BeastBone.Head] = new Placed(top, _beast.HeadDown + 0.45f * neck + 0.3f * chest + head);
        pose[(int)BeastBone.Trunk] = pose[(int)BeastBone.Jaw] = pose[(int)BeastBone.Head];
        pose[(int)BeastBone.Tail] = new Placed(At(pose, BeastBone.Haunch, _beast.TailRoot), haunch + MathF.PI);
    }

    /// <summary>Ears flick now and then, the near one first.</summary>
    private void Ears(RigPose pose, float seconds)
    {
        var head = pose[(int)BeastBone.Head];
        var place = _beast.Words.Numbers("earat");
        float Flick(float t) => (Lies ? 0.3f : 1) * MathF.Pow(MathF.Max(0, MathF.Sin(t * 1.9f)), 24) * MathF.Sin(t * 24);
        var tilt = _beast.Words.Number("eartilt") * Degree;
        var size = _beast.HeadSize;
        pose[(int)BeastBone.NearEar] = new Placed(head.At(place[0] * size, -place[1] * size), head.Angle - tilt + 0.24f * Flick(seconds + 0.8f));
        // Of round heads both ears are seen, one beside the other.
        var apart = _beast.Words.Text("ear") == "cat" ? 0.30f : 0.13f;
        pose[(int)BeastBone.FarEar] = new Placed(head.At((place[0] + apart) * size, -(place[1] - 0.01f) * size), head.Angle - tilt + (apart > 0.2f ? 0.30f : 0.17f) + 0.2f * Flick(seconds));
    }

    private Vector2 HipOf(RigPose pose) => At(pose, BeastBone.Haunch, _beast.Hip);

    private Vector2 ShoulderOf(RigPose pose) => At(pose, BeastBone.Chest, _beast.Shoulder);

    /// <summary>A point of the resting body, carried by a half of the trunk.</summary>
    private Vector2 At(RigPose pose, BeastBone bone, Vector2 point) => pose[(int)bone].At(point.X - _beast.Middle.X, point.Y - _beast.Middle.Y);

    /// <summary>Now and then the head goes up and looks about, 0 to 1.</summary>
    private static float Glance(float seconds) => MathF.Pow(MathF.Max(0, MathF.Sin(seconds * 1.1f)), 4);
}
