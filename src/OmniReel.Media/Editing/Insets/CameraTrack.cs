using OmniReel.Media.Frames;
using SkiaSharp;

namespace OmniReel.Media.Editing.Insets;

/// <summary>
/// How the scene of a film moves before its camera: for each frame the shift, turn and growth that take the film's middle frame to it,
/// in pixels of the result. What moves for itself in the scene is outvoted.
/// </summary>
internal sealed class CameraTrack
{
    private readonly SKMatrix[] _frames;

    private CameraTrack(SKMatrix[] frames) => _frames = frames;

    public SKMatrix At(int frame) => _frames[Math.Clamp(frame, 0, _frames.Length - 1)];

    /// <summary>Sides that a film is looked at in: as wide as motion can be seen well enough, even.</summary>
    public static (int Width, int Height) LookedAt(int width, int height)
    {
        var scale = 320f / Math.Max(width, height);
        return (Math.Max(16, (int)(width * scale / 2) * 2), Math.Max(16, (int)(height * scale / 2) * 2));
    }

    /// <param name="read">Reads the next frame of <see cref="LookedAt"/>'s size.</param>
    public static CameraTrack Follow(int frames, int width, int height, Action<int, I420Frame> read)
    {
        var (lookedWidth, lookedHeight) = LookedAt(width, height);
        var frame = new I420Frame(lookedWidth, lookedHeight);
        var steps = new Similarity[frames];
        ShiftFinder? before = null;
        for (var i = 0; i < frames; i++)
        {
            read(i, frame);
            var here = new ShiftFinder(frame);
            steps[i] = before?.To(here) ?? Similarity.None;
            before = here;
        }

        return new CameraTrack(Joined(steps, width / (float)lookedWidth, width, height));
    }

    private static SKMatrix[] Joined(Similarity[] steps, float scale, int width, int height)
    {
        var all = new SKMatrix[steps.Length];
        var sum = SKMatrix.Identity;
        for (var i = 0; i < steps.Length; i++)
            all[i] = sum = sum.PostConcat(steps[i].Matrix(scale, width, height));
        // Where it was asked for is where it is in the middle of the film: so it is seen for as long as can be.
        var back = all[all.Length / 2].Invert();
        return [.. all.Select(matrix => back.PostConcat(matrix))];
    }
}

/// <summary>x' = x + Grow·x − Turn·y + X, y' = y + Turn·x + Grow·y + Y, about the middle of the frame.</summary>
internal readonly record struct Similarity(double Grow, double Turn, double X, double Y)
{
    public static Similarity None => default;

    public SKMatrix Matrix(float scale, int width, int height)
    {
        float a = (float)(1 + Grow), b = (float)Turn;
        var about = new SKMatrix(a, -b, (float)X * scale, b, a, (float)Y * scale, 0, 0, 1);
        return SKMatrix.CreateTranslation(-width / 2f, -height / 2f).PostConcat(about).PostConcat(SKMatrix.CreateTranslation(width / 2f, height / 2f));
    }
}
