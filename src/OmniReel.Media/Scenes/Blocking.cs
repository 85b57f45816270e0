using OmniReel.Media.Figures.Guises;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes;

/// <summary>Where people stand: one alone opposite to the sun, several side by side with the main one in the better place.</summary>
internal static class Blocking
{
    /// <summary>Half the width that a figure needs, in metres: skirts, umbrellas, ribbons and a man's spread arms included.</summary>
    public static float HalfWidth(FigurePlan figure) =>
        figure.Bearing is { } bearing && figure.Action != FigureAction.Dance ? Deed(figure, bearing)
        : figure.Hands is { } hands && hands != Handwork.HoldHands && figure.Action == FigureAction.Stand ? Deed(hands)
        : figure.Hands == Handwork.HoldHands && figure.Action != FigureAction.Dance ? HandInHand(figure)
        : figure.Action == FigureAction.Dance ? figure.Person == Person.Man ? 0.95f : 0.78f
        : figure.Accessories.Contains(Accessory.Umbrella) ? 0.80f
        : figure.Action == FigureAction.Walk ? 0.46f
        : Dressing.Carries(GuiseFile.Instance.Find(figure.Guise), figure) is null ? 0.38f
        : 0.48f;

    /// <summary>Half the metres between two whose hands meet.</summary>
    private static float HandInHand(FigurePlan figure) => figure.Person == Person.Child ? 0.25f : 0.30f;

    private static float Deed(FigurePlan figure, Bearing bearing) => bearing switch
    {
        Bearing.Run => figure.Person == Person.Child ? 0.42f : 0.58f,
        Bearing.Swim => figure.Person == Person.Child ? 0.72f : 1.0f,
        _ when figure.On is { } on && Carriage.SeatOf(on) > 0 => Carriage.HalfWidth(on),
        Bearing.Sit => Math.Max(0.56f, figure.Hands is { } hands ? Deed(hands) : 0),
        _ => 0.46f,
    };

    private static float Deed(Handwork hands) => hands switch
    {
        Handwork.Piano => 1.10f,
        Handwork.Fish => 1.20f,
        Handwork.Cook or Handwork.Paint => 0.95f,
        Handwork.Guitar or Handwork.Flag or Handwork.Mend => 0.60f,
        _ => 0.46f,
    };

    public static IReadOnlyList<Standing> Place(ShotPlan shot, Stage stage, Composition lines)
    {
        var figures = shot.Figures;
        if (figures.Count == 0)
            return [];
        var metre = Fit(shot, stage, lines);
        var order = Order(figures, lines.FigureX < stage.Width * 0.5f);
        var total = Row(shot, metre);
        var x = Math.Clamp(
            (figures.Count == 1 ? lines.FigureX : stage.Width * 0.5f) - total / 2,
            stage.Width * 0.03f,
            Math.Max(stage.Width * 0.03f, stage.Width * 0.97f - total));
        var standings = new Standing[figures.Count];
        foreach (var index in order)
        {
            var share = Room(figures[index], shot) * metre * Overlap(figures.Count);
            standings[index] = Stand(shot, stage, lines, index, x + share / 2, metre);
            x += share;
        }

        return standings;
    }

    /// <summary>
    /// Stage pixels per second by which the ground goes past the people of the shot: the camera goes along with those who
    /// walk, unless it is to hold still, somebody stays behind, or a room leaves no way to go. Above 0 they go to the right.
    /// </summary>
    public static float Passing(ShotPlan shot, Stage stage, Composition lines)
    {
        if (shot.Figures.Count == 0 || Stays(shot) || !AllWalk(shot))
            return 0;
        var metre = Fit(shot, stage, lines);
        var pace = Strolling.Pace(shot) * metre - Strolling.Gain(shot, stage, metre) / Strolling.Seconds(shot);
        return lines.Sun.X > lines.FigureX ? pace : -pace;
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
        var travel = 0f;
        if (figure.Action == FigureAction.Walk && shot.Size.ShowsFeet())
        {
            var half = HalfWidth(figure) * metre;
            travel = Passing(shot, stage, lines) != 0 ? Strolling.Gain(shot, stage, metre)
                : Math.Min(Strolling.Way(shot, metre), FreeWay(shot, stage, x, half, metre));
            // A camera that goes along sees no farther than what is drawn beside the frame.
            if (shot.Camera == CameraMove.Follow)
                travel = Math.Min(travel, 1.5f * stage.Overscan);
            // Whoever walks alone starts where there is room for the way.
            if (shot.Figures.Count == 1)
                x = Math.Clamp(x, Math.Min(stage.Width / 2f, half + travel / 2), Math.Max(stage.Width / 2f, stage.Width - half - travel / 2));
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

    /// <summary>What a walker can cross before a camera that stays: who goes alone or together with all others all of the frame.</summary>
    private static float FreeWay(ShotPlan shot, Stage stage, float x, float half, float metre) => AllWalk(shot)
        ? Math.Max(0, stage.Width - (shot.Figures.Count == 1 ? 2 * half : Row(shot, metre) / Overlap(shot.Figures.Count) - 2))
        : Math.Max(0, 2 * Math.Min(Math.Min(x - half, stage.Width - x - half), 0.17f * stage.Width));

    /// <summary>Stage pixels of all in a row.</summary>
    private static float Row(ShotPlan shot, float metre) => shot.Figures.Sum(f => Room(f, shot)) * metre * Overlap(shot.Figures.Count);

    /// <summary>The widest row still fits the frame, and where it walks before a camera that stays, leaves a way; in medium shots and close-ups cloth may be cut, people may not.</summary>
    private static float Fit(ShotPlan shot, Stage stage, Composition lines)
    {
        var share = AllWalk(shot) && Stays(shot) ? 0.58f : 0.92f;
        return lines.Metre * Math.Min(1, stage.Width * share / Row(shot, lines.Metre));
    }

    /// <summary>Metres that a figure takes in the row.</summary>
    private static float Room(FigurePlan figure, ShotPlan shot) => 2 * (shot.Size, SharesUmbrella(shot.Figures)) switch
    {
        // Between two under one umbrella a hand holds it.
        (ShotSize.CloseUp or ShotSize.ExtremeCloseUp, true) => 0.30f,
        (ShotSize.CloseUp or ShotSize.ExtremeCloseUp, _) => figure.Accessories.Contains(Accessory.Umbrella) ? 0.34f : 0.21f,
        (ShotSize.Medium, _) => Math.Min(HalfWidth(figure), 0.34f),
        (ShotSize.MediumCloseUp, _) => Math.Min(HalfWidth(figure), 0.30f),
        (_, true) => 0.32f,
        _ when Carriage.SharesSofa(shot, figure) => 0.42f,
        _ => HalfWidth(figure),
    };

    /// <summary>One of two carries an umbrella and the other stands below it.</summary>
    private static bool SharesUmbrella(IReadOnlyList<FigurePlan> figures) =>
        figures.Count == 2 && figures.All(f => f.Action != FigureAction.Dance) && figures.Count(Carries) == 1;

    private static bool Carries(FigurePlan figure) => figure.Accessories.Contains(Accessory.Umbrella);

    /// <summary>The camera does not go along with walkers.</summary>
    private static bool Stays(ShotPlan shot) => shot.Camera == CameraMove.Static || shot.Place.IsIndoors() || shot.Backdrop is not null;

    private static bool AllWalk(ShotPlan shot) => shot.Figures.All(f => f.Action == FigureAction.Walk);

    /// <summary>An umbrella is held ahead, so of two who walk below it its bearer goes behind.</summary>
    private static int[] Order(IReadOnlyList<FigurePlan> figures, bool mainIsLeft)
    {
        var order = LeftToRight(figures.Count, mainIsLeft);
        if (SharesUmbrella(figures) && figures.Any(f => f.Action == FigureAction.Walk) && !Carries(figures[order[mainIsLeft ? 0 : 1]]))
            Array.Reverse(order);
        return order;
    }

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
