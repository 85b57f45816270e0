using System.Numerics;
using OmniReel.Media.Motion;
using OmniReel.Media.Paper;
using OmniReel.Media.Scenes;
using SkiaSharp;

namespace OmniReel.Media.Figures;

/// <summary>One figure's movement on its place of the stage: which pose when, and where its metres are in pixels.</summary>
internal sealed class Performance(IMotion motion, Skeleton skeleton, Standing standing, SheetPainter painter, Dyes dyes)
{
    private readonly float _side = standing.FacesRight ? 1 : -1;

    public Build Build => skeleton.Build;

    public SheetPainter Painter { get; } = painter;

    public Dyes Dyes { get; } = dyes;

    public float PixelsPerMetre => standing.PixelsPerMetre;

    /// <summary>Metres per second that the figure travels as a whole.</summary>
    public float Pace => motion.Pace;

    /// <summary>Metres per second at which air comes toward the figure because the ground passes below it.</summary>
    public float HeadWind { get; init; }

    public Stance At(float second) => skeleton.Solve(motion.At(second));

    /// <summary>Stage pixels of a point in figure metres.</summary>
    public Vector2 ToStage(Vector2 point) => new(
        standing.Ground.X + _side * PixelsPerMetre * point.X, standing.Ground.Y + PixelsPerMetre * point.Y);

    /// <summary>Figure metres of a stage pixel.</summary>
    public Vector2 FromStage(Vector2 pixel) =>
        new((pixel.X - standing.Ground.X) * _side / PixelsPerMetre, (pixel.Y - standing.Ground.Y) / PixelsPerMetre);

    /// <summary>Takes pixels of a part's own coordinates (root at the origin) to the stage.</summary>
    /// <param name="width">Narrowing about <paramref name="axis"/> while the figure turns; 1 for what does not turn with it.</param>
    public SKMatrix Matrix(Placed placed, float width, float axis, float scaleX = 1, float scaleY = 1)
    {
        var (sin, cos) = MathF.SinCos(placed.Angle);
        var k = _side * width;
        var origin = ToStage(new Vector2(axis + (placed.Root.X - axis) * width, placed.Root.Y));
        return new SKMatrix(k * cos * scaleX, -k * sin * scaleY, origin.X, sin * scaleX, cos * scaleY, origin.Y, 0, 0, 1);
    }

    public SKMatrix Matrix(in Stance stance, Bone bone) => Depth(bone) is { } depth
        ? Matrix(new Placed(stance.Turned(stance[bone].Root), stance[bone].Angle), stance.Across(depth), stance.Turned(stance[bone].Root).X)
        : Matrix(stance[bone], stance.Width, stance.Axis);

    /// <summary>How deep a round part is as a share of its breadth; null for limbs, which point where they point.</summary>
    private static float? Depth(Bone bone) => bone switch
    {
        Bone.Head => 0.86f,
        Bone.Trunk or Bone.Neck => 0.82f,
        _ => null,
    };
}
