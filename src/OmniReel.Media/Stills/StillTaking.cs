using OmniReel.Media.Frames;
using OmniReel.Media.Storyboards;
using SkiaSharp;

namespace OmniReel.Media.Stills;

/// <summary>
/// Takes the pictures of a film from frames as they pass: nothing is drawn for them. Of each shot the frame with the most to see is
/// kept, and the best of these is the poster.
/// </summary>
internal sealed class StillTaking : IDisposable
{
    private const int PosterQuality = 90, StripQuality = 86, PanelQuality = 94;

    private readonly StillPlan _plan;
    private readonly StillFiles _files;
    private readonly ILookup<int, int> _stripCells;
    private readonly IReadOnlyDictionary<int, int> _chances;
    private readonly SKBitmap _strip, _panels;
    private readonly double[] _appeal;
    private readonly I420Frame _poster;
    private double _posterAppeal = double.NegativeInfinity;

    public StillTaking(StillPlan plan, StillFiles files)
    {
        (_plan, _files, _chances) = (plan, files, plan.Chances());
        _stripCells = plan.Strip.Index().ToLookup(cell => cell.Item, cell => cell.Index);
        _strip = Picture(plan.StripCell.Width * StillPlan.StripFrames, plan.StripCell.Height);
        _panels = Picture(plan.Panel.Width, plan.Panel.Height * plan.ShotFrames.Count);
        _appeal = [.. plan.ShotFrames.Select(_ => double.NegativeInfinity)];
        _poster = new I420Frame(plan.Width, plan.Height);
    }

    /// <summary>Looks at a frame of the film; frames come in order.</summary>
    public void See(int number, I420Frame frame)
    {
        foreach (var cell in _stripCells[number])
            Shrinking.Into(_strip, cell * _plan.StripCell.Width, 0, _plan.StripCell.Width, _plan.StripCell.Height, frame);
        if (_chances.TryGetValue(number, out var shot))
            Try(shot, frame);
    }

    /// <summary>Writes all pictures, after the last frame.</summary>
    public void Write()
    {
        using (var poster = Shrinking.Whole(_poster))
            Jpeg(poster, PosterQuality, _files.Poster);
        Jpeg(_strip, StripQuality, _files.Strip);
        Jpeg(_panels, PanelQuality, _files.Panels);
        Sheet.Write(_panels, new SheetFacts(_plan.Width, _plan.Height, _plan.ShotFrames), _files.Text, _files.Sheet);
    }

    public void Dispose()
    {
        _strip.Dispose();
        _panels.Dispose();
    }

    private void Try(int shot, I420Frame frame)
    {
        var (width, height) = _plan.Panel;
        var (cellWidth, cellHeight) = _plan.StripCell;
        var appeal = Appeal.Of(Shrinking.Luma(frame, cellWidth, cellHeight), cellWidth);
        if (appeal > _appeal[shot])
        {
            _appeal[shot] = appeal;
            Shrinking.Into(_panels, 0, shot * height, width, height, frame);
        }

        if (appeal <= _posterAppeal)
            return;
        _posterAppeal = appeal;
        frame.Bytes.CopyTo(_poster.Bytes, 0);
    }

    private static SKBitmap Picture(int width, int height) => new(new SKImageInfo(width, height, SKColorType.Bgra8888, SKAlphaType.Opaque));

    private static void Jpeg(SKBitmap picture, int quality, string path)
    {
        using var file = File.Create(path);
        picture.Encode(file, SKEncodedImageFormat.Jpeg, quality);
    }
}
