using System.Collections;
using OmniReel.Server.Engines.Kling;
using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Hosting;

/// <summary>
/// Makes the connections to upstreams: one of the <c>KLING_*</c> variables, which is first, and those that the configuration names. What is
/// wrong or half given is one line that says which setting, what is wrong, and what would be right, and shows no key.
/// </summary>
internal static class KlingConnections
{
    private const int LongestKey = 4096;

    /// <exception cref="ConfigurationException">Something of them cannot be used.</exception>
    public static IReadOnlyList<KlingConnection> Of(IReadOnlyList<ConnectionDraft> named, IDictionary environment)
    {
        var first = named.FirstOrDefault(draft => draft.Name.Equals(KlingConnection.FirstName, StringComparison.OrdinalIgnoreCase));
        var fromEnvironment = FromEnvironment(first, environment);
        var others = named.Where(draft => draft != first).Select(draft => Connection(draft, isKnown: false));
        return fromEnvironment is not null ? [fromEnvironment, .. others] : first is not null ? [Connection(first, isKnown: false), .. others] : [.. others];
    }

    /// <summary>The connection of the variables, with what the configuration says of one of the same name; null where none of them is set.</summary>
    private static KlingConnection? FromEnvironment(ConnectionDraft? named, IDictionary environment)
    {
        Given? Variable(string name) => environment[name] is string text && text.Trim().Length > 0 ? new Given(text.Trim(), name) : null;

        Given? key = Variable("KLING_API_KEY"), access = Variable("KLING_ACCESS_KEY"), secret = Variable("KLING_SECRET_KEY");
        Given? url = Variable("KLING_BASE_URL"), prefix = Variable("KLING_PATH_PREFIX"), proxy = Variable("KLING_PROXY");
        if (key is null && access is null && secret is null && (named is not null || (url ?? prefix ?? proxy) is null))
            return null;
        if ((key ?? access ?? secret) is null)
            throw new ConfigurationException($"{(url ?? prefix ?? proxy)!.From} is set, but no key is: set KLING_API_KEY, or KLING_ACCESS_KEY and KLING_SECRET_KEY; or unset it, and films are made by the embedded engine.");
        var draft = (named ?? new ConnectionDraft(KlingConnection.FirstName)) with { ApiKey = key, AccessKey = access, SecretKey = secret };
        return Connection(draft with { BaseUrl = url ?? draft.BaseUrl, PathPrefix = prefix ?? draft.PathPrefix, Proxy = proxy ?? draft.Proxy }, isKnown: true);
    }

    /// <param name="isKnown">What is not said of its capabilities is as the vendor's are known to be; otherwise it has none.</param>
    private static KlingConnection Connection(ConnectionDraft draft, bool isKnown) => new()
    {
        Name = draft.Name,
        BaseUrl = draft.BaseUrl is { } url ? Address(url, "the API's address looks like https://api-singapore.klingai.com or https://relay.example/kling") : KlingConnection.VendorUrl,
        PathPrefix = draft.PathPrefix is { } prefix ? Prefix(prefix) : null,
        Proxy = draft.Proxy is { } proxy ? Address(proxy, "a proxy looks like http://proxy.example:3128") : null,
        Credentials = Credentials(draft, isKnown),
        Capabilities = new UpstreamCapabilities(draft.RefQuery ?? isKnown, draft.RefDedupe ?? isKnown, draft.List ?? isKnown),
        MaxParallel = draft.MaxParallel,
        Limits = draft.Limits,
    };

    private static KlingCredentials Credentials(ConnectionDraft draft, bool isKnown)
    {
        var (keyName, accessName, secretName) = isKnown
            ? ("KLING_API_KEY", "KLING_ACCESS_KEY", "KLING_SECRET_KEY")
            : ($"Kling:Connections:{draft.Name}:ApiKey", $"Kling:Connections:{draft.Name}:AccessKey", $"Kling:Connections:{draft.Name}:SecretKey");
        if (draft.ApiKey is { } key)
        {
            return (draft.AccessKey ?? draft.SecretKey) is { } other
                ? throw new ConfigurationException($"{key.From} and {other.From} are both set: an account is opened by an API key or by an access and a secret key. Unset one of them.")
                : new KlingCredentials.Key(Secret(key));
        }

        return (draft.AccessKey, draft.SecretKey) switch
        {
            ({ } access, { } secret) => new KlingCredentials.Pair(Secret(access), Secret(secret)),
            ({ } access, null) => throw new ConfigurationException($"{access.From} alone is half a pair: {secretName} is missing; or set {keyName} instead of both."),
            (null, { } secret) => throw new ConfigurationException($"{secret.From} alone is half a pair: {accessName} is missing; or set {keyName} instead of both."),
            _ => throw new ConfigurationException($"The connection {draft.Name} has no key: set {keyName}, or {accessName} and {secretName}."),
        };
    }

    private static string Secret(Given given)
    {
        if (given.Text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            throw new ConfigurationException($"{given.From} cannot be used: it is the key alone, without \"Bearer\".");
        return given.Text.Length is > 0 and <= LongestKey && !given.Text.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? given.Text
            : throw new ConfigurationException($"{given.From} cannot be used: a key is printable ASCII characters without blanks, as the vendor or relay shows it.");
    }

    private static Uri Address(Given given, string right) =>
        Uri.TryCreate(given.Text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0 && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0
            ? url
            : throw new ConfigurationException($"{given.From} cannot be used as an address: {right}, without a user, a query or a fragment.");

    private static string Prefix(Given given) => given.Text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.' or '~')
        ? given.Text
        : throw new ConfigurationException($"{given.From} cannot be \"{given.Text}\": it is what stands before /v1/videos/omni-video in the path, such as /kling, or / for nothing.");
}
