using OmniReel.Media.Plans;

namespace OmniReel.Media.Stills;

/// <summary>Which frames of a film are looked at, and how large their small pictures are.</summary>
/// <param name="ShotFrames">Length of each shot in frames, in order.</param>
internal sealed record StillPlan(int Width, int Height, IReadOnlyList<int> ShotFrames)
{
    /// <summary>Frames in a strip.</summary>
    public const int StripFrames = 10;

    /// <summary>Pixels of one frame of a strip.</summary>
    private const double StripPixels = 320 * 180;

    /// <summary>Where in its shot a frame may stand for it: away from the cuts, and from the middle, where pictures melt into one another.</summary>
    private static readonly double[] s_chances = [0.16, 0.4, 0.6, 0.84];

    public int Frames { get; } = ShotFrames.Sum();

    /// <summary>Of one frame of the strip.</summary>
    public (int Width, int Height) StripCell => Fit(StripPixels);

    /// <summary>Of one panel of the sheet: fewer panels are shown larger.</summary>
    public (int Width, int Height) Panel => Fit(ShotFrames.Count switch { 1 => 1120 * 630, 2 => 960 * 540, _ => 768 * 432 });

    /// <summary>Frames of the strip, in order; a film of fewer repeats some.</summary>
    public IReadOnlyList<int> Strip => [.. Enumerable.Range(0, StripFrames).Select(i => (int)((2L * i + 1) * Frames / (2 * StripFrames)))];

    /// <summary>Shots by the frames that may stand for them.</summary>
    public IReadOnlyDictionary<int, int> Chances()
    {
        var chances = new Dictionary<int, int>();
        for (int shot = 0, first = 0; shot < ShotFrames.Count; first += ShotFrames[shot++])
        {
            foreach (var chance in s_chances)
                chances[first + (int)(chance * ShotFrames[shot])] = shot;
        }

        return chances;
    }

    /// <summary>Length of the film up to a frame, as <c>0:03.5</c>.</summary>
    public static string Clock(int frame)
    {
        var tenths = (int)((long)frame * 10 / FilmPlan.FrameRate);
        return $"{tenths / 600}:{tenths / 10 % 60:00}.{tenths % 10}";
    }

    private (int Width, int Height) Fit(double pixels)
    {
        var scale = Math.Min(1, Math.Sqrt(pixels / ((double)Width * Height)));
        return (Math.Max(2, (int)Math.Round(Width * scale / 2) * 2), Math.Max(2, (int)Math.Round(Height * scale / 2) * 2));
    }
}
