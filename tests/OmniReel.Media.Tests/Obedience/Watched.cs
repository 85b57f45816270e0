using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using OmniReel.Media.Tests.Script;
using SkiaSharp;

namespace OmniReel.Media.Tests.Obedience;

/// <summary>The first shot of a film that a prompt asks for, frame by frame at a small size.</summary>
internal sealed class Watched : IDisposable
{
    private readonly BakedShot _baked;
    private readonly FramePainter _painter;

    public Watched(ShotPlan shot, int width = 320, int height = 180)
    {
        (Shot, Stage) = (shot, new Stage(width, height));
        _baked = BakedShot.Bake(shot, Stage, ShotStaging.Compose, 2);
        _painter = new FramePainter(Stage);
    }

    public Watched(string prompt, int width = 320, int height = 180)
        : this(Reading.Shot(prompt), width, height)
    {
    }

    public ShotPlan Shot { get; }

    public Stage Stage { get; }

    public int Last => Shot.Frames - 1;

    /// <summary>Where the main figure stands and how large a metre is there.</summary>
    public Standing Standing => Scenery.Compose(Shot, Stage).Standings[0];

    public byte[] Bytes(int frame)
    {
        var result = new I420Frame(Stage.Width, Stage.Height);
        _painter.Paint(_baked, new Moment(frame, Shot.Frames), frame, result);
        return result.Bytes;
    }

    public Gray Luma(int frame) => new(Bytes(frame), Stage.Width, Stage.Height);

    public SKColor[] Colors(int frame)
    {
        var result = new I420Frame(Stage.Width, Stage.Height);
        _painter.Paint(_baked, new Moment(frame, Shot.Frames), frame, result);
        using var bitmap = result.ToBitmap();
        return bitmap.Pixels;
    }

    public void Dispose() => _painter.Dispose();
}

/// <summary>The brightness of one frame; rows first.</summary>
internal sealed class Gray(byte[] bytes, int width, int height)
{
    public int Width => width;

    public int Height => height;

    public int this[int x, int y] => bytes[y * width + x];

    public double Mean(double top = 0, double bottom = 1)
    {
        int from = (int)(top * height) * width, to = (int)(bottom * height) * width;
        return bytes[from..to].Average(b => (double)b);
    }

    /// <summary>Mean change to another frame within rows from <paramref name="top"/> to <paramref name="bottom"/>.</summary>
    public double Change(Gray other, double top, double bottom)
    {
        double sum = 0;
        int from = (int)(top * height), to = (int)(bottom * height);
        for (var y = from; y < to; y++)
        for (var x = 0; x < width; x++)
            sum += Math.Abs(this[x, y] - other[x, y]);
        return sum / ((to - from) * width);
    }
}
