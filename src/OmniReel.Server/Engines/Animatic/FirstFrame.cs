using OmniReel.Media.Plans;
using OmniReel.Server.Inputs.Checking;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>A film that begins with a picture of the request.</summary>
internal static class FirstFrame
{
    /// <summary>The first shot is the picture, which the camera slowly goes toward; the shots after it stay.</summary>
    public static async Task<FilmPlan> OpenAsync(FilmPlan plan, PreparedInputs inputs, CancellationToken cancellation)
    {
        if (inputs.FirstFrame is not { } first)
            return plan;
        var pixels = await inputs.DecodeAsync(first, plan.Width, plan.Height, cancellation);
        var opening = plan.Shots[0] with { Picture = new StillPicture(plan.Width, plan.Height, pixels), Camera = CameraMove.Push };
        return plan with { Shots = [opening, .. plan.Shots.Skip(1)] };
    }
}
