using Microsoft.AspNetCore.Http;
using OmniReel.Server.Lab.Rooms;
using OmniReel.Server.Lab.Scenarios;

namespace OmniReel.Server.Http.Lab;

/// <summary>What the lab knows of one request: the test that it belongs to, what it is, and what its own header ordered.</summary>
/// <param name="Room">The test.</param>
/// <param name="Kind">create, get, list, events, cancel, file, other, or "lab" for requests to the lab itself.</param>
/// <param name="Ordered">Of the header; null without one.</param>
internal sealed record LabVisit(LabRoom Room, string Kind, LabScript? Ordered)
{
    private const string Files = "/files/", Lab = "/lab";

    private static readonly string[] s_roots = ["/kling/v1/videos/omni-video", "/v1/videos/omni-video"];

    private static readonly string[] s_api = ["/v1/", "/kling/"];

    /// <summary>The connection was cut on purpose.</summary>
    public bool IsCut { get; set; }

    /// <summary>The first order whose turn it is: of the header, then of the test.</summary>
    public LabTurn? Take(Func<LabOrder, bool> fits) => Ordered?.Take(fits) ?? Room.Script.Take(fits);

    /// <summary>What was ordered for the task that this request creates, as its facts keep it; null for nothing. It counts as their turn.</summary>
    public string? TakeTaskOrders()
    {
        var own = Ordered?.TakeAll(IsOfTask) ?? [];
        var others = Room.Script.TakeAll(order => IsOfTask(order) && !own.Any(one => one.Id == order.Id));
        return own.Count + others.Count == 0 ? null : string.Join(", ", own.Concat(others));
    }

    /// <summary>What a request is; null for pages, health and whatever else is not the API.</summary>
    public static string? KindOf(HttpRequest request)
    {
        var path = request.Path.Value ?? "/";
        if (path.StartsWith(Files, StringComparison.OrdinalIgnoreCase)) return "file";
        if (path.Equals(Lab, StringComparison.OrdinalIgnoreCase) || path.StartsWith(Lab + "/", StringComparison.OrdinalIgnoreCase)) return "lab";
        // Whatever it tells of: a stream has no end that an answer could be kept until.
        if (path.AsSpan().TrimEnd('/').EndsWith("/events", StringComparison.OrdinalIgnoreCase) && Array.Exists(s_api, start => path.StartsWith(start, StringComparison.OrdinalIgnoreCase))) return "events";
        foreach (var root in s_roots)
        {
            if (path.StartsWith(root, StringComparison.OrdinalIgnoreCase)) return KindOf(path.AsSpan(root.Length).Trim('/'), HttpMethods.IsPost(request.Method));
        }

        return Array.Exists(s_api, start => path.StartsWith(start, StringComparison.OrdinalIgnoreCase)) ? "other" : null;
    }

    private static bool IsOfTask(LabOrder order) => order.Scenario.Place != LabPlace.Answer;

    private static string KindOf(ReadOnlySpan<char> rest, bool isPost)
    {
        if (rest.IsEmpty) return isPost ? "create" : "list";
        if (rest.EndsWith("/cancel", StringComparison.Ordinal)) return "cancel";
        return rest.Contains('/') || isPost ? "other" : "get";
    }
}
