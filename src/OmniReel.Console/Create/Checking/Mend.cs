using System.Globalization;
using OmniReel.Contract.Requests;

namespace OmniReel.Console.Create.Checking;

/// <summary>One click that mends a broken rule.</summary>
/// <param name="Label">What the button says.</param>
/// <param name="Apply">What it does to the form.</param>
public sealed record Mend(Wording Label, Action<CreateForm> Apply)
{
    private static readonly Mend s_omni = new(new("Use kling-v3-omni", "改用 kling-v3-omni"), static form => form.Model = "kling-v3-omni");
    private static readonly Mend s_single = new(new("One shot", "改为单镜头"), static form => form.Divide(ShotKind.SingleShot));
    private static readonly Mend s_silent = new(new("Turn the sound off", "关闭声音"), static form => form.Sound = false);
    private static readonly Mend s_noEndFrame = new(new("Drop the end frame", "去掉尾帧"), static form => Drop(form, ImageRole.EndFrame));

    /// <summary>The ways to mend what a note says, the likelier first; none where only a person can know.</summary>
    public static IReadOnlyList<Mend> Of(FieldNote note, CreateForm form)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(form);
        return note.Rule switch
        {
            "multi_shot_model" => [s_omni, s_single],
            "multi_shot_edit" => [s_single, Learn(form)],
            "multi_shot_feature" => [new(new("Let the engine divide it", "改为智能分镜"), static form => form.Divide(ShotKind.Intelligence)), s_single],
            "sound_model" => [s_silent, s_omni],
            "sound_video" => [s_silent],
            "mode_model" => [new(new("Use pro", "改用 pro"), static form => form.Mode = "pro"), s_omni],
            // A storyboard has a second for each shot, and cannot be made shorter.
            "duration_five_or_ten" => form.Shots == ShotKind.Customize && form.Board.Shots.Count > 5 ? [Last(10), s_omni] : [Last(5), Last(10), s_omni],
            "duration_range" => [Last(Math.Clamp(form.Seconds, 3, form.Model == "kling-video-o1" ? 10 : 15))],
            "end_frame_alone" => [new(new("Begin with it instead", "改作首帧"), static form => form.Of(ImageRole.EndFrame)!.Role = ImageRole.FirstFrame), s_noEndFrame],
            "end_frame_images" or "end_frame_feature" => [s_omni, s_noEndFrame],
            "frames_edit" => [new(new("Use the frames as references", "把首尾帧改作参考图"), AsReferences), Learn(form)],
            _ => [],
        };
    }

    private static Mend Last(int seconds) => new(
        new(string.Create(CultureInfo.InvariantCulture, $"{seconds} s"), string.Create(CultureInfo.InvariantCulture, $"{seconds} 秒")),
        form => form.Seconds = seconds);

    private static Mend Learn(CreateForm form) => new(
        new("Learn from the film instead", "改为参考该视频"),
        _ => form.Film!.IsBase = false);

    private static void AsReferences(CreateForm form)
    {
        foreach (var picture in form.Pictures)
            picture.Role = ImageRole.Reference;
    }

    private static void Drop(CreateForm form, ImageRole role)
    {
        if (form.Of(role) is { } picture)
            form.Remove(picture);
    }
}
