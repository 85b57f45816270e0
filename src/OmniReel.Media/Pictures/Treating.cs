using OmniReel.Media.Plans;

namespace OmniReel.Media.Pictures;

/// <summary>Looks at the pictures of a shot and decides what is made of them, so that the plan says it before a frame is drawn.</summary>
public static class Treating
{
    /// <summary>Points along the longer side of the grid that the decision is made on.</summary>
    private const int Points = 170;

    /// <summary>Means of sureness from which all of the flow is used, and below which none is.</summary>
    private const double AllOfIt = 0.5, NoneOfIt = 0.2;

    /// <summary>The shot with its treatment.</summary>
    /// <param name="named">What the prompt says moves.</param>
    /// <param name="still">What must not move; stronger than <paramref name="named"/>.</param>
    /// <exception cref="ArgumentException">The shot has no picture.</exception>
    public static ShotPlan Treat(ShotPlan shot, IReadOnlySet<Stir> named, IReadOnlySet<Stir> still)
    {
        ArgumentNullException.ThrowIfNull(shot);
        return shot with { Treatment = Of(shot, Load(shot.Picture), Load(shot.EndPicture), named, still) };

        static Still? Load(StillPicture? picture) => picture is null ? null : new Still(picture);
    }

    internal static PictureTreatment Of(ShotPlan shot, Still? first, Still? last, IReadOnlySet<Stir> named, IReadOnlySet<Stir> still)
    {
        var only = first ?? last ?? throw new ArgumentException("The shot has no picture.", nameof(shot));
        var grid = Grid.Over(only.Luma.Width, only.Luma.Height, Points);
        var look = new GridPicture(only, grid);
        if (first is null || last is null)
            return Alone(shot, look, named, still);
        var sure = Math.Round(Correspondence.Of(look, new GridPicture(last, grid)).Mean, 3);
        return new PictureTreatment
        {
            Morph = sure >= AllOfIt ? Morph.Flow : sure >= NoneOfIt ? Morph.Mixed : Morph.Dissolve,
            Confidence = sure,
            Moving = shot.Camera == CameraMove.Static && sure >= NoneOfIt ? [Stir.Light] : [],
        };
    }

    /// <summary>How much of the flow is used at a mean sureness, 0 to 1.</summary>
    internal static double Travel(double sure) => Math.Clamp((sure - NoneOfIt) / (AllOfIt - NoneOfIt), 0, 1);

    /// <summary>The middle of what is salient, kept well inside the frame; in pixels.</summary>
    internal static (float X, float Y) Middle(float[] salience, Grid grid, int width, int height)
    {
        double sum = 1e-3, x = 0, y = 0;
        for (var at = 0; at < salience.Length; at++)
        {
            sum += salience[at];
            x += salience[at] * (at % grid.Columns);
            y += salience[at] * (at / grid.Columns);
        }

        float u = (float)(x / sum / (grid.Columns - 1)), v = (float)(y / sum / (grid.Rows - 1));
        var trust = (float)Math.Min(1, sum / (0.02 * grid.Count));
        return (width * (0.5f + trust * (Math.Clamp(u, 0.25f, 0.75f) - 0.5f)), height * (0.5f + trust * (Math.Clamp(v, 0.25f, 0.75f) - 0.5f)));
    }

    private static PictureTreatment Alone(ShotPlan shot, GridPicture look, IReadOnlySet<Stir> named, IReadOnlySet<Stir> still)
    {
        var regions = Regions.Of(look, named);
        var isCut = PlainGround.Find(look) is not null;
        // A plain ground may look like a sky, and is none unless the prompt says so.
        List<Stir> moving =
        [
            .. new[] { Stir.Water, Stir.Sky, Stir.Foliage, Stir.Flame }
                .Where(stir => regions.Share(stir) > 0 && !still.Contains(stir) && (!isCut || named.Contains(stir))),
        ];
        if ((named.Contains(Stir.Light) && !still.Contains(Stir.Light)) || (moving.Count == 0 && shot.Camera == CameraMove.Static))
            moving.Add(Stir.Light);
        return new PictureTreatment { CutOut = isCut, Named = [.. named.Order()], Moving = moving };
    }
}
