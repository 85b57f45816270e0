using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Things;

/// <summary>The crafts from the embedded file <c>crafts.txt</c>; read when first asked for, each cut when first asked for. Immutable.</summary>
internal sealed class CraftFile
{
    private static readonly Lazy<CraftFile> BuiltIn = new(Load);

    private readonly Dictionary<string, Lazy<Craft>> _crafts = [];

    private CraftFile()
    {
    }

    public static CraftFile Instance => BuiltIn.Value;

    public IEnumerable<string> Ids => _crafts.Keys;

    /// <summary>Null where the thing has no craft.</summary>
    public Craft? Find(string id) => _crafts.TryGetValue(id, out var craft) ? craft.Value : null;

    private static CraftFile Load()
    {
        var lines = new Dictionary<string, List<string[]>>();
        using var stream = typeof(CraftFile).Assembly.GetManifestResourceStream("crafts.txt")
            ?? throw new InvalidOperationException("The file of crafts is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length < 2 || fields[0][0] == '#')
                continue;
            if (!lines.TryGetValue(fields[0], out var own))
                lines.Add(fields[0], own = []);
            if (fields[1] == "use")
                own.AddRange(lines[fields[2]]);
            else
                own.Add(fields[1..]);
        }

        var file = new CraftFile();
        foreach (var (id, own) in lines.Where(l => l.Key[0] != '.'))
            file._crafts.Add(id, new Lazy<Craft>(() => Read(id, own)));
        return file;
    }

    private static Craft Read(string id, List<string[]> lines)
    {
        var pieces = new List<CraftPiece>();
        var lamps = new List<CraftLamp>();
        var (soft, whole, rails, size) = (false, false, false, 1f);
        SKPoint? tie = null, heading = null;
        foreach (var fields in lines)
        {
            switch (fields[0])
            {
                case "bends": soft = true; break;
                case "size": size *= CraftSheet.Number(fields[1]); break;
                case "tie": tie = At(fields[1]); break;
                case "heads": heading = At(fields[1]); break;
                case "light": lamps.Add(Lamp(fields)); break;
                case "wheel":
                    pieces.AddRange(CraftWheel.Of(fields[1], CraftSheet.Numbers(fields[2])));
                    whole = true;
                    rails |= fields[1] == "rail";
                    break;
                case "part":
                    pieces.Add(Part(fields));
                    whole = false;
                    break;
                default:
                    // What follows a wheel belongs to the body again.
                    if (pieces.Count == 0 || whole)
                        pieces.Add(new CraftPiece(CraftJoint.Body, default, 0, 0, 0, []));
                    whole = false;
                    pieces[^1] = pieces[^1] with { Sheets = [.. pieces[^1].Sheets, CraftSheet.Read(fields)] };
                    break;
            }
        }

        return Sized(new Craft(id, [.. pieces.Where(p => p.Sheets.Count > 0)], lamps, soft, tie) { OnRails = rails, Heading = heading }, size);
    }

    /// <summary>Joint, point, then amount, rate and phase.</summary>
    private static CraftPiece Part(string[] fields)
    {
        var numbers = fields.Length > 3 ? CraftSheet.Numbers(fields[3]) : [];
        return new CraftPiece(
            Enum.Parse<CraftJoint>(fields[1], ignoreCase: true), fields.Length > 2 ? At(fields[2]) : default, numbers.ElementAtOrDefault(0), numbers.ElementAtOrDefault(1),
            numbers.ElementAtOrDefault(2), []);
    }

    private static CraftLamp Lamp(string[] fields) =>
        new(At(fields[2]), CraftSheet.Number(fields[3]), fields[1] == "beam", fields[1] == "tail" ? CraftPaper.Tail : CraftPaper.Lamp);

    private static SKPoint At(string text) => CraftSheet.Numbers(text) is var n ? new SKPoint(n[0], -n[1]) : default;

    private static Craft Sized(Craft craft, float size)
    {
        if (size == 1)
            return craft;
        var matrix = SKMatrix.CreateScale(size, size);
        return new Craft(
            craft.Id,
            [.. craft.Pieces.Select(p => p with
            {
                At = matrix.MapPoint(p.At), Amount = p.Joint == CraftJoint.Wheel ? p.Amount * size : p.Amount,
                Sheets = [.. p.Sheets.Select(s => s with { Outline = s.Outline.At(matrix) })],
            })],
            [.. craft.Lamps.Select(l => l with { At = matrix.MapPoint(l.At), Reach = l.Reach * size })], craft.Soft, craft.Tie is { } tie ? matrix.MapPoint(tie) : null) { OnRails = craft.OnRails, Heading = craft.Heading };
    }
}
