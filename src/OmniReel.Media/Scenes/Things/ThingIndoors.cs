using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Places;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>What hangs on a room's wall, stands on its sill, or hangs from above.</summary>
internal static class ThingIndoors
{
    private const float WindowMetres = 1.8f;

    public static ThingStand OnWall(ThingGround ground, ThingItem item, int number)
    {
        var hole = Room.Hole(ground.Stage, ground.Shot, IsRight(ground));
        float w = ground.Stage.Width, curtain = 0.07f * w;
        List<(float Left, float Right)> taken = [(hole.Left - curtain, hole.Right + curtain), .. ground.People.Select(p => (p.Left, p.Right))];
        var x = Enumerable.Range(1, 39).Select(i => i * w / 40).MaxBy(at => taken.Min(t => Math.Max(t.Left - at, at - t.Right)) - 0.25f * Math.Max(0, item.Width / 2 - Math.Min(at, w - at)));
        var height = Math.Min(item.Height, 0.34f * ground.Stage.Height);
        return new ThingStand(new SKPoint(x + number * item.Width * 1.1f, 0.27f * ground.Stage.Height + height / 2), height, 0.86f, ground.FacesRight, Carrier.Wall);
    }

    public static ThingStand OnSill(ThingGround ground, ThingItem item, int number, int count)
    {
        var right = IsRight(ground);
        var hole = Room.Hole(ground.Stage, ground.Shot, right);
        // A window is taller than a person: who sits before it is as small as that.
        var most = item.Thing.Lives ? Seen(item.Thing.Metres) * ThingScale.Factor(item.Plan.Size) * hole.Height / WindowMetres / MathF.Sqrt(item.Plan.Aspect()) : item.Height;
        var fit = Math.Min(Math.Min(1, most / item.Height), Math.Min(0.76f * hole.Height / item.Height, 0.90f * hole.Width / (item.Width * count)));
        // Aside of the sun, which shines past it.
        var spare = Math.Max(0, hole.Width - item.Width * count * fit);
        var x = hole.MidX + (right ? -0.24f : 0.24f) * spare + (number - (count - 1) / 2f) * item.Width * fit * 1.05f;
        return new ThingStand(
            new SKPoint(x, hole.Bottom + 3 * ground.Stage.Unit), item.Height * fit, 0.56f, !right, Carrier.Wall, Phase: ThingRow.Phase(ground, number));
    }

    public static ThingStand FromAbove(ThingGround ground, ThingItem item, int number, int count)
    {
        float w = ground.Stage.Width, h = ground.Stage.Height, span = Math.Min(0.84f * w, count * item.Width * 1.7f);
        if (ground.Shot.Place == Place.Room && ground.People.Count == 0 && item.Plan.Side == ThingSide.Any && !ground.Stage.IsTall)
            return BesideWindow(ground, item, number, count);
        var middle = ground.People.Count > 0 ? ground.Free().Select(f => (f.Left + f.Right) / 2).MaxBy(x => MathF.Abs(x - ground.People[0].MidX))
            : (ground.Lines.FigureX + w / 2) / 2;
        middle = item.Plan.Side switch
        {
            ThingSide.Left => 0.24f * w,
            ThingSide.Right => 0.76f * w,
            _ => count > 1 ? w / 2 : middle,
        };
        var x = Math.Clamp(middle, span / 2, w - span / 2) + (count == 1 ? 0 : ((number + 0.5f) / count - 0.5f) * span);
        var top = (0.10f + (number % 2 == 1 ? 0.07f : 0)) * h;
        return new ThingStand(new SKPoint(x, top + item.Height), item.Height, 0.9f, ground.FacesRight, Carrier.String, Phase: ThingRow.Phase(ground, number));
    }

    /// <summary>On the wall's free stretch, above what stands there.</summary>
    private static ThingStand BesideWindow(ThingGround ground, ThingItem item, int number, int count)
    {
        float w = ground.Stage.Width, h = ground.Stage.Height;
        var right = IsRight(ground);
        var hole = Room.Hole(ground.Stage, ground.Shot, right);
        var (left, end) = right ? (0.03f * w, hole.Left - 0.06f * w) : (hole.Right + 0.06f * w, 0.97f * w);
        var fit = Math.Min(1, Math.Min(0.30f * h / item.Height, (end - left) / (1.5f * count * item.Width)));
        var step = 1.5f * item.Width * fit;
        // From the window outward.
        var x = right ? end - (number + 0.5f) * step : left + (number + 0.5f) * step;
        var top = (0.05f + 0.045f * (number % 2)) * h;
        return new ThingStand(new SKPoint(x, top + item.Height * fit), item.Height * fit, 0.9f, ground.FacesRight, Carrier.String, Phase: ThingRow.Phase(ground, number));
    }

    /// <summary>Metres at which a small animal is drawn, so that it is seen.</summary>
    private static float Seen(float metres) => metres < 0.6f ? 0.6f * MathF.Pow(metres / 0.6f, 0.48f) : metres;

    private static bool IsRight(ThingGround ground) => Composition.Of(ground.Stage, ground.Shot).Sun.X > ground.Stage.Width * 0.5f;
}
