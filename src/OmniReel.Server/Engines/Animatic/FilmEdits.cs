using OmniReel.Contract.Films;
using OmniReel.Contract.Pricing;
using OmniReel.Contract.Requests;
using OmniReel.Media.Editing;
using OmniReel.Media.Editing.Insets;
using OmniReel.Media.Editing.Reading;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Stills;
using OmniReel.Server.Elements;
using OmniReel.Server.Inputs.Checking;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>Edits the film of a request (<c>refer_type: base</c>): its length and shape stay, its prompt says what changes.</summary>
public sealed class FilmEdits(FilmEditor editor, FilmShelf shelf, PresetElements presets)
{
    private const int PercentWhenMade = 99;

    /// <param name="inputs">With the film in it, checked.</param>
    /// <param name="contents">Digests of the inputs.</param>
    /// <exception cref="InputsRefusedException">The film or a picture cannot be decoded.</exception>
    public async Task<TaskResult> MakeAsync(
        EngineAttempt attempt, PreparedInputs inputs, IReadOnlyList<string> contents, IProgress<int> percent, CancellationToken cancellation)
    {
        var (task, request, _, slot) = attempt;
        var film = inputs.Film ?? throw new ArgumentException("An edit needs a film.", nameof(inputs));
        var size = OutputSize.Following(request.Mode, film.Facts.Width, film.Facts.Height);
        var reading = EditReader.Read(request.Prompt, request.NegativePrompt);
        var things = new EditThings(reading.Edits, request, presets);
        var plan = new EditPlan(size.Width, size.Height, FilmLength.FramesOfEdit((decimal)film.Facts.Seconds), things.Edits) { Slate = TaskSlate.Of(task, request) };
        var order = FilmOrder.Of(
            task, request, contents, EditPlanJson.Write(plan), [plan.Frames],
            [.. reading.NotUnderstood, .. things.NotHonoured, .. AnimaticLimits.NotHonoured(request)], FilmWords.OfEdit(request, task.Facts.Language)) with { Units = Units(task, request, film) };
        try
        {
            return await shelf.BringAsync(order, slot, percent, MakeAsync, cancellation);
        }
        catch (UnreadableMediaException fault)
        {
            throw inputs.Broken(film, fault);
        }

        async Task<FilmReport> MakeAsync(FilmFiles files, IProgress<int> told) => await editor.EditAsync(
            plan, new SourceFilm(film.File.Path, film.Facts, request.Video!.KeepOriginalSound), await MaterialAsync(plan, inputs, cancellation), files,
            new FramesToPercent(plan.Frames, told), cancellation);
    }

    /// <summary>To be billed: an edit is as long as its film.</summary>
    public static decimal Units(VideoTask task, VideoRequest request, FilmInput film) => EditPrice.Settled(task.Facts.Units, request.Model, (decimal)film.Facts.Seconds);

    /// <summary>Pictures are decoded at the size that they are shown in.</summary>
    private static async Task<EditMaterial> MaterialAsync(EditPlan plan, PreparedInputs inputs, CancellationToken cancellation)
    {
        var images = new Dictionary<int, InsertedPicture>();
        foreach (var insert in plan.Edits.OfType<InsertEdit>().Where(edit => edit.Source == InsertSource.Image))
        {
            var picture = inputs.Pictures[insert.Number - 1];
            var box = InsetLayout.Picture(insert, plan.Width, plan.Height, picture.Facts.Width / (float)picture.Facts.Height);
            if (images.TryGetValue(insert.Number, out var known) && known.Width >= box.Width)
                continue;
            var pixels = await inputs.DecodeWithAlphaAsync(picture, box.Width, box.Height, cancellation);
            images[insert.Number] = new InsertedPicture(box.Width, box.Height, pixels, picture.Facts.HasAlpha && HasHoles(pixels));
        }

        return new EditMaterial { Images = images };
    }

    private static bool HasHoles(byte[] pixels)
    {
        for (var i = 3; i < pixels.Length; i += 4)
        {
            if (pixels[i] < 250)
                return true;
        }

        return false;
    }

    private sealed class FramesToPercent(int frames, IProgress<int> percent) : IProgress<int>
    {
        public void Report(int value) => percent.Report((int)((long)value * PercentWhenMade / frames));
    }
}
