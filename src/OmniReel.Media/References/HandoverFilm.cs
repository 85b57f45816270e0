using OmniReel.Media.Frames;
using OmniReel.Media.Pictures;
using OmniReel.Media.Plans;

namespace OmniReel.Media.References;

/// <summary>A picture gives way to a scene within a second of the shot's beginning, or a scene to a picture before its end: what is high first, in lumps, never all at once.</summary>
internal sealed class HandoverFilm
{
    /// <summary>Frames that it takes.</summary>
    public const int Length = FilmPlan.FrameRate;

    /// <summary>How long one place takes, as a share of that.</summary>
    private const float Window = 0.42f;

    private readonly I420Frame? _first, _last;
    private readonly Grid _grid;
    private readonly float[] _order;

    public HandoverFilm(Handover handover, ShotPlan shot, Stage stage)
    {
        (_first, _last) = (Exact(handover.First), Exact(handover.Last));
        _grid = Grid.Over(stage.Width, stage.Height, 170);
        _order = Cloud.Of(_grid, shot.Seed);
        for (var at = 0; at < _order.Length; at++)
            _order[at] = Math.Clamp(0.6f * _order[at] + 0.4f * (at / _grid.Columns / (float)_grid.Rows), 0, 1);

        static I420Frame? Exact(StillPicture? picture) => picture is null ? null : PictureI420.Of(picture);
    }

    /// <param name="frame">The scene's frame, which may become the picture's.</param>
    public void LayOver(Moment moment, I420Frame frame)
    {
        // A shot that has both and no room for them gives each its half.
        var most = Math.Max(1, Math.Min(Length, _first is not null && _last is not null ? moment.Frames / 2 : moment.Frames - 1));
        LayOver(_first, moment.Frame / (float)most, frame);
        LayOver(_last, (moment.Frames - 1 - moment.Frame) / (float)most, frame);
    }

    private void LayOver(I420Frame? picture, float clock, I420Frame frame)
    {
        if (picture is null || clock >= 1)
            return;
        if (clock <= 0)
        {
            picture.Bytes.CopyTo(frame.Bytes, 0);
            return;
        }

        var cover = new float[_grid.Count];
        for (var at = 0; at < cover.Length; at++)
            cover[at] = 1 - Salience.Step(0, 1, Math.Clamp((clock - _order[at] * (1 - Window)) / Window, 0, 1));
        int width = frame.Width, half = width / 2;
        ushort[] weights = new ushort[width], halves = new ushort[half];
        for (var y = 0; y < frame.Height; y++)
        {
            Weigh(cover, y, weights);
            RowMix.Lay(frame.Bytes.AsSpan(y * width, width), picture.Bytes.AsSpan(y * width, width), weights);
            if (y % 2 != 0)
                continue;
            for (var x = 0; x < half; x++)
                halves[x] = weights[2 * x];
            foreach (var plane in new[] { frame.UStart, frame.VStart })
            {
                var row = plane + y / 2 * half;
                RowMix.Lay(frame.Bytes.AsSpan(row, half), picture.Bytes.AsSpan(row, half), halves);
            }
        }
    }

    private void Weigh(float[] cover, int y, ushort[] weights)
    {
        for (var x = 0; x < weights.Length; x++)
            weights[x] = (ushort)(_grid.Sample(cover, x / (float)_grid.Cell, y / (float)_grid.Cell) * RowMix.Whole + 0.5f);
    }
}
