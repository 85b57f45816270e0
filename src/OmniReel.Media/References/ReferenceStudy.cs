using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.References;

/// <summary>All that is known of a film that drives another one: a few hundred bytes a frame, whatever its size.</summary>
public sealed class ReferenceStudy
{
    private readonly IReadOnlyList<Glance> _frames;

    internal ReferenceStudy(IReadOnlyList<Glance> frames)
    {
        _frames = frames;
        Cuts = CutFinder.Find(frames);
        int[] starts = [0, .. Cuts], ends = [.. Cuts, frames.Count];
        Plan = new ReferencePlan(
            Math.Round(frames.Count / (double)FilmPlan.FrameRate, 3), Cuts, Colors(frames), [.. starts.Zip(ends, (start, end) => Shot(start, end - start))]);
    }

    /// <summary>In numbers and words.</summary>
    public ReferencePlan Plan { get; }

    /// <summary>Frames that begin a shot, but for the first.</summary>
    internal IReadOnlyList<int> Cuts { get; }

    internal int Frames => _frames.Count;

    /// <param name="read">Reads the next frame of <see cref="LookedAt"/>'s size.</param>
    internal static ReferenceStudy Of(int frames, int width, int height, Action<int, I420Frame> read)
    {
        var (lookedWidth, lookedHeight) = LookedAt(width, height);
        var frame = new I420Frame(lookedWidth, lookedHeight);
        var seen = new List<Glance>(frames);
        StepFinder? before = null;
        for (var i = 0; i < frames; i++)
        {
            read(i, frame);
            var here = new StepFinder(frame);
            seen.Add(new Glance(frame, before?.To(here) ?? Step.None));
            before = here;
        }

        return new ReferenceStudy(seen);
    }

    /// <summary>Sides that a film is looked at in, even: 160 pixels at its longer one.</summary>
    internal static (int Width, int Height) LookedAt(int width, int height)
    {
        var scale = 160.0 / Math.Max(width, height);
        return (Even(width * scale), Even(height * scale));

        static int Even(double side) => Math.Max(36, (int)(side / 2 + 0.5) * 2);
    }

    /// <summary>The camera's way from one frame to before another, for a shot of so many frames. A cut is no motion.</summary>
    internal CameraPath Path(int from, int to, int frames) =>
        WayFinder.Path([.. Enumerable.Range(from, to - from).Select(i => Cuts.Contains(i) ? Step.None : _frames[i].Step)], frames);

    /// <summary>Light and colour from one frame to before another.</summary>
    internal Tones Tones(int from, int to)
    {
        var tally = new ToneTally();
        for (var i = from; i < to; i++)
            tally.Add(_frames[i]);
        return tally.Tones();
    }

    private ReferenceShot Shot(int start, int frames)
    {
        var glances = _frames.Skip(start).Take(frames).ToList();
        var tally = new ToneTally();
        glances.ForEach(tally.Add);
        var activity = glances.Count < 2 ? 0 : glances.Zip(glances.Skip(1), (a, b) => a.Change(b)).Average();
        return new ReferenceShot(start, frames, WayFinder.Name(Path(start, start + frames, frames)), Math.Round(Math.Min(1, activity / 40), 3), tally.MeanLuma, Colors(glances));
    }

    /// <summary>Some frames of many tell the colours of all.</summary>
    private static List<string> Colors(IReadOnlyList<Glance> frames)
    {
        var every = Math.Max(1, frames.Count / 48);
        return [.. PaletteFinder.Find(frames.Where((_, i) => i % every == 0)).Select(shade => shade.Hex)];
    }
}
