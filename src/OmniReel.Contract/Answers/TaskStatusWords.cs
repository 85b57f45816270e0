namespace OmniReel.Contract.Answers;

/// <summary>The four words of <c>task_status</c>. A canceled task is <c>failed</c> on the wire.</summary>
public static class TaskStatusWords
{
    /// <summary>Accepted, waiting.</summary>
    public const string Submitted = "submitted";

    /// <summary>Being made.</summary>
    public const string Processing = "processing";

    /// <summary>Made (the vendor's spelling).</summary>
    public const string Succeed = "succeed";

    /// <summary>Not made; <c>task_status_msg</c> says why.</summary>
    public const string Failed = "failed";

    /// <summary>Whether a task with this word never changes again.</summary>
    public static bool IsTerminal(string taskStatus) => taskStatus is Succeed or Failed;
}
