using System.Globalization;

namespace OmniReel.Server.Hosting;

/// <summary>
/// The settings of upstreams: <c>Kling:MaxUnknownPerHour</c>, and <c>Kling:Connections:NAME:…</c>, whose names have a part that the operator
/// chooses. No text of a key is in any message.
/// </summary>
internal static class KlingSettings
{
    /// <summary>How many lost submits an hour may have.</summary>
    public const string MaxUnknown = "Kling:MaxUnknownPerHour";

    private const string Head = "Kling:Connections:";
    private const int LongestName = 40, MostParallel = 1000, MostUnknown = 1_000_000;

    private static readonly Dictionary<string, Func<ConnectionDraft, Given, ServerOptions, ConnectionDraft>> s_fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["BaseUrl"] = (draft, given, _) => draft with { BaseUrl = given },
        ["PathPrefix"] = (draft, given, _) => draft with { PathPrefix = given },
        ["Proxy"] = (draft, given, _) => draft with { Proxy = given },
        ["ApiKey"] = (draft, given, _) => draft with { ApiKey = given },
        ["ApiKeyFile"] = (draft, given, options) => draft with { ApiKey = FromFile(given, options) },
        ["ApiKeyVariable"] = (draft, given, _) => draft with { ApiKey = FromVariable(given) },
        ["AccessKey"] = (draft, given, _) => draft with { AccessKey = given },
        ["SecretKey"] = (draft, given, _) => draft with { SecretKey = given },
        ["SecretKeyFile"] = (draft, given, options) => draft with { SecretKey = FromFile(given, options) },
        ["SecretKeyVariable"] = (draft, given, _) => draft with { SecretKey = FromVariable(given) },
        ["RefQuery"] = (draft, given, _) => draft with { RefQuery = Flag(given) },
        ["RefDedupe"] = (draft, given, _) => draft with { RefDedupe = Flag(given) },
        ["List"] = (draft, given, _) => draft with { List = Flag(given) },
        ["MaxParallel"] = (draft, given, _) => draft with { MaxParallel = Whole(given, 1, MostParallel) },
        ["Models"] = (draft, given, _) => Limited(draft, "Models", given),
        ["Modes"] = (draft, given, _) => Limited(draft, "Modes", given),
        ["Kinds"] = (draft, given, _) => Limited(draft, "Kinds", given),
        ["Sound"] = (draft, given, _) => Limited(draft, "Sound", given),
        ["Watermark"] = (draft, given, _) => Limited(draft, "Watermark", given),
    };

    /// <summary>The names of a connection's settings, with NAME for the part that is chosen.</summary>
    public static IEnumerable<string> OfConnections => s_fields.Keys.Select(name => $"{Head}NAME:{name}");

    /// <summary>The options with one setting changed; null for a name that is none of these.</summary>
    /// <exception cref="ConfigurationException">The text cannot be that setting.</exception>
    public static ServerOptions? Apply(ServerOptions options, string name, string text, string source)
    {
        var given = new Given(text.Trim(), $"{name} (from {source})");
        if (name.Equals(MaxUnknown, StringComparison.OrdinalIgnoreCase))
            return options with { MaxUnknownPerHour = Whole(given, 0, MostUnknown) };
        if (!name.StartsWith(Head, StringComparison.OrdinalIgnoreCase))
            return null;

        var parts = name[Head.Length..].Split(':');
        if (parts.Length != 2 || !s_fields.TryGetValue(parts[1], out var set))
            throw new ConfigurationException($"{given.From} is not a setting of a connection; there are {string.Join(", ", s_fields.Keys)}, as in {Head}relay-a:BaseUrl.");
        if (!IsName(parts[0]))
            throw new ConfigurationException($"{given.From} names a connection \"{parts[0]}\"; a name is 1 to {LongestName} letters, digits, - and _, and not \"embedded\".");
        var draft = options.ConnectionDrafts.FirstOrDefault(one => one.Name.Equals(parts[0], StringComparison.OrdinalIgnoreCase)) ?? new ConnectionDraft(parts[0]);
        return options with { ConnectionDrafts = [.. options.ConnectionDrafts.Where(one => one.Name != draft.Name), set(draft, given, options)] };
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && !name.Equals("embedded", StringComparison.OrdinalIgnoreCase);

    private static Given FromFile(Given given, ServerOptions options)
    {
        var path = Path.GetFullPath(given.Text, options.DataFolder);
        try
        {
            return new Given(File.ReadAllText(path).Trim(), $"{given.From}, the file {path},");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{given.From} cannot be used: the file {path} cannot be read: {e.Message}");
        }
    }

    private static Given FromVariable(Given given) => Environment.GetEnvironmentVariable(given.Text) is { Length: > 0 } value
        ? new Given(value.Trim(), $"{given.From}, the environment variable {given.Text},")
        : throw new ConfigurationException($"{given.From} cannot be used: the environment variable {given.Text} is not set.");

    private static ConnectionDraft Limited(ConnectionDraft draft, string limit, Given given)
    {
        try
        {
            return draft with { Limits = draft.Limits.With(limit, given.Text) };
        }
        catch (FormatException wrong)
        {
            throw new ConfigurationException($"{given.From} cannot be \"{given.Text}\": {wrong.Message}.");
        }
    }

    private static bool Flag(Given given) => bool.TryParse(given.Text, out var value)
        ? value
        : throw new ConfigurationException($"{given.From} cannot be \"{given.Text}\": it is true or false.");

    private static int Whole(Given given, int least, int most) =>
        int.TryParse(given.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new ConfigurationException($"{given.From} cannot be \"{given.Text}\": a whole number from {least} to {most} is needed.");
}
