using System.Text.Json.Nodes;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http.OpenApi.Operations;

/// <summary>A path and what the document says of each of its verbs.</summary>
/// <param name="Path">As it is mapped, <c>{id}</c> included.</param>
/// <param name="Operations">One for each verb that the path serves; HEAD is there wherever GET is, and needs none.</param>
internal sealed record DescribedPath(string Path, params Operation[] Operations);

/// <summary>What the document says of one verb of one path.</summary>
/// <param name="Verb"><c>GET</c> or <c>POST</c>.</param>
/// <param name="Id">The <c>operationId</c>: a name for a method of a client.</param>
/// <param name="Tag">One of <see cref="Tags"/>.</param>
/// <param name="Summary">One line.</param>
internal sealed record Operation(string Verb, string Id, string Tag, Said Summary)
{
    /// <summary>More than the summary says; null for nothing.</summary>
    public Said? Text { get; init; }

    /// <summary>False for what anybody may ask.</summary>
    public bool NeedsKey { get; init; } = true;

    /// <summary>Names of <see cref="Parameters"/>.</summary>
    public IReadOnlyList<string> Takes { get; init; } = [];

    /// <summary>What is sent; null for no body.</summary>
    public Sent? Body { get; init; }

    /// <summary>The good answers, each with a status of its own.</summary>
    public required IReadOnlyList<Answer> Answers { get; init; }

    /// <summary>What may be refused here, beside the key and what any path answers.</summary>
    public IReadOnlyList<ApiError> Refusals { get; init; } = [];

    /// <summary>Refusals of bodies by rules, as the reader words them; empty where no body is read.</summary>
    public IReadOnlyList<Example> RefusedBodies { get; init; } = [];

    /// <summary>The callback that a <c>callback_url</c> in the body asks for; null for none.</summary>
    public string? Callback { get; init; }
}

/// <summary>A request body.</summary>
/// <param name="Schema">The name of its schema; null for bytes.</param>
/// <param name="Examples">Bodies that are taken.</param>
internal sealed record Sent(string? Schema, IReadOnlyList<Example> Examples)
{
    /// <summary>Whether the operation makes no sense without.</summary>
    public bool IsRequired { get; init; } = true;
}

/// <summary>An example with a name and one line.</summary>
internal sealed record Example(string Name, Said Summary, JsonNode Value);

/// <summary>A good answer.</summary>
/// <param name="Status">Its HTTP status.</param>
/// <param name="Text">When it is given.</param>
internal sealed record Answer(int Status, Said Text)
{
    /// <summary>Its content types; empty for an answer without a body.</summary>
    public IReadOnlyList<string> Types { get; init; } = [Json];

    /// <summary>What stands in <c>data</c> of the envelope, one of them; empty for an envelope without data.</summary>
    public IReadOnlyList<Type> Data { get; init; } = [];

    /// <summary>The events of a stream by their name; empty for any other answer.</summary>
    public IReadOnlyList<(string Name, Type Data)> Events { get; init; } = [];

    /// <summary>Answers as they come, whole.</summary>
    public IReadOnlyList<Example> Examples { get; init; } = [];

    /// <summary>Names of <see cref="AnswerHeaders"/>, beside those of every answer.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>True for JSON that is no envelope: any object.</summary>
    public bool IsBare { get; init; }

    /// <summary>The type of every answer in an envelope.</summary>
    public const string Json = "application/json";

    /// <summary>The type of a stream of events.</summary>
    public const string Stream = "text/event-stream";
}
