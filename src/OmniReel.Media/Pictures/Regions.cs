using OmniReel.Media.Plans;

namespace OmniReel.Media.Pictures;

/// <summary>
/// What of a picture may move by itself, told by colour, texture and place: only what is sure, or what the prompt names and looks like
/// it. Skin and the subject never move.
/// </summary>
internal sealed class Regions
{
    /// <summary>Shares of the frame that a region must have at least.</summary>
    private const float LeastSky = 0.06f, LeastWater = 0.05f, LeastFoliage = 0.05f, LeastFlame = 0.0001f, MostFlame = 0.10f;

    private readonly Dictionary<Stir, float[]> _masks = [];
    private readonly Grid _grid;

    private Regions(GridPicture picture)
    {
        _grid = picture.Grid;
        Kept = Salience.Of(picture);
        var skin = Where(picture, IsSkin);
        Soften(skin, 3);
        for (var i = 0; i < skin.Length; i++)
            Kept[i] = Math.Max(Kept[i], Math.Min(1, 2.5f * skin[i]));
    }

    /// <summary>1 where nothing moves by itself and nothing is bent: subjects, and what may be a face.</summary>
    public float[] Kept { get; }

    public static Regions Of(GridPicture picture, IReadOnlySet<Stir> hints)
    {
        var found = new Regions(picture);
        var sky = SkyFlood.Of(picture, hints.Contains(Stir.Sky));
        found.Add(Stir.Sky, sky, LeastSky, 1);
        found.Add(Stir.Water, Water(picture, sky, hints.Contains(Stir.Water)), LeastWater, 1);
        found.Add(Stir.Foliage, found.Where(picture, (p, at) => IsFoliage(p, at, hints.Contains(Stir.Foliage))), LeastFoliage, 1);
        // A sun and a lamp look like a flame.
        if (hints.Contains(Stir.Flame))
            found.Add(Stir.Flame, found.Where(picture, IsFlame), LeastFlame, MostFlame);
        return found;
    }

    /// <summary>How much each point moves, 0 to 1; null where there is no such region.</summary>
    public float[]? Mask(Stir stir) => _masks.GetValueOrDefault(stir);

    /// <summary>Of the frame.</summary>
    public float Share(Stir stir) => _masks.TryGetValue(stir, out var mask) ? mask.Average() : 0;

    private void Add(Stir stir, float[] mask, float least, float most)
    {
        if (stir == Stir.Flame)
        {
            Soften(mask, 1);
        }
        else
        {
            Soften(mask, 2);
            for (var i = 0; i < mask.Length; i++)
                mask[i] = Salience.Step(0.45f, 0.95f, mask[i]) * (1 - Kept[i]);
            Soften(mask, 2);
            // What was softened has run into its neighbours.
            for (var i = 0; i < mask.Length; i++)
                mask[i] *= 1 - Kept[i];
        }

        var share = mask.Average();
        if (share >= least && share <= most)
            _masks[stir] = mask;
    }

    private float[] Where(GridPicture picture, Func<GridPicture, int, bool> holds)
    {
        var mask = new float[_grid.Count];
        for (var at = 0; at < mask.Length; at++)
            mask[at] = holds(picture, at) ? 1 : 0;
        return mask;
    }

    private void Soften(float[] mask, int rounds)
    {
        var scratch = new float[mask.Length];
        for (var round = 0; round < rounds; round++)
            _grid.Blur(mask, Math.Max(1, _grid.Longer / 80), scratch);
    }

    private static bool IsSkin(GridPicture p, int at) =>
        p.Luma[at] is > 50 and < 232 && p.U[at] is > 85 and < 124 && p.V[at] is > 134 and < 172 && p.Texture.Across[at] + p.Texture.Down[at] < 22;

    private static bool IsFoliage(GridPicture p, int at, bool named)
    {
        var give = named ? 4 : 0;
        return p.U[at] < 121 + give && p.V[at] < 124 + give && p.U[at] + p.V[at] < 244 + give && p.Luma[at] is > 22 and < 190
            && p.Texture.Across[at] + p.Texture.Down[at] > (named ? 3 : 6);
    }

    private static bool IsFlame(GridPicture p, int at) => p.Luma[at] > 165 && p.V[at] > 146 && p.U[at] < 108;

    /// <summary>Blue and streaked across, below the sky.</summary>
    private static float[] Water(GridPicture picture, float[] sky, bool named)
    {
        var grid = picture.Grid;
        var mask = new float[grid.Count];
        float[] across = (float[])picture.Texture.Across.Clone(), down = (float[])picture.Texture.Down.Clone(), scratch = new float[grid.Count];
        grid.Blur(across, grid.Longer / 24, scratch);
        grid.Blur(down, grid.Longer / 24, scratch);
        for (var at = 0; at < mask.Length; at++)
        {
            var (wide, tall) = (picture.Texture.Across[at], picture.Texture.Down[at]);
            var isBlue = picture.U[at] > 131 && picture.V[at] < 127;
            var isLow = at / grid.Columns > 0.35f * grid.Rows;
            var couldBe = isBlue || (named && picture.V[at] < 150 && picture.U[at] > 105 && !(picture.U[at] < 121 && picture.V[at] < 122));
            if (!isLow || sky[at] > 0 || !couldBe || wide + tall is < 0.6f or > 40)
                continue;
            mask[at] = 1;
        }

        // Waves lie: steps down are larger than steps across. Walls and cloth are not told apart by colour alone.
        for (var at = 0; at < mask.Length; at++)
            mask[at] = down[at] > (named ? 0.9f : 1.35f) * across[at] ? mask[at] : 0;
        return mask;
    }
}
