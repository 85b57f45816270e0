using System.Reflection;

namespace OmniReel.Server.Http.OpenApi.Schemas;

/// <summary>
/// What the document says of each field of the answers, from <c>fields.txt</c>: a line <c># Schema | English | Chinese</c>, then a line
/// <c>field | English | Chinese</c> for each of its fields.
/// </summary>
internal sealed class FieldWords
{
    private const string Resource = "openapi/fields.txt";

    private readonly Dictionary<string, Said> _all = [];
    private readonly HashSet<string> _unused = [];

    private FieldWords(TextReader lines)
    {
        var schema = "";
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            if (parts.Length != 3) throw new InvalidDataException($"{Resource}: \"{line}\" should be: name | English | Chinese.");
            var isSchema = parts[0].StartsWith("# ", StringComparison.Ordinal);
            if (isSchema) schema = parts[0][2..];
            var key = isSchema ? schema : $"{schema}.{parts[0]}";
            _all.Add(key, new(parts[1], parts[2]));
            _unused.Add(key);
        }
    }

    /// <summary>Lines that described nothing so far.</summary>
    public IReadOnlyCollection<string> Unused => _unused;

    /// <summary>The words inside the program.</summary>
    public static FieldWords Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not inside the program.");
        using var reader = new StreamReader(stream);
        return new(reader);
    }

    /// <summary>What is said of a schema (<c>Task</c>) or a field of it (<c>Task.task_id</c>).</summary>
    public Said Of(string key)
    {
        _unused.Remove(key);
        return _all.TryGetValue(key, out var said)
            ? said
            : throw new InvalidOperationException($"The document says nothing of {key}: add a line for it to src/OmniReel.Server/Http/OpenApi/Schemas/fields.txt.");
    }
}
