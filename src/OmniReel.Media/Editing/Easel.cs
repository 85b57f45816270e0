using OmniReel.Media.Editing.Pixels;
using OmniReel.Media.Frames;
using SkiaSharp;

namespace OmniReel.Media.Editing;

/// <summary>
/// What one thread works on a frame with: the frame's pixels, opaque BGRA, and room beside them that keeps from frame to frame and
/// from step to step whatever was last in it.
/// </summary>
internal sealed class Easel(int width, int height) : IDisposable
{
    private readonly List<Plane> _planes = [];
    private PixelBlock? _spare;
    private SKSurface? _surface;

    public int Width => Pixels.Width;

    public int Height => Pixels.Height;

    /// <summary>The frame.</summary>
    public PixelBlock Pixels { get; private set; } = new(width, height);

    /// <summary>As large as the frame; for steps that cannot work in place.</summary>
    public PixelBlock Spare => _spare ??= new PixelBlock(Width, Height);

    /// <summary>Draws into the frame.</summary>
    public SKCanvas Canvas => (_surface ??= Pixels.Surface()).Canvas;

    /// <summary>The spare pixels become the frame, and the frame's the spare ones.</summary>
    public void Swap()
    {
        (Pixels, _spare) = (Spare, Pixels);
        _surface?.Dispose();
        _surface = null;
    }

    /// <summary>A plane of the frame's size, the same one for the same number.</summary>
    public Plane Plane(int number)
    {
        while (_planes.Count <= number)
            _planes.Add(new Plane(Width, Height));
        return _planes[number];
    }

    public void Dispose()
    {
        _surface?.Dispose();
        Pixels.Dispose();
        _spare?.Dispose();
        _planes.ForEach(plane => plane.Dispose());
    }
}

/// <summary>One step of an edit. It is the same for all threads and keeps nothing from frame to frame: what it does is a function of the pixels and the moment.</summary>
internal interface IFrameStep
{
    /// <summary>It works on planes of numbers, which take several times a frame's memory for each thread.</summary>
    bool TakesPlanes => false;

    void Apply(Easel easel, Moment moment);
}
