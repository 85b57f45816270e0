namespace OmniReel.Media.Script;

/// <summary>A text file of forms: a line has a head, a colon and forms between commas; '#' begins a comment line.</summary>
internal static class WordFile
{
    /// <summary>The embedded file of this name, whole.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(WordFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The vocabulary file {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The lines that have forms.</summary>
    /// <exception cref="FormatException">One has no colon.</exception>
    public static IEnumerable<(string Head, string[] Forms)> Lines(string file)
    {
        foreach (var raw in file.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon < 0)
                throw new FormatException($"A line of the vocabulary has no colon: '{line}'.");
            yield return (line[..colon], line[(colon + 2)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
