using System.Globalization;
using OmniReel.Media.Native;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Things;

/// <summary>All things that can be drawn, from the embedded data file; read when first asked for. Immutable.</summary>
/// <remarks>The file is written by <c>eng/things</c>: a thing or a name is added to the lists there.</remarks>
internal sealed class ThingCatalog
{
    private const float Field = 1024;

    private static readonly Lazy<ThingCatalog> BuiltIn = new(Load);

    private readonly Dictionary<string, int> _places = [];
    private readonly List<string> _drawings = [];
    private readonly List<Thing> _things = [];

    private ThingCatalog()
    {
    }

    public static ThingCatalog Instance => BuiltIn.Value;

    public IReadOnlyList<Thing> Things => _things;

    /// <summary>The place of an id in <see cref="Things"/>; null if there is no such thing.</summary>
    public int? Find(string id) => _places.TryGetValue(id, out var at) ? at : null;

    public Thing this[string id] => _places.TryGetValue(id, out var at) ? _things[at] : PrintThings.Of(id);

    /// <summary>What the vocabulary's value of a name stands for.</summary>
    public Thing Named(int value) => PrintThings.Named(value) ?? _things[value - 1];

    /// <summary>The drawn lines of a thing as a path on a field of 1 by 1; the caller owns it.</summary>
    /// <exception cref="FormatException">The file's path data cannot be read.</exception>
    public SKPath Ink(string id)
    {
        var drawing = _drawings[_places[id]];
        if (drawing[0] == '=')
            return Ink(drawing[1..]);
        var path = Held.Parse(drawing[1..]) ?? throw new FormatException($"The drawing of {id} is no path data.");
        path.FillType = drawing[0] == 'E' ? SKPathFillType.EvenOdd : SKPathFillType.Winding;
        path.Transform(SKMatrix.CreateScale(1 / Field, 1 / Field));
        return path;
    }

    private static ThingCatalog Load()
    {
        var catalog = new ThingCatalog();
        using var stream = typeof(ThingCatalog).Assembly.GetManifestResourceStream("things.txt")
            ?? throw new InvalidOperationException("The file of things is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                catalog.Add(line.Split('\t'));
        }

        return catalog;
    }

    private void Add(string[] fields)
    {
        if (fields.Length != 13)
            throw new FormatException($"A line of the things has {fields.Length} fields: '{fields[0]}'.");
        _places.Add(fields[0], _things.Count);
        _drawings.Add(fields[12]);
        _things.Add(new Thing(
            fields[0], fields[1] == "living", Enum.Parse<ThingMotion>(fields[2], ignoreCase: true), Enum.Parse<Habitat>(fields[3], ignoreCase: true),
            fields[4].Length == 0 ? null : Enum.Parse<Place>(fields[4]), float.Parse(fields[5], CultureInfo.InvariantCulture),
            Color(fields[6]), fields[7].Length == 0 ? null : Color(fields[7]), fields[8] == "right",
            Names(fields[9]), Names(fields[10]), Names(fields[11])));
    }

    private static SKColor Color(string hex) => new(0xFF000000 | uint.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    private static string[] Names(string list) => list.Length == 0 ? [] : list.Split(',');
}
