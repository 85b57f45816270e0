using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Pictures;

/// <summary>
/// One picture becomes another. What is surely found in both travels; the rest gives way to what takes its place, the backdrop first and
/// the subject last and shortly, while the camera leaves the one and arrives at the other.
/// </summary>
internal sealed class MorphFilm : IPictureFilm
{
    /// <summary>Share of the shot in which things give way, in the middle of it.</summary>
    private const float Begin = 0.10f, End = 0.90f;

    /// <summary>How long giving way takes, as a share of that: the backdrop takes its time, a double subject would be seen.</summary>
    private const float BackdropWindow = 0.50f, SubjectWindow = 0.16f, UnsureWindow = 0.22f;

    private readonly Still _first, _last;
    private readonly Grid _grid;
    private readonly FlowMidway? _flow;
    private readonly float[] _order, _window;
    private readonly PictureCamera _leaving, _arriving;
    private readonly float _travel, _breath;
    private readonly bool _still;

    public MorphFilm(ShotPlan shot, PictureTreatment treatment, Still first, Still last, Grid grid)
    {
        (_first, _last, _grid) = (first, last, grid);
        GridPicture a = new(first, grid), b = new(last, grid);
        float[] subjectA = Salience.Of(a), subjectB = Salience.Of(b);
        _travel = (float)Treating.Travel(treatment.Confidence ?? 0);
        _flow = treatment.Morph == Morph.Dissolve ? null : new FlowMidway(Correspondence.Of(a, b), _travel);
        (_order, _window) = _flow is null ? Order(subjectA, subjectB, shot.Seed) : Together(shot.Seed);
        var move = shot.Camera == CameraMove.Drift ? CameraMove.Push : shot.Camera;
        _still = shot.Camera == CameraMove.Static;
        (_leaving, _arriving) = (Camera(move, subjectA), Camera(move, subjectB));
        // Where nearly nothing travels the camera breathes, so that the film is no still.
        _breath = _flow is null || _still ? 0 : 0.045f * (1 - Math.Min(1, _flow.MeanStep / (0.02f * grid.Longer)));
    }

    public Layers At(Moment moment, WarpFields fields)
    {
        float progress = moment.Progress, way = Clock.Eased(progress), away = 1 - _travel;
        var (from, to) = (_leaving.Leaving(way * away), _arriving.Arriving((1 - way) * away));
        var breath = new View(1 + _breath * Clock.Swell(progress), from.PivotX, from.PivotY, 0, 0);
        _flow?.At(way, fields);
        var clock = Math.Clamp((progress - Begin) / (End - Begin), 0, 1);
        for (int row = 0, at = 0; row < _grid.Rows; row++)
        {
            for (var column = 0; column < _grid.Columns; column++, at++)
            {
                float x = column * _grid.Cell, y = row * _grid.Cell;
                var (bx, by) = breath.At(x, y);
                var (ax, ay) = from.At(x, y);
                var (cx, cy) = to.At(x, y);
                var (sx, sy, sure) = _flow is null ? default : (fields.Scratch[0][at], fields.Scratch[1][at], fields.Scratch[2][at]);
                fields.FirstX[at] = ax + bx - way * sx;
                fields.FirstY[at] = ay + by - way * sy;
                fields.OverX[at] = cx + bx + (1 - way) * sx;
                fields.OverY[at] = cy + by + (1 - way) * sy;
                var given = Salience.Step(0, 1, Math.Clamp((clock - _order[at] * (1 - _window[at])) / _window[at], 0, 1));
                var cover = given + (way - given) * sure;
                fields.Cover[at] = _flow is null ? cover : Shared(cover, fields.Scratch[6][at], fields.Scratch[7][at]);
            }
        }

        Swell(moment, fields);
        return new Layers(_first, _last, null);
    }

    /// <summary>Where hardly anything of one picture has come to lie, the other one counts.</summary>
    private static float Shared(float cover, float first, float last)
    {
        const float least = 0.03f;
        float a = least + Salience.Step(0.1f, 0.7f, first), b = least + Salience.Step(0.1f, 0.7f, last);
        return cover * b / (cover * b + (1 - cover) * a);
    }

    /// <summary>Under a camera that holds still the light swells, for two like pictures would make a still.</summary>
    private void Swell(Moment moment, WarpFields fields)
    {
        fields.Glows = _still && _flow is not null;
        if (fields.Glows)
            Array.Fill(fields.Glow, 0.03f * Clock.Swell(moment.Progress));
    }

    private PictureCamera Camera(CameraMove move, float[] subject) =>
        new(move, _first.Luma.Width, _first.Luma.Height, Treating.Middle(subject, _grid, _first.Luma.Width, _first.Luma.Height), false);

    /// <summary>When each point begins to give way, and how long it takes.</summary>
    private (float[] Order, float[] Window) Order(float[] subjectA, float[] subjectB, ulong seed)
    {
        float[] order = Cloud.Of(_grid, seed), window = new float[_grid.Count], subject = Outline.Around(subjectA, subjectB, _grid);
        for (var at = 0; at < order.Length; at++)
        {
            var low = at / _grid.Columns / (float)_grid.Rows;
            // What is high is far: the sky goes before the ground.
            order[at] = (0.35f * order[at] + 0.15f * low) * (1 - subject[at]) + 0.72f * subject[at];
            window[at] = BackdropWindow + (SubjectWindow - BackdropWindow) * subject[at];
        }

        return (order, window);
    }

    /// <summary>Of like pictures: what does not travel gives way in the middle, shortly, for there it would be seen double.</summary>
    private (float[] Order, float[] Window) Together(ulong seed)
    {
        var order = Cloud.Of(_grid, seed);
        for (var at = 0; at < order.Length; at++)
            order[at] = 0.42f + 0.16f * order[at];
        return (order, [.. Enumerable.Repeat(UnsureWindow, order.Length)]);
    }
}
