using System.Collections;
using System.Text.Json;
using OmniReel.Server.Access;
using OmniReel.Server.Callbacks.Signing;

namespace OmniReel.Server.Hosting;

/// <summary>
/// Collects a server's options. Later wins: <c>DATA/omnireel.json</c> (<c>{"Server":{"Urls":"…"}}</c>), the environment
/// (<c>OMNIREEL_Server__Urls</c>), flags. A name that nobody knows is an error, because it is a typo.
/// </summary>
public static class ServerConfiguration
{
    /// <summary>The configuration file inside the data folder.</summary>
    public const string FileName = "omnireel.json";

    private const string Prefix = "OMNIREEL_";

    /// <summary>The default data folder, <c>~/.local/share/omnireel</c>.</summary>
    public static string DefaultDataFolder =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "omnireel");

    /// <summary>Reads all three sources. <paramref name="flags"/> are pairs of a setting's name (<c>Server:Urls</c>) and its value.</summary>
    /// <exception cref="ConfigurationException">Something cannot be used; one line says what, where, and what would be right.</exception>
    public static ServerOptions Load(string dataFolder, IDictionary environment, IEnumerable<KeyValuePair<string, string>> flags)
    {
        var folder = Path.GetFullPath(dataFolder);
        var options = new ServerOptions { DataFolder = folder };

        foreach (var found in FromFile(Path.Combine(folder, FileName)).Concat(FromEnvironment(environment)))
            options = ServerSettings.Apply(options, found.Name, found.Value, found.Source);
        foreach (var (name, value) in flags)
            options = ServerSettings.Apply(options, name, value, "the command line");

        if (environment[Prefix + "WEBHOOK_SECRET"] is string { Length: > 0 } secrets)
            options = options with { SigningSecrets = SecretsOf(secrets) };
        if (environment[Prefix + "KEY"] is string { Length: > 0 } key) options = options with { Key = Checked(key) };
        TlsSetup.Check(options);
        options = options with { Connections = KlingConnections.Of(options.ConnectionDrafts, environment) };
        return options with { Pair = Pair(environment[Prefix + "ACCESS_KEY"] as string, environment[Prefix + "SECRET_KEY"] as string) };
    }

    private static AccessPair? Pair(string? accessKey, string? secretKey)
    {
        if (string.IsNullOrEmpty(accessKey) && string.IsNullOrEmpty(secretKey)) return null;
        return AccessPair.Complaint(accessKey, secretKey) is { } complaint ? throw new ConfigurationException(complaint) : new AccessPair(accessKey!, secretKey!);
    }

    private static string Checked(string key) => ApiKey.Complaint(key) is { } complaint
        ? throw new ConfigurationException($"OMNIREEL_KEY cannot be used: {complaint}.")
        : key;

    // Several, the newest first, while receivers change from one to the next.
    private static string[] SecretsOf(string text)
    {
        var secrets = text.Split([' ', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries);
        try
        {
            foreach (var secret in secrets) SigningSecret.Parse(secret);
            return secrets;
        }
        catch (FormatException e)
        {
            throw new ConfigurationException($"OMNIREEL_WEBHOOK_SECRET cannot be used: {e.Message}.");
        }
    }

    private static IEnumerable<Found> FromEnvironment(IDictionary environment) =>
        from DictionaryEntry entry in environment
        let name = (string)entry.Key
        where name.StartsWith(Prefix, StringComparison.Ordinal) && (name.Contains("__", StringComparison.Ordinal) || name.Equals(Prefix + "Routes", StringComparison.OrdinalIgnoreCase))
        orderby name
        select new Found(name[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal), (string?)entry.Value ?? "", "the environment variable " + name);

    private static List<Found> FromFile(string path)
    {
        if (!File.Exists(path)) return [];

        try
        {
            var reading = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), reading);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new ConfigurationException($"{path} should hold a JSON object, such as {{\"Server\":{{\"Urls\":\"http://127.0.0.1:8080\"}}}}.");
            var found = new List<Found>();
            Flatten(document.RootElement, "", path, found);
            return found;
        }
        catch (JsonException e)
        {
            throw new ConfigurationException($"{path} is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.");
        }
    }

    private static void Flatten(JsonElement element, string name, string path, List<Found> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    Flatten(property.Value, name.Length == 0 ? property.Name : $"{name}:{property.Name}", path, found);
                break;
            case JsonValueKind.Array:
                // Scenarios have semicolons of their own.
                found.Add(new(name, string.Join(name.Equals("Lab:Scenarios", StringComparison.OrdinalIgnoreCase) ? ',' : ';', element.EnumerateArray().Select(item => item.ToString())), path));
                break;
            case JsonValueKind.Null:
                break;
            default:
                found.Add(new(name, element.ToString(), path));
                break;
        }
    }

    private readonly record struct Found(string Name, string Value, string Source);
}
