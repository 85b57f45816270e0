using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A few birds crossing the sky; none at night, in rain and snow, where the prompt wants none or puts something else into the air.</summary>
internal static class Birds
{
    private const int Poses = 9;

    /// <summary>Units per second.</summary>
    private const float Pace = 34;

    /// <param name="y">Height of the flight, share of the frame.</param>
    public static void Lay(Studio studio, int count, float y, SKColor color)
    {
        if (!studio.Shot.HasBirds || !studio.Air.IsClear || studio.Shot.Time == TimeOfDay.Night || Fliers.AreIn(studio.Shot))
            return;
        var size = 26 * studio.Unit;
        var poses = new Sprite[Poses];
        for (var i = 0; i < Poses; i++)
        {
            var lift = MathF.Cos(i * MathF.PI / (Poses - 1));
            var box = new SKRect(-size * 1.2f, -size, size * 1.2f, size);
            poses[i] = Sprite.Bake(studio.Stage, box, canvas => studio.Painter.Sheet(canvas, Outline(size, lift), color, 0.4f, 1.2f));
        }

        var facing = studio.Lines.Sun.X > studio.Width * 0.5f ? 1 : -1;
        var birds = new (float X, float Y, float Scale, float Phase)[count];
        for (var i = 0; i < count; i++)
            birds[i] = ((0.5f + facing * (0.02f - 0.075f * i)) * studio.Width, (y + 0.035f * (i % 2) + studio.Between(-0.01f, 0.02f)) * studio.Height, studio.Between(0.75f, 1.1f), studio.Between(0, 6));
        var flight = Flight(studio, birds, facing, size);
        if (Clear(studio, flight, facing) is not { } shift)
            return;
        flight.Offset(shift);
        studio.Behind.Moving(0.05f, flight, (canvas, moment) =>
        {
            foreach (var (x, top, scale, phase) in birds)
            {
                var t = moment.Seconds;
                // Three wing beats, then a glide.
                var beat = Math.Clamp(MathF.Sin(t * 0.9f + phase) * 1.6f + 0.6f, 0, 1);
                var pose = (int)MathF.Round((0.5f - 0.5f * beat * MathF.Sin(t * 8.5f + phase)) * (Poses - 1));
                var at = new SKPoint(shift.X + x + facing * Pace * studio.Unit * t, shift.Y + top + 7 * studio.Unit * MathF.Sin(t * 0.8f + phase));
                poses[pose].Draw(canvas, SKMatrix.CreateScaleTranslation(scale, scale, at.X, at.Y));
            }
        });
    }

    /// <summary>All that the flock touches over the whole shot.</summary>
    private static SKRect Flight(Studio studio, (float X, float Y, float Scale, float Phase)[] birds, int facing, float size)
    {
        var way = facing * Pace * studio.Unit * studio.Shot.Frames / FilmPlan.FrameRate;
        var box = new SKRect(birds.Min(b => b.X + Math.Min(0, way)), birds.Min(b => b.Y), birds.Max(b => b.X + Math.Max(0, way)), birds.Max(b => b.Y));
        box.Inflate(1.4f * size, 1.2f * size + 7 * studio.Unit);
        return box;
    }

    /// <summary>Where the flock crosses no figure: where it is, farther ahead, or higher; null where there is no such place.</summary>
    private static SKPoint? Clear(Studio studio, SKRect flight, int facing)
    {
        var margin = 0.03f * Math.Max(studio.Width, studio.Height);
        var figures = Blocking.Crossed(studio.Shot, studio.Stage, studio.Lines).Select(b => SKRect.Inflate(b, margin, margin)).ToList();
        if (!figures.Any(flight.IntersectsWith))
            return default(SKPoint);
        var ahead = facing > 0 ? figures.Max(b => b.Right) - flight.Left : figures.Min(b => b.Left) - flight.Right;
        if (facing > 0 ? flight.Left + ahead < 0.82f * studio.Width : flight.Right + ahead > 0.18f * studio.Width)
            return new SKPoint(ahead + facing, 0);
        var higher = figures.Min(b => b.Top) - flight.Bottom - 1;
        return flight.Top + higher > 0 ? new SKPoint(0, higher) : null;
    }

    /// <summary>Two bent wings and a small body; lift 1 has the wing tips high.</summary>
    private static SKPath Outline(float size, float lift) => Knife.Smooth(
        true,
        -size, -size * 0.42f * lift, -size * 0.5f, -size * (0.30f * lift + 0.14f), 0, size * 0.02f,
        size * 0.5f, -size * (0.30f * lift + 0.14f), size, -size * 0.42f * lift,
        size * 0.48f, -size * (0.18f * lift - 0.04f), 0, size * 0.24f, -size * 0.48f, -size * (0.18f * lift - 0.04f));
}
