using System.Globalization;
using OmniReel.Contract.Requests;
using OmniReel.Media.Plans;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>What the slate of a task's film says of its request.</summary>
internal static class TaskSlate
{
    /// <summary>A longer name of the caller's own gives way to the task's number.</summary>
    private const int LongestName = 24;

    /// <summary>Null where none was asked for.</summary>
    public static SlatePlan? Of(VideoTask task, VideoRequest request) => task.Facts.Slate
        ? new SlatePlan(request.Mode.WireName(), request.Kind.WireName(), [.. References(request)], Name(task))
        : null;

    private static IEnumerable<string> References(VideoRequest request)
    {
        foreach (var (at, image) in request.Images.Index())
        {
            yield return $"image_{at + 1}" + image.Role switch
            {
                ImageRole.FirstFrame => ":first",
                ImageRole.EndFrame => ":end",
                _ => "",
            };
        }

        for (var at = 0; at < request.Elements.Count; at++)
            yield return $"element_{at + 1}";
        if (request.Video is { } video)
            yield return video.IsBase ? "video_1:base" : "video_1:feature";
    }

    private static string Name(VideoTask task) => task.ExternalTaskId is { Length: > 0 and <= LongestName } name && name.All(letter => letter is > ' ' and <= '~')
        ? name
        : task.Id.ToString(CultureInfo.InvariantCulture);
}
