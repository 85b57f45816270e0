using System.Numerics;
using OmniReel.Media.Editing.Grading;
using OmniReel.Media.Editing.Insets;
using OmniReel.Media.Editing.Lens;
using OmniReel.Media.Editing.Pixels;
using OmniReel.Media.Editing.Styles;
using OmniReel.Media.Editing.Titles;
using OmniReel.Media.Editing.Weather;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Editing;

/// <summary>A plan's edits as steps over frames, in its order; grades that follow each other become one.</summary>
internal sealed class EditSteps : IDisposable
{
    private readonly List<IFrameStep> _all = [];
    private readonly List<Func<Vector3, Vector3>> _grades = [];
    private readonly EditPlan _plan;
    private readonly EditMaterial _material;
    private readonly CameraTrack? _track;

    private EditSteps(EditPlan plan, EditMaterial material, CameraTrack? track) => (_plan, _material, _track) = (plan, material, track);

    public IReadOnlyList<IFrameStep> All => _all;

    /// <param name="open">Opens the film once more at a size, for what has to see all of it before the first frame is edited.</param>
    /// <exception cref="Encoding.Probing.UnreadableMediaException">The film cannot be looked at to its end.</exception>
    public static async Task<EditSteps> PrepareAsync(EditPlan plan, EditMaterial material, Func<(int Width, int Height), Task<SandboxedReading>> open, CancellationToken cancellation)
    {
        var track = plan.Edits.OfType<InsertEdit>().Any(edit => edit.IsAttached) ? await FollowAsync(plan, open, cancellation) : null;
        var steps = new EditSteps(plan, material, track);
        try
        {
            foreach (var edit in plan.Edits)
                steps.Add(edit);
            steps.EndGrades();
            return steps;
        }
        catch
        {
            steps.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var step in _all.OfType<IDisposable>())
            step.Dispose();
    }

    private static async Task<CameraTrack> FollowAsync(EditPlan plan, Func<(int Width, int Height), Task<SandboxedReading>> open, CancellationToken cancellation)
    {
        using var source = new FilmSource(await open(CameraTrack.LookedAt(plan.Width, plan.Height)), plan.Frames);
        await using var canceling = cancellation.Register(source.GiveUp);
        return await Task.Run(
            () => CameraTrack.Follow(plan.Frames, plan.Width, plan.Height, (number, frame) =>
            {
                if (!source.Read(number, frame))
                    throw new OperationCanceledException(cancellation);
            }),
            cancellation);
    }

    private void Add(Edit edit)
    {
        switch (edit)
        {
            case GradeEdit grade:
                _grades.Add(Grades.Of(grade.Grade, grade.Strength));
                if (grade.Grade == Grade.Night)
                    Then(new ShadeStep(_plan.Width, _plan.Height, NightShade));
                break;
            case TintEdit tint:
                _grades.Add(Grades.Tinted(tint.Color, tint.Strength));
                break;
            case WeatherEdit weather:
                if (Overlays.Light(weather.Weather) is { } light)
                    _grades.Add(light);
                foreach (var step in Overlays.In(weather, _plan.Width, _plan.Height))
                    Then(step);
                break;
            default:
                Then(StepOf(edit));
                break;
        }
    }

    private IFrameStep StepOf(Edit edit) => edit switch
    {
        StyleEdit style => StyleSteps.Of(style.Style, _plan.Width, _plan.Height),
        BlurEdit blur => new BlurStep(blur, _plan.Width, _plan.Height),
        FilmLookEdit look => FilmLooks.Of(look, _plan.Width, _plan.Height),
        FlipEdit flip => new FlipStep(flip.Flip),
        FadeEdit fade => new FadeStep(fade.Fade),
        TitleEdit title => new TitleStep(title, _plan.Width, _plan.Height),
        InsertEdit { Source: InsertSource.Image } insert when _material.Images.TryGetValue(insert.Number, out var picture) =>
            new PictureInset(insert, picture, _plan.Width, _plan.Height, insert.IsAttached ? _track : null),
        InsertEdit { Source: InsertSource.Element, Figure: { } figure } insert =>
            new FigureInset(insert, figure, _plan.Width, _plan.Height, _plan.Frames, insert.IsAttached ? _track : null),
        _ => throw new ArgumentException($"The plan asks for something that the material lacks: {edit}.", nameof(edit)),
    };

    private void Then(IFrameStep step)
    {
        EndGrades();
        _all.Add(step);
    }

    private void EndGrades()
    {
        if (_grades.Count > 0)
            _all.Add(new ColorCube(_grades));
        _grades.Clear();
    }

    /// <summary>The sky gives no light at night, and corners least.</summary>
    private static float NightShade(float x, float y)
    {
        float u = 2 * x - 1, v = 2 * y - 1;
        return (0.74f + 0.26f * Math.Clamp(y * 1.7f, 0, 1)) * (1 - 0.34f * Math.Clamp((u * u + v * v) * 0.5f, 0, 1));
    }
}
