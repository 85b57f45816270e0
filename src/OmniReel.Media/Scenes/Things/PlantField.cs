using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Places;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>Ground that is full of flowers or corn: rows from the distance to the frame's edge, through which gusts of wind run.</summary>
internal static class PlantField
{
    /// <summary>Drawings that a row is made of, so that neighbours are not alike.</summary>
    private const int Kinds = 4;

    /// <summary>Plants up to this height, in units, stand in clumps that bend as one.</summary>
    private const float Clumped = 45;

    /// <param name="Y">Where plants stand, as a share of the way from the horizon to the frame's lower edge.</param>
    /// <param name="Height">Of a plant in units; neighbours are half a height apart.</param>
    private readonly record struct Row(float Y, float Height, float Depth);

    private static readonly Row[] Rows =
    [
        new(0.27f, 18, 0.50f), new(0.36f, 23, 0.55f), new(0.46f, 30, 0.62f), new(0.58f, 40, 0.76f), new(0.72f, 54, 0.90f), new(0.88f, 72, 1), new(1.07f, 96, 1.1f),
    ];

    /// <summary>The fields of a shot, far rows first, each row with its thing's place in the shot's list.</summary>
    public static IEnumerable<(int Index, Layer Layer)> Of(ShotPlan shot, Scene scene, Stage stage, SheetPainter painter, Air air)
    {
        List<int> fields = [.. Enumerable.Range(0, shot.Things.Count).Where(i => shot.Things[i].IsField)];
        if (fields.Count == 0)
            return [];
        var lines = Composition.Of(stage, shot);
        // Rows are as if seen in the middle of the frame: sheets must not carry the sun's place along.
        var level = new SheetPainter(stage, painter.Light with { IsLevel = true });
        var random = new Random(unchecked((int)(shot.Seed >> 9 ^ shot.Seed)));
        return Rows.Where(row => lines.Horizon + row.Y * (stage.Height - lines.Horizon) > Nearest(shot.Place, lines, stage)).SelectMany(row => fields.Select((index, n) =>
            (index, (Layer)RowOf(shot, scene, stage, level, air, lines, row, index, (float)n / fields.Count, random)))).ToList();
    }

    /// <summary>Where flowers begin on the ground of a place, in stage pixels: in a meadow, before the foot of what stands there.</summary>
    private static float Nearest(Place place, Composition lines, Stage stage) => place == Place.Meadow
        ? Meadow.FootOfTree(lines, stage) + 0.012f * stage.Height
        : lines.Horizon + (place == Place.Desert ? 0.4f : 0.6f) * (stage.Height - lines.Horizon);

    /// <param name="shift">Share of a gap that the row is moved by, where several kinds grow together.</param>
    private static MovingLayer RowOf(ShotPlan shot, Scene scene, Stage stage, SheetPainter painter, Air air, Composition lines, Row row, int index, float shift, Random random)
    {
        var unit = stage.Unit * MathF.Sqrt(lines.Zoom);
        var height = row.Height * unit * (stage.IsTall ? 1.2f : 1);
        var y = lines.Horizon + row.Y * (stage.Height - lines.Horizon);
        var plants = Enumerable.Range(0, Kinds).Select(i => Bake(stage, painter, FieldPlant.Cut(shot.Things[index], air, shot.Place, i, row.Depth), height, y)).ToArray();
        var gap = 0.5f * height * shot.Things.Count(t => t.IsField);
        var each = row.Height > Clumped ? 1 : 8;
        Sprite[] clumps = each == 1 ? plants : [.. Enumerable.Range(0, 3).Select(_ => Clump(stage, plants, each, gap, height, random))];
        var lap = scene.Passing != 0 ? MathF.Floor(stage.Reach.Width) - 4 : 0;
        var (left, width) = lap > 0 ? (stage.Reach.Left, lap) : (stage.Reach.Left - gap, stage.Reach.Width + 2 * gap);
        var count = Math.Max(1, (int)MathF.Round(width / (each * gap)));
        var stand = new (float X, float Y, float Scale, Sprite Sprite, float Phase)[count];
        for (var i = 0; i < count; i++)
            stand[i] = (left + (i + shift + (each > 1 ? 0 : 0.7f * (random.NextSingle() - 0.5f))) * width / count, y + Roll(i / (float)count) * height + (random.NextSingle() - 0.5f) * 0.3f * height,
                each > 1 ? 1 : 0.85f + 0.3f * random.NextSingle(), clumps[random.Next(clumps.Length)], random.NextSingle() * 6);
        // Far ones of the row first.
        Array.Sort(stand, (a, b) => a.Y.CompareTo(b.Y));
        var box = new SKRect(stage.Reach.Left, y - 2f * height, stage.Reach.Right, Math.Min(y + 0.9f * height, stage.Reach.Bottom));
        return new MovingLayer((canvas, moment) =>
        {
            foreach (var (x, foot, scale, sprite, phase) in stand)
            {
                var lean = Wind(x / stage.Width, moment.Seconds) + 0.035f * MathF.Sin(moment.Seconds * 2.3f + phase);
                sprite.Draw(canvas, new SKMatrix(scale, -lean * scale, x, 0, scale * (1 - 0.25f * lean), foot, 0, 0, 1));
            }
        })
        { Depth = row.Depth, Box = box, Lap = lap };
    }

    /// <summary>Rows run with the ground, in heights of a plant, and come again after a lap: no row is a ruled line.</summary>
    private static float Roll(float share) => 0.28f * MathF.Sin(MathF.Tau * 2 * share + 1) + 0.16f * MathF.Sin(MathF.Tau * 5 * share + 2.2f);

    /// <summary>How far a plant leans at a share of the frame's width: a breeze, and gusts that run to the right through it.</summary>
    public static float Wind(float share, float seconds)
    {
        var gust = MathF.Max(0, MathF.Sin(MathF.Tau * (0.8f * share - 0.42f * seconds)));
        return 0.05f + 0.30f * gust * gust;
    }

    private static Sprite Bake(Stage stage, SheetPainter painter, Prop plant, float height, float y)
    {
        // Cut where it is seen, so that it is lit as the ground there is; then its foot is the origin.
        var prop = plant.At(new SKPoint(stage.Width / 2f, y), height);
        var box = prop.Bounds(stage.Unit);
        box.Offset(-stage.Width / 2f, -y);
        return Sprite.Bake(stage, box, canvas =>
        {
            canvas.Translate(-stage.Width / 2f, -y);
            prop.Draw(canvas, painter);
        });
    }

    private static Sprite Clump(Stage stage, Sprite[] plants, int count, float gap, float height, Random random)
    {
        var places = Enumerable.Range(0, count)
            .Select(i => (X: (i + 0.5f - count / 2f + 0.6f * (random.NextSingle() - 0.5f)) * gap, Y: (random.NextSingle() - 0.5f) * 0.3f * height, Scale: 0.8f + 0.35f * random.NextSingle(), Kind: random.Next(plants.Length)))
            .OrderBy(p => p.Y).ToList();
        var half = (count / 2f + 1) * gap + height;
        return Sprite.Bake(stage, new SKRect(-half, -1.6f * height, half, 0.5f * height), canvas =>
        {
            foreach (var (x, y, scale, kind) in places)
                plants[kind].Draw(canvas, SKMatrix.CreateScaleTranslation(scale, scale, x, y));
        });
    }
}
