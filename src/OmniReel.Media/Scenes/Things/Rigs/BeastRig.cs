using System.Numerics;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>Puts a four-legged animal together from its measures.</summary>
internal static class BeastRig
{
    /// <param name="speed">Of the ground below, in heights of the withers a second.</param>
    public static Rig Of(RigWords words, ThingMotion motion, float speed)
    {
        var beast = new Beast(words);
        var moves = new BeastMotion(beast, motion, speed);
        var body = new BeastBody(beast);
        IReadOnlyList<RigItem> trunk = [.. body.Trunk(moves.Bends)];
        var under = Shapes(BeastBone.Chest, words.Text("hump"), SKMatrix.CreateTranslation(-beast.Middle.X, -beast.Middle.Y));
        RigItem[] items = moves.IsSeated ? Seated(beast) :
        [
            .. Tail(beast, moves, behind: true),
            .. body.Leg(isFore: false, near: false), .. body.Leg(isFore: true, near: false),
            .. Ear(beast, near: false), .. Horn(beast, near: false),
            .. Neck(beast),
            .. under, .. trunk,
            .. moves.Lies ? [] : Tail(beast, moves, behind: false),
            .. body.Leg(isFore: false, near: true), .. body.Leg(isFore: true, near: true),
            .. moves.Lies ? Tail(beast, moves, behind: false) : [],
            .. Shapes(BeastBone.Neck, words.Text("bib"), SKMatrix.CreateScale(beast.NeckLength, beast.NeckLength)),
            .. Shapes(BeastBone.Neck, words.Text("crest"), SKMatrix.CreateScale(beast.NeckLength, beast.NeckLength)),
            .. Shapes(BeastBone.Head, words.Text("ruff"), SKMatrix.CreateScale(beast.HeadSize, beast.HeadSize)),
            .. moves.Voices ? BeastMouth.Of(beast) : Shapes(BeastBone.Head, "head." + words.Text("face"), SKMatrix.CreateScale(beast.HeadSize, beast.HeadSize), moves.Lies),
            .. Proboscis(beast, moves.Lies), .. Horn(beast, near: true), .. Ear(beast, near: true),
        ];
        var box = RigBox.Of(items, new BeastMotion(beast, motion, 0).At(default));
        box.Bottom = 0;
        return new Rig(items, moves.At, box, -beast.Belly)
        {
            Head = beast.HeadSize,
            Back = ((int)BeastBone.Chest, new Vector2(0, -beast.Back) - beast.Middle),
        };
    }

    private static RigItem[] Seated(Beast beast)
    {
        var seat = new BeastSeat(beast);
        var size = SKMatrix.CreateScale(beast.HeadSize, beast.HeadSize);
        var tail = beast.Words.Text("tailkind");
        return
        [
            .. Ear(beast, near: false), .. seat.Items(),
            .. tail == "none" ? [] : (RigItem[])[new RigStrip((int)BeastBone.Tail, [.. RigShapes.Of("tail." + tail, SKMatrix.CreateScale(beast.TailLength, beast.Words.Number("tailw"))).Select(Sheet)], beast.TailLength, seat.Turn)],
            .. Shapes(BeastBone.Neck, beast.Words.Text("bib"), SKMatrix.CreateScale(beast.NeckLength, beast.NeckLength)),
            .. Shapes(BeastBone.Head, beast.Words.Text("ruff"), size), .. Shapes(BeastBone.Head, "head." + beast.Words.Text("face"), size), .. Ear(beast, near: true),
        ];
    }

    private static IEnumerable<RigItem> Neck(Beast beast)
    {
        var widths = beast.Words.Numbers("neckw");
        // Longer than the neck at its root, so that it lies below the breast however it turns.
        var neck = Knife.Limb(new SKPoint(-0.02f, 0), new SKPoint(beast.NeckLength, 0), widths[0], widths[1], 0.92f);
        var pattern = FurPattern.Limb(beast.Words.Text("pattern") is "bands" or "net" or "stripes" or "spots" ? beast.Words.Text("pattern") : "none", neck);
        yield return new RigPart((int)BeastBone.Neck, [new RigSheet(neck, Fur.Coat, 0.7f), .. pattern], []);
    }

    private static IEnumerable<RigItem> Ear(Beast beast, bool near)
    {
        var size = beast.HeadSize * beast.Words.Number("earsize");
        var shapes = RigShapes.Of("ear." + beast.Words.Text("ear"), size);
        if (shapes.Count > 0)
            yield return new RigPart((int)(near ? BeastBone.NearEar : BeastBone.FarEar), [.. shapes.Select(s => Sheet(near || s.Fur != Fur.Coat ? s : s with { Fur = Fur.Far }))], []);
    }

    private static IEnumerable<RigItem> Horn(Beast beast, bool near)
    {
        var shapes = RigShapes.Of("horn." + beast.Words.Text("horns"), SKMatrix.CreateScale(beast.HeadSize, beast.HeadSize));
        // The far one is a little ahead of the near one.
        var shift = SKMatrix.CreateTranslation(near ? 0 : 0.17f * beast.HeadSize, near ? 0 : 0.01f);
        var only = beast.Words.Text("horns") is "unicorn" or "tusk";
        if (shapes.Count > 0 && (near || !only))
            yield return new RigPart((int)BeastBone.Head, [.. shapes.Select(s => Sheet(s with { Outline = s.Outline.At(shift), Fur = near || s.Fur != Fur.Horn ? s.Fur : Fur.Horn }))], []);
    }

    /// <summary>Hangs behind, waves, and flicks in a gallop; bushy ones lie before the haunch.</summary>
    private static IEnumerable<RigItem> Tail(Beast beast, BeastMotion moves, bool behind)
    {
        var kind = beast.Words.Text("tailkind");
        var isBehind = kind is "whip" or "tuft" or "plume";
        if (kind == "none" || isBehind != behind)
            yield break;
        var wide = beast.Words.Number("tailw");
        var sheets = RigShapes.Of("tail." + kind, SKMatrix.CreateScale(beast.TailLength, wide));
        var speed = moves.Gait is null ? 0 : 1;
        var streams = moves.Gait == Gait.Gallop || moves.Gait == Gait.Hop;
        float up = beast.TailUp, curl = beast.TailCurl;
        // In a gallop the tail streams behind.
        if (streams)
            (up, curl) = (up * 0.35f + 0.10f, curl * 0.4f);
        // The haunch of who sits is tilted: the tail lies along the ground.
        if (moves.Sits)
            (up, curl) = (0.72f, MathF.Max(0.12f, 0.5f * curl));
        // Of who lies it comes down to the ground and along it.
        if (moves.Lies)
            (up, curl) = Lying(-moves.At(default)[(int)BeastBone.Tail].Root.Y - 0.5f * wide, beast.TailLength);
        // Of who curls up it goes round behind and comes along the body to the nose.
        var curls = moves.Lies && !beast.IsHoofed && beast.TailLength > 0.5f;
        var round = curls ? Curled(-moves.At(default)[(int)BeastBone.Tail].Root.Y, 0.5f * wide, beast.TailLength) : 0;
        float Turn(float share, RigMoment m)
        {
            if (curls)
                return -MathF.PI * Math.Min(1, share / round) + 0.03f * MathF.Sin(m.Seconds * 1.45f);
            var wave = moves.Gait is null ? 0.10f * MathF.Sin(m.Seconds * 1.9f - 2.2f * share) + 0.16f * share * MathF.Sin(m.Seconds * 0.9f) : moves.Swing(m, 1.9f * share) * (streams ? 0.22f : 0.13f);
            return up + curl * share + wave * (0.25f + share) * (1 - 0.2f * speed);
        }

        yield return new RigStrip((int)BeastBone.Tail, [.. sheets.Select(Sheet)], beast.TailLength, Turn);
    }

    private static (float Up, float Curl) Lying(float height, float length)
    {
        var down = MathF.Asin(Math.Clamp(1.7f * height / length, 0, 0.97f));
        return (-down, 1.08f * down);
    }

    /// <summary>Share of a tail that is a half circle from its root down to the ground.</summary>
    private static float Curled(float height, float half, float length) => Math.Clamp(MathF.PI / 2 * (height - half) / length, 0.15f, 0.7f);

    /// <summary>An elephant's trunk.</summary>
    private static IEnumerable<RigItem> Proboscis(Beast beast, bool lies)
    {
        if (beast.Words.Text("face") != "elephant")
            yield break;
        var length = 0.80f;
        var sheets = RigShapes.Of("tail.trunk", SKMatrix.CreateScale(length, 0.155f));
        var place = new Vector2(0.77f, 0.06f) * beast.HeadSize;
        yield return new RigStrip((int)BeastBone.Trunk, [.. sheets.Select(Sheet)], length,
            (share, m) => (lies ? 0.35f : 0.95f) + 0.25f * share - MathF.Max(0, share - 0.55f) * (2.6f + 1.5f * MathF.Sin(m.Seconds * 0.8f)) + 0.12f * share * MathF.Sin(m.Seconds * 1.4f))
        {
            Offset = place,
        };
    }

    private static IEnumerable<RigItem> Shapes(BeastBone bone, string name, SKMatrix matrix, bool asleep = false)
    {
        var shapes = RigShapes.Of(name, matrix, asleep);
        if (shapes.Count > 0)
            yield return new RigPart((int)bone, [.. shapes.Select(Sheet)], []);
    }

    /// <summary>Without lift it is painted on the sheet below.</summary>
    private static RigSheet Sheet(RigShape shape) => new(shape.Outline, shape.Fur, shape.Lift, shape.Lift == 0 ? 0 : 1.9f);
}
