using OmniReel.Media.Color;
using OmniReel.Media.Figures.Deeds;
using OmniReel.Media.Figures.Guises;
using OmniReel.Media.Frames;
using OmniReel.Media.Motion;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using OmniReel.Media.Scenes.Things;

namespace OmniReel.Media.Figures;

/// <summary>Puts the people of a shot on their places.</summary>
public static class Ensemble
{
    /// <summary>
    /// One layer per figure of the plan, the main figure last, in front of the others. Cut for this shot: make it once and
    /// draw it often.
    /// </summary>
    public static IReadOnlyList<Layer> Of(ShotPlan shot, Scene scene, Stage stage) =>
        Of(shot, scene, stage, shot.Figures.Any(f => f.On is not null) ? ThingStaging.Placed(shot, scene, stage) : []);

    /// <param name="things">The things of the shot as they were put up: some of them may carry people.</param>
    internal static IReadOnlyList<Layer> Of(ShotPlan shot, Scene scene, Stage stage, IReadOnlyList<(int Index, Layer Layer)> things)
    {
        ArgumentNullException.ThrowIfNull(shot);
        ArgumentNullException.ThrowIfNull(scene);
        var painter = new SheetPainter(stage, scene.Light.OnSubject());
        var layers = new List<Layer>();
        for (var i = Math.Min(shot.Figures.Count, scene.Standings.Count) - 1; i >= 0; i--)
            layers.Add(Figure(shot, shot.Figures[i], scene, painter, i, things));
        return layers;
    }

    private static Puppet Figure(ShotPlan shot, FigurePlan plan, Scene scene, SheetPainter painter, int index, IReadOnlyList<(int Index, Layer Layer)> things)
    {
        var (palette, number) = plan.As is { } before ? (Wear.In(before.Place, before.Time, before.Season), before.Index) : (scene.Figures, index);
        var guise = GuiseFile.Instance.Find(plan.Guise);
        var cloth = plan.Clothing is { } named ? ClothColors.Of(named) : guise?.Cloth ?? ClothColors.Unnamed(palette, number);
        if (plan.Clothing is null && guise is null && plan.Looks.Contains(Look.Old))
            cloth = ClothColors.Sober(plan, number);
        cloth = ClothColors.Against(cloth, shot.Place);
        if (plan.Clothing is null && guise?.Cloth is null && Wardrobe.Worn(plan, shot) == Garment.Suit)
            cloth = ClothColors.Suiting(cloth);
        var dyes = new Dyes(ClothColors.Person(palette, number), cloth, guise?.Accent ?? (guise is null && plan.Looks.Contains(Look.Old) ? ClothColors.SoberAccent(cloth) : ClothColors.Accent(palette, cloth)), plan);
        if (shot.Drawing == Drawing.Ink)
            dyes = dyes.Muted(plan);
        var build = Build.Of(plan);
        var standing = scene.Standings[index];
        // A row of dancers all facing one way is one dancer three times: the one at the light's end turns to the others.
        if (plan.Action == FigureAction.Dance && shot.Figures.Count > 2 && index == 2)
            standing = standing with { FacesRight = !standing.FacesRight };
        var seconds = shot.Frames / (float)FilmPlan.FrameRate;
        var choice = ((plan.As?.Seed ?? shot.Seed) >> 8) + (ulong)number;
        var passing = MathF.Abs(scene.Passing) / standing.PixelsPerMetre;
        var motion = Repertoire.Of(plan, build, new Way(standing.Travel / standing.PixelsPerMetre, passing * seconds, seconds), index * Repertoire.Apart, Repertoire.GestureOf(plan, shot));
        if (plan.Action == FigureAction.Dance && plan.Person != Person.Woman && Wardrobe.Worn(plan, shot) is Garment.Coat or Garment.Dress)
            motion = new Restrained(motion);
        motion = Engagement.Of(motion, shot, scene, build, index, things);
        var performance = new Performance(motion, new Skeleton(build, motion.Axis), standing, painter, dyes) { HeadWind = passing };
        var items = Wardrobe.For(plan, shot, build, painter.Stage, choice).Items(build);
        return new Puppet(performance, items, seconds, Repertoire.Start(plan, shot.Seed, index)) { Depth = 1 };
    }
}
