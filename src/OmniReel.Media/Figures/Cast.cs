using OmniReel.Media.Figures.Clothes;
using OmniReel.Media.Frames;
using OmniReel.Media.Motion;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;

namespace OmniReel.Media.Figures;

/// <summary>Puts the people of a shot on their places.</summary>
public static class Cast
{
    /// <summary>One layer per figure of the plan, in drawing order; cut for this shot, so make it once and draw it often.</summary>
    public static IReadOnlyList<Layer> Of(ShotPlan shot, Scene scene, Stage stage)
    {
        ArgumentNullException.ThrowIfNull(shot);
        ArgumentNullException.ThrowIfNull(scene);
        var painter = new SheetPainter(stage, scene.Light);
        var layers = new List<Layer>();
        for (var i = 0; i < Math.Min(shot.Figures.Count, scene.Standings.Count); i++)
            layers.Add(Figure(shot, shot.Figures[i], scene, painter, i));
        return layers;
    }

    private static Puppet Figure(ShotPlan shot, FigurePlan plan, Scene scene, SheetPainter painter, int index)
    {
        var cloth = plan.Clothing is { } named ? ClothColors.Of(named) : ClothColors.Unnamed(scene.Figures, index);
        var dyes = new Dyes(scene.Figures, cloth, ClothColors.Accent(scene.Figures, cloth));
        var build = Build.Woman;
        IMotion motion = WomanDance.Phrase;
        var performance = new Performance(motion, new Skeleton(build, motion.Axis), scene.Standings[index], painter, dyes);
        var seconds = shot.Frames / (float)FilmPlan.FrameRate;
        return new Puppet(performance, Dress.Items(build, true, painter.Stage), seconds, 0.3f + index * 1.7f) { Depth = 1 };
    }
}
