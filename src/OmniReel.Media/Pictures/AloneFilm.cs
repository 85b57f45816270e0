using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Pictures;

/// <summary>One picture that a camera leaves, or arrives at: near things pass far ones, and what may move by itself does.</summary>
internal sealed class AloneFilm : IPictureFilm
{
    private const float BackdropNear = 0.62f, SubjectNear = 1.2f;

    private readonly Still _still;
    private readonly Grid _grid;
    private readonly bool _ends;
    private readonly CutOut? _cut;
    private readonly float[] _near;
    private readonly PictureCamera _camera;
    private readonly Stirring _stirring;

    /// <param name="ends">The shot ends on the picture; else it begins with it.</param>
    public AloneFilm(ShotPlan shot, PictureTreatment treatment, Still still, bool ends, Grid grid)
    {
        (_still, _grid, _ends) = (still, grid, ends);
        var look = new GridPicture(still, grid);
        var regions = Regions.Of(look, treatment.Named.ToHashSet());
        var ground = treatment.CutOut ? PlainGround.Find(look) : null;
        _cut = ground is null ? null : CutOut.Of(still, ground, grid);
        _near = ground is null ? Nearness.Of(look, regions) : [.. Enumerable.Repeat(BackdropNear, grid.Count)];
        int width = still.Luma.Width, height = still.Luma.Height;
        var pivot = Treating.Middle(ground?.Subject ?? regions.Kept, grid, width, height);
        _camera = new PictureCamera(shot.Camera, width, height, pivot, shot.Seed % 2 == 1);
        _stirring = new Stirring(shot, treatment, regions, grid, width, height);
    }

    public Layers At(Moment moment, WarpFields fields)
    {
        var way = Clock.Eased(moment.Progress);
        var view = _ends ? _camera.Arriving(1 - way) : _camera.Leaving(way);
        var seconds = _ends ? (moment.Frame + 1 - moment.Frames) / 24f : moment.Seconds;
        for (int row = 0, at = 0; row < _grid.Rows; row++)
        {
            for (var column = 0; column < _grid.Columns; column++, at++)
            {
                float x = column * _grid.Cell, y = row * _grid.Cell;
                var (sx, sy) = view.At(x, y, _near[at]);
                // What is seen here lies a step away: its nearness counts, not that of what lay here.
                for (var round = 0; round < 2 && !view.IsWhole; round++)
                    (sx, sy) = view.At(x, y, _grid.Sample(_near, (x + sx) / _grid.Cell, (y + sy) / _grid.Cell));
                (fields.FirstX[at], fields.FirstY[at]) = (sx, sy);
                if (_cut is not null)
                    (fields.OverX[at], fields.OverY[at]) = view.At(x, y, SubjectNear);
            }
        }

        _stirring.At(seconds, fields.FirstX, fields.FirstY, fields);
        if (_cut is null)
            return new Layers(_still, null, null);
        Array.Fill(fields.Cover, 1);
        return new Layers(_cut.Backdrop, _still, _cut.Matte);
    }
}
