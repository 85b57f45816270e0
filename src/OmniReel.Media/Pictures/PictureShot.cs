using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Pictures;

/// <summary>A shot of pictures ready for its frame loop. Where the film is a picture, the frame is that picture and nothing else.</summary>
internal sealed class PictureShot
{
    private readonly I420Frame? _first, _last;
    private readonly IPictureFilm _film;
    private readonly int _width, _height;

    private PictureShot(I420Frame? first, I420Frame? last, IPictureFilm film, Grid grid, int width, int height) =>
        (_first, _last, _film, Grid, _width, _height) = (first, last, film, grid, width, height);

    public Grid Grid { get; }

    /// <summary>True of a shot that shows pictures instead of a place.</summary>
    public static bool Is(ShotPlan shot) => shot.Picture is not null || shot.EndPicture is not null;

    /// <exception cref="OperationCanceledException">Canceled between two steps.</exception>
    public static PictureShot Bake(ShotPlan shot, Stage stage, CancellationToken cancellation)
    {
        Still? first = null, last = null;
        Parallel.Invoke(
            () => first = shot.Picture is { } picture ? new Still(picture) : null,
            () => last = shot.EndPicture is { } picture ? new Still(picture) : null);
        cancellation.ThrowIfCancellationRequested();
        var treatment = shot.Treatment ?? Treating.Of(shot, first, last, new HashSet<Stir>(), new HashSet<Stir>());
        cancellation.ThrowIfCancellationRequested();
        var grid = Grid.Over(stage.Width, stage.Height);
        IPictureFilm film = first is not null && last is not null
            ? new MorphFilm(shot, treatment, first, last, grid)
            : new AloneFilm(shot, treatment, (first ?? last)!, first is null, grid);
        cancellation.ThrowIfCancellationRequested();
        return new PictureShot(first?.Exact, last?.Exact, film, grid, stage.Width, stage.Height);
    }

    public PictureBrush NewBrush() => new(_width, _height, Grid);

    /// <param name="brush">Of this film's size; one thread's own.</param>
    public void Paint(Moment moment, PictureBrush brush, I420Frame result)
    {
        if (_first is not null && moment.Frame == 0)
            _first.Bytes.CopyTo(result.Bytes, 0);
        else if (_last is not null && moment.Frame == moment.Frames - 1)
            _last.Bytes.CopyTo(result.Bytes, 0);
        else
            brush.Paint(_film.At(moment, brush.Fields), result);
    }
}
