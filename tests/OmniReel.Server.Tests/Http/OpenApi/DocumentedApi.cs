using System.Text.Json;
using OmniReel.Server.Http.OpenApi;
using OmniReel.Server.Http.OpenApi.Operations;

namespace OmniReel.Server.Tests.Http.OpenApi;

/// <summary>The document as a client reads it: which operation a request is, and what may answer it.</summary>
internal sealed class DocumentedApi
{
    private readonly JsonElement _root;
    private readonly List<(string[] Steps, string Path, JsonElement Item)> _paths = [];

    private DocumentedApi(byte[] json)
    {
        _root = JsonDocument.Parse(json).RootElement;
        Check = new JsonSchemaCheck(_root);
        foreach (var path in _root.GetProperty("paths").EnumerateObject()) _paths.Add((path.Name.Split('/'), path.Name, path.Value));
    }

    /// <summary>The document that the servers of these tests serve.</summary>
    public static DocumentedApi Served { get; } = new(OpenApiEndpoints.Json());

    public JsonElement Root => _root;

    public JsonSchemaCheck Check { get; }

    /// <summary>A schema by its name.</summary>
    public JsonElement Schema(string name) => _root.GetProperty("components").GetProperty("schemas").GetProperty(name);

    /// <summary>Every path, verb and status that is described.</summary>
    public IEnumerable<(string Path, string Verb, string Status)> All =>
        from path in _paths
        from verb in path.Item.EnumerateObject()
        from status in verb.Value.GetProperty("responses").EnumerateObject()
        where status.Name != "default"
        select (path.Path, verb.Name.ToUpperInvariant(), status.Name);

    /// <summary>The path that a request's belongs to; null for none. What is written out goes before what stands for anything.</summary>
    public (string Path, JsonElement Item)? Find(string requested)
    {
        var steps = requested.TrimEnd('/').Split('/');
        var found = _paths.Where(path => path.Steps.Length == steps.Length && path.Steps.Zip(steps).All(step => step.First == step.Second || step.First.StartsWith('{')))
            .OrderBy(path => path.Path.Count(c => c == '{')).Select(path => (path.Path, path.Item)).ToList();
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Pages for people are no part of the document.</summary>
    public static bool IsPage(string requested) => DescribedPaths.IsPage(requested);

    /// <summary>The codes that the answers of a status are described to have.</summary>
    public IReadOnlyList<int> Codes(JsonElement media) =>
        [.. media.GetProperty("examples").EnumerateObject().Select(example => Check.Resolve(example.Value).GetProperty("value").GetProperty("code").GetInt32()).Distinct()];
}
