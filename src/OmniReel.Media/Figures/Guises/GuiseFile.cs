using System.Globalization;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Figures.Guises;

/// <summary>The cast, from the embedded data file; read when first asked for. Immutable.</summary>
internal sealed class GuiseFile
{
    private static readonly Lazy<GuiseFile> BuiltIn = new(Load);

    private readonly Dictionary<string, Guise> _byId;

    private GuiseFile(IReadOnlyList<Guise> all) => (All, _byId) = (all, all.ToDictionary(g => g.Id));

    public static GuiseFile Instance => BuiltIn.Value;

    public IReadOnlyList<Guise> All { get; }

    /// <summary>Null for a figure that is nobody in particular, or of a cast that is not known any longer.</summary>
    public Guise? Find(string? id) => id is not null && _byId.TryGetValue(id, out var guise) ? guise : null;

    /// <exception cref="FormatException">A line that cannot be read.</exception>
    private static GuiseFile Load()
    {
        using var stream = typeof(GuiseFile).Assembly.GetManifestResourceStream("cast.txt")
            ?? throw new InvalidOperationException("The file of the cast is not embedded.");
        using var reader = new StreamReader(stream);
        var all = new List<Guise>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                all.Add(Read(line.Split('|')));
        }

        return new GuiseFile(all);
    }

    private static Guise Read(string[] columns)
    {
        if (columns.Length is not (3 or 4))
            throw new FormatException($"A line of the cast has {columns.Length} columns: '{columns[0]}'.");
        var items = columns[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = items[1..].Select(item => item.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        var isFixed = words.TryGetValue("is", out var fixedTo);
        return new Guise(items[0], Enum.Parse<Person>(isFixed ? fixedTo! : words["as"]), isFixed)
        {
            Garment = Word<Garment>("garment"),
            Cloth = Color("cloth"),
            Trousers = Color("trousers"),
            Shoes = Color("shoes"),
            Accent = Color("accent"),
            HatColor = Color("hatcolor"),
            Hat = words.GetValueOrDefault("hat"),
            Wears = words.TryGetValue("wears", out var wears) ? wears.Split(',') : [],
            Held = words.GetValueOrDefault("held"),
            Looks = words.TryGetValue("looks", out var looks) ? [.. looks.Split(',').Select(Enum.Parse<Look>)] : [],
            Place = Word<Place>("place"),
            Action = Word<FigureAction>("action"),
            English = List(columns[1]),
            Chinese = List(columns[2]),
            Worn = columns.Length > 3 ? List(columns[3]) : [],
        };

        SKColor? Color(string key) => words.TryGetValue(key, out var hex) ? new SKColor(0xFF000000 | uint.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)) : null;

        T? Word<T>(string key)
            where T : struct, Enum => words.TryGetValue(key, out var name) ? Enum.Parse<T>(name) : null;
    }

    private static string[] List(string column) => column.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
