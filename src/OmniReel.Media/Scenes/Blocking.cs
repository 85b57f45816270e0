using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes;

/// <summary>Where people stand: one alone opposite to the sun, several side by side with the main one in the better place.</summary>
internal static class Blocking
{
    private const float WalkingMetresPerSecond = 0.8f;

    /// <summary>Half the width that a figure needs, in metres: skirts, umbrellas and ribbons included.</summary>
    public static float HalfWidth(FigurePlan figure) =>
        figure.Action == FigureAction.Dance ? 0.78f
        : figure.Accessories.Contains(Accessory.Umbrella) ? 0.80f
        : figure.Action == FigureAction.Walk ? 0.46f
        : 0.38f;

    public static IReadOnlyList<Standing> Place(ShotPlan shot, Stage stage, Composition lines)
    {
        var figures = shot.Figures;
        if (figures.Count == 0)
            return [];
        var metre = Fit(shot, stage, lines);
        var order = LeftToRight(figures.Count, lines.FigureX < stage.Width * 0.5f);
        var total = figures.Sum(f => Room(f, shot.Size)) * metre * Overlap(figures.Count);
        var x = Math.Clamp(
            (figures.Count == 1 ? lines.FigureX : stage.Width * 0.5f) - total / 2,
            stage.Width * 0.03f,
            Math.Max(stage.Width * 0.03f, stage.Width * 0.97f - total));
        var standings = new Standing[figures.Count];
        foreach (var index in order)
        {
            var share = Room(figures[index], shot.Size) * metre * Overlap(figures.Count);
            standings[index] = Stand(shot, stage, lines, index, x + share / 2, metre);
            x += share;
        }

        return standings;
    }

    /// <summary>What each figure crosses over the whole shot, arms and umbrella included, in stage pixels.</summary>
    public static IReadOnlyList<SKRect> Crossed(ShotPlan shot, Stage stage, Composition lines) =>
        [.. Place(shot, stage, lines).Zip(shot.Figures, (standing, figure) =>
        {
            var half = HalfWidth(figure) * standing.PixelsPerMetre + standing.Travel / 2;
            var top = standing.Ground.Y - (Composition.CrownOf(figure.Person) + 0.5f) * standing.PixelsPerMetre;
            return new SKRect(standing.Ground.X - half, top, standing.Ground.X + half, standing.Ground.Y);
        })];

    private static Standing Stand(ShotPlan shot, Stage stage, Composition lines, int index, float x, float metre)
    {
        var figure = shot.Figures[index];
        var facesRight = FacesRight(shot, lines, index, x);
        var half = HalfWidth(figure) * metre;
        var travel = 0f;
        if (figure.Action == FigureAction.Walk && shot.Size is ShotSize.Wide or ShotSize.Full)
        {
            var room = Math.Max(0, Math.Min(x - half, stage.Width - x - half) * 2 - stage.Width * 0.02f);
            var alone = shot.Figures.Count == 1 ? 1 : 0.35f;
            travel = Math.Min(room, Math.Min(WalkingMetresPerSecond * metre * shot.Frames / FilmPlan.FrameRate, stage.Width * 0.34f * alone));
        }

        // Those who are not the main figure stand a step farther away; near shots keep the crown where the composition put it.
        var ground = lines.Ground < stage.Height
            ? lines.Ground - (index == 0 ? 0 : 0.012f * stage.Height)
            : lines.Ground - shot.Figures.Max(f => Composition.CrownOf(f.Person)) * (lines.Metre - metre);
        return new Standing(new SKPoint(x, ground), metre, facesRight, travel);
    }

    /// <summary>Toward the light; two who do not walk face each other.</summary>
    private static bool FacesRight(ShotPlan shot, Composition lines, int index, float x)
    {
        if (shot.Figures.Count != 2 || shot.Figures.Any(f => f.Action == FigureAction.Walk))
            return lines.Sun.X > lines.FigureX;
        var mainIsLeft = lines.FigureX < lines.Sun.X;
        return index == 0 == mainIsLeft;
    }

    /// <summary>The widest row still fits the frame; in medium shots and close-ups cloth may be cut, people may not.</summary>
    private static float Fit(ShotPlan shot, Stage stage, Composition lines)
    {
        var figures = shot.Figures;
        var needed = figures.Sum(f => Room(f, shot.Size)) * lines.Metre * Overlap(figures.Count);
        return lines.Metre * Math.Min(1, stage.Width * 0.92f / needed);
    }

    /// <summary>Metres that a figure takes in the row.</summary>
    private static float Room(FigurePlan figure, ShotSize size) => 2 * size switch
    {
        ShotSize.CloseUp => 0.21f,
        ShotSize.Medium => Math.Min(HalfWidth(figure), 0.34f),
        _ => HalfWidth(figure),
    };

    private static float Overlap(int count) => count == 1 ? 1 : 0.9f;

    /// <summary>Two: the main figure on its side. Three: the main figure in the middle.</summary>
    private static int[] LeftToRight(int count, bool mainIsLeft) => (count, mainIsLeft) switch
    {
        (1, _) => [0],
        (2, true) => [0, 1],
        (2, false) => [1, 0],
        (3, true) => [1, 0, 2],
        (3, false) => [2, 0, 1],
        _ => [.. Enumerable.Range(0, count)],
    };
}
