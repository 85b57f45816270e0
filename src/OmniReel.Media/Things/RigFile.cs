using System.Globalization;
using System.Numerics;
using SkiaSharp;

namespace OmniReel.Media.Things;

/// <summary>The species that have a jointed puppet, from the embedded file <c>rigs.txt</c>; read when first asked for. Immutable.</summary>
internal sealed class RigFile
{
    private static readonly Lazy<RigFile> BuiltIn = new(Load);

    private readonly Dictionary<string, RigWords> _species = [];
    private readonly List<string> _ids = [];

    private RigFile()
    {
    }

    public static RigFile Instance => BuiltIn.Value;

    /// <summary>Things of the catalogue that are drawn by a puppet, in the order of the file.</summary>
    public IReadOnlyList<string> Ids => _ids;

    /// <summary>The measures of a thing; null where it has no puppet.</summary>
    public RigWords? Find(string id) => _ids.Contains(id) ? _species[id] : null;

    private static RigFile Load()
    {
        var file = new RigFile();
        using var stream = typeof(RigFile).Assembly.GetManifestResourceStream("rigs.txt")
            ?? throw new InvalidOperationException("The file of rigs is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                file.Add(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return file;
    }

    /// <summary>A name, whose measures it takes where it says nothing (<c>like</c>), then what it says. Names that begin with a dot are no animals.</summary>
    private void Add(string[] fields)
    {
        var pairs = fields[1..].Select(f => f.Split('=', 2)).ToList();
        var parent = pairs.Find(p => p[0] == "like") is { } like ? _species[like[1]].All : new Dictionary<string, string>();
        var all = new Dictionary<string, string>(parent);
        foreach (var pair in pairs)
            all[pair[0]] = pair.Length == 2 ? pair[1] : throw new FormatException($"'{pair[0]}' of the rig {fields[0]} has no value.");
        _species.Add(fields[0], new RigWords(fields[0], all));
        if (fields[0][0] != '.')
            _ids.Add(fields[0]);
    }
}

/// <summary>What the file says of one species: measures in heights of its withers (beasts) or lengths of its body (birds).</summary>
internal sealed record RigWords(string Id, IReadOnlyDictionary<string, string> All)
{
    /// <exception cref="FormatException">The file lacks the word.</exception>
    public string Text(string name) => All.TryGetValue(name, out var value) ? value : throw new FormatException($"The rig {Id} lacks '{name}'.");

    public float Number(string name) => Number(Text(name), name);

    public SKColor Color(string name) => new(0xFF000000 | uint.Parse(Text(name), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    /// <summary>Several numbers between slashes.</summary>
    public float[] Numbers(string name) => [.. Text(name).Split('/', ',').Select(n => Number(n, name))];

    /// <summary>Points <c>x,height</c> between slashes, y downward.</summary>
    public Vector2[] Points(string name) => [.. Text(name).Split('/').Select(p => p.Split(',')).Select(p => new Vector2(Number(p[0], name), -Number(p[1], name)))];

    private float Number(string text, string name) => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        ? value : throw new FormatException($"'{name}' of the rig {Id} is no number: '{text}'.");
}
