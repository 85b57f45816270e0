namespace OmniReel.Server.Artifacts;

/// <summary>What we store, and what it is called on disk and on the wire. Nothing else is stored.</summary>
internal static class ContentTypes
{
    private static readonly (string ContentType, string Extension)[] s_table =
    [
        ("video/mp4", ".mp4"),
        ("image/jpeg", ".jpg"),
        ("image/png", ".png"),
        ("audio/wav", ".wav"),
        ("application/json", ".json"),
    ];

    public static IEnumerable<(string ContentType, string Extension)> All => s_table;

    /// <summary>Throws <see cref="ArgumentException"/> for a type that is not stored.</summary>
    public static string ExtensionOf(string contentType)
    {
        foreach (var (known, extension) in s_table)
        {
            if (known == contentType)
                return extension;
        }

        throw new ArgumentException($"Artifacts are {string.Join(", ", s_table.Select(t => t.ContentType))}; {contentType} is none of them.", nameof(contentType));
    }
}
