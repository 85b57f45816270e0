using System.Globalization;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Lab.Rooms;

namespace OmniReel.Server.Lab.Faults;

/// <summary>Links to a task's files live by the clock of its test, and as long as was ordered.</summary>
public sealed class LabLinks(LabRooms rooms, TimeProvider time) : ILinkClocks
{
    public DateTimeOffset Now(string artifact) => TaskOf(artifact)?.Room.Clock.GetUtcNow() ?? time.GetUtcNow();

    public TimeSpan? Life(string artifact) => TaskOf(artifact)?.Order("link-expires")?.Seconds("seconds");

    /// <summary>The task of an artifact, whose id begins with the task's; null for one that is no task's.</summary>
    public LabTask? TaskOf(string artifact)
    {
        var dash = artifact.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && long.TryParse(artifact.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? rooms.Find(id) : null;
    }
}
