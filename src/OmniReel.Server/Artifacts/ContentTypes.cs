using System.Diagnostics.CodeAnalysis;

namespace OmniReel.Server.Artifacts;

/// <summary>What we store, and what it is called on disk and on the wire. Nothing else is stored.</summary>
internal static class ContentTypes
{
    private static readonly (string ContentType, string Extension)[] s_table =
    [
        ("video/mp4", ".mp4"),
        ("video/quicktime", ".mov"),
        ("image/jpeg", ".jpg"),
        ("image/png", ".png"),
        ("audio/wav", ".wav"),
        ("application/json", ".json"),
    ];

    public static IEnumerable<(string ContentType, string Extension)> All => s_table;

    /// <summary>False for a type that is not stored.</summary>
    public static bool TryGetExtension(string contentType, [NotNullWhen(true)] out string? extension)
    {
        extension = Array.Find(s_table, entry => entry.ContentType == contentType).Extension;
        return extension is not null;
    }

    /// <summary>Throws <see cref="ArgumentException"/> for a type that is not stored.</summary>
    public static string ExtensionOf(string contentType) => TryGetExtension(contentType, out var extension)
        ? extension
        : throw new ArgumentException($"Artifacts are {string.Join(", ", s_table.Select(t => t.ContentType))}; {contentType} is none of them.", nameof(contentType));
}
