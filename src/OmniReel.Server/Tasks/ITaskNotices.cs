namespace OmniReel.Server.Tasks;

/// <summary>What the outside is told of a change of a task: its status in the wire's word, and the body of a callback.</summary>
public sealed record TaskNotice(string Event, ReadOnlyMemory<byte> Body);

/// <summary>
/// Puts changes into the wire's words. A store asks inside the transaction of the change, on its writer's thread, and keeps the bytes:
/// the answer must not wait, must not fail, and must depend on nothing but the task and the clock.
/// </summary>
public interface ITaskNotices
{
    /// <summary>The notice of a task as it is now.</summary>
    TaskNotice Of(VideoTask task);
}
