using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>The seed of a shot: FNV-1a over what was understood and the shot's number, so that a paraphrase draws the same picture.</summary>
/// <remarks>Garments, hair and the colours of pieces count only where they are named; a moon or stars left out change nothing else. Frame counts and sizes stay out: the same scene keeps its clouds at any length and in any shape.</remarks>
internal static class PlanSeed
{
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <param name="shot">Every field but the seed is final.</param>
    /// <param name="number">0 for the first shot of the film.</param>
    public static ulong Of(ShotPlan shot, int number)
    {
        var hash = Add(OffsetBasis, number);
        hash = Add(hash, (int)shot.Place);
        hash = Add(hash, (int)shot.Time);
        hash = Add(hash, (int)shot.Weather);
        hash = Add(hash, (int)shot.Season);
        if (shot.Aloft is { } aloft)
            hash = Add(hash, ~(0x200 + (int)aloft));
        hash = Add(hash, (int)shot.Camera);
        hash = Add(hash, (int)shot.Size);
        hash = Add(hash, shot.Figures.Count);
        foreach (var figure in shot.Figures)
        {
            hash = Add(hash, (int)figure.Person);
            hash = Add(hash, (int)figure.Action);
            hash = Add(hash, figure.Clothing is { } color ? (int)color : -1);
            if (figure.Garment is { } garment)
                hash = Add(hash, ~(int)garment);
            hash = Add(hash, figure.Accessories.Count);
            foreach (var accessory in figure.Accessories)
                hash = Add(hash, (int)accessory);
            foreach (var look in figure.Looks)
                hash = Add(hash, ~(0x100 + (int)look));
            if (figure.Pieces is { } pieces)
                hash = Pieces(hash, pieces);
            if (figure.Bearing is { } bearing)
                hash = Add(hash, ~(0x200 + (int)bearing));
            if (figure.Hands is { } hands)
                hash = Add(hash, ~(0x300 + (int)hands));
            hash = ((figure.Guise ?? "") + figure.On).Aggregate(hash, (sum, letter) => Add(sum, letter));
        }

        foreach (var thing in shot.Things)
            hash = Thing(hash, thing);
        return shot.Backdrop is { } backdrop ? backdrop.Name.Aggregate(hash, (sum, letter) => Add(sum, letter)) : hash;
    }

    /// <summary>Things are named by their letters: their places in the catalogue may change.</summary>
    private static ulong Thing(ulong hash, ThingPlan thing)
    {
        hash = thing.Id.Aggregate(hash, (sum, letter) => Add(sum, letter));
        int[] said = [thing.Count, thing.Color is { } color ? (int)color : -1, (int)thing.Size, (int)thing.Spot, (int)thing.Side, (int?)thing.Relation ?? -1, thing.To ?? -1, (int)thing.Motion];
        return (thing.IsField || thing.IsLed ? [.. said, thing.IsField ? ~0x400 : ~0x401] : said).Aggregate(hash, Add);
    }

    private static ulong Pieces(ulong hash, PieceColors pieces)
    {
        NamedColor?[] colors = [pieces.Umbrella, pieces.Ribbons, pieces.Hat, pieces.Shoes, pieces.Trousers];
        if (pieces.Beard is { } beard)
            hash = Add(hash, ~(0x500 + (int)beard));
        return colors.Aggregate(hash, (sum, color) => Add(sum, color is { } named ? (int)named : -1));
    }

    private static ulong Add(ulong hash, int value)
    {
        for (var shift = 0; shift < 32; shift += 8)
            hash = (hash ^ (byte)(value >> shift)) * Prime;
        return hash;
    }
}
