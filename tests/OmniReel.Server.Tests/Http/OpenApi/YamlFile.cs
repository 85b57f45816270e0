using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OmniReel.Server.Tests.Http.OpenApi;

/// <summary>Reads YAML by a reader that is not ours.</summary>
internal static class YamlFile
{
    /// <summary>The one document of a text, as JSON.</summary>
    public static string ToJson(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Of(stream.Documents.ShouldHaveSingleItem().RootNode)!.ToJsonString();
    }

    private static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, Of(child.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Of)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => plain.Value is "null" or "" ? null : plain.Value is "true" or "false" || double.TryParse(plain.Value, out _) ? JsonNode.Parse(plain.Value) : plain.Value,
        YamlScalarNode text => text.Value,
        _ => throw new InvalidDataException(node.ToString()),
    };
}
