using OmniReel.Contract.Requests;
using OmniReel.Server.Lab.Rooms;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Lab.Faults;

/// <summary>
/// A film in place of the one that was asked for: of the right size, length, shots and sound, and of always the same words, so that it is
/// drawn once for all tests and then only shared. Only for what is made of words alone; a slate names its task, so it is never stood in for.
/// </summary>
internal static class StandIn
{
    private const string Words = "A paper boat drifts on a calm river under a pale moon.";

    /// <summary>Whose films they are: those of no test.</summary>
    private const string Tenant = "~lab";

    /// <summary>The task and the request that the engine is to be asked with.</summary>
    public static (VideoTask Task, VideoRequest Request) For(LabTask known, VideoTask task, VideoRequest request)
    {
        var ordered = known.Order("film")?.Word("as");
        var wanted = ordered is null ? known.Room.Clock.Pace != ClockPace.Real : ordered == "stand-in";
        if (!wanted || task.Facts.Slate || request.Kind.Input != InputKind.TextToVideo) return (task, request);
        var instead = request with { Prompt = request.Prompt.Length > 0 ? Words : "", NegativePrompt = "", Shots = [.. request.Shots.Select(shot => shot with { Prompt = Words })] };
        return (task with { Tenant = Tenant, Facts = task.Facts with { Language = "en", Fresh = false } }, instead);
    }
}
