using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Scenes.Things;

/// <summary>How large pictures stand in a scene: as people do where they are its subject, smaller where they stand by.</summary>
internal static class PrintScale
{
    /// <summary>Height of one picture in stage pixels.</summary>
    /// <param name="metre">Pixels per metre where people stand.</param>
    public static float Height(ShotPlan shot, Stage stage, int index, float metre)
    {
        var plan = shot.Things[index];
        var aspect = plan.Aspect();
        var height = shot.Figures.Count > 0 ? Beside(plan, aspect, metre) : Alone(shot, stage, plan, aspect);
        return Math.Min(height, Math.Min(0.86f * stage.Height, 0.86f * stage.Width / aspect));
    }

    private static float Alone(ShotPlan shot, Stage stage, ThingPlan plan, float aspect)
    {
        var shorter = Math.Min(stage.Width, stage.Height);
        var subjects = shot.Things.Count(t => t.Print is not null);
        var group = subjects switch { 1 => 1, 2 => 0.92f, 3 => 0.84f, 4 => 0.70f, 5 => 0.62f, _ => 0.54f };
        var size = (plan.Print!.Role == PrintRole.Subject ? 1 : 0.62f) * group * ThingScale.Framing(shot.Size) * shorter * (stage.IsTall ? 1.12f : 1);
        // Tall ones are as tall as people; wide ones take as much of the frame.
        return size * Math.Min(0.72f, 0.62f / MathF.Sqrt(aspect));
    }

    private static float Beside(ThingPlan plan, float aspect, float metre)
    {
        var metres = plan switch
        {
            { Spot: ThingSpot.Held } => 0.55f,
            { Print.Role: PrintRole.Prop } => 1.05f,
            _ => 1.62f,
        };
        return metre * metres * Math.Min(1, 0.92f / MathF.Sqrt(aspect));
    }
}
