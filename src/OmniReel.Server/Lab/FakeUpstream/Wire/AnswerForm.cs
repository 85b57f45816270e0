namespace OmniReel.Server.Lab.FakeUpstream.Wire;

/// <summary>The form of a relay's answers about films, as relays are known to give them. Lists and refusals are the vendor's in all.</summary>
public enum AnswerForm
{
    /// <summary>The vendor's envelope, unchanged.</summary>
    Vendor,

    /// <summary>A create is answered <c>{code, message, task_id}</c>; questions as the vendor.</summary>
    Flat,

    /// <summary>Objects of a video API of another vendor: <c>{id, task_id, object, model, status, progress, created_at}</c>.</summary>
    OpenAi,

    /// <summary>Questions: <c>code</c> is <c>success</c>, <c>data.status</c> a word in capitals, the vendor's task under <c>data.data</c>; creates as the vendor.</summary>
    Wrapped,

    /// <summary>As wrapped, with the vendor's whole answer under <c>data.data</c>.</summary>
    Deep,

    /// <summary><c>{task_id, status, video_url, duration, model, cost, request_id}</c>; creates as flat.</summary>
    Compact,
}

/// <summary>The words of the command line for forms.</summary>
public static class AnswerForms
{
    /// <summary>All, as they are written.</summary>
    public static IReadOnlyList<string> Names { get; } = ["vendor", "flat", "openai", "wrapped", "deep", "compact"];

    /// <summary>A form by its name; null for none.</summary>
    public static AnswerForm? Find(string name) => Enumerable.Range(0, Names.Count).Where(at => Names[at] == name).Select(at => (AnswerForm?)at).FirstOrDefault();
}
