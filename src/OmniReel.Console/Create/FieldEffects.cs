using OmniReel.Contract.Requests;

namespace OmniReel.Console.Create;

/// <summary>Which fields have no effect in the request as it stands, and why: what the page says beside a field that is switched off.</summary>
public static class FieldEffects
{
    /// <summary>Why a field has no effect now; null when it has one.</summary>
    public static Wording? WhyNone(CreateForm form, FormField field)
    {
        ArgumentNullException.ThrowIfNull(form);
        return field switch
        {
            FormField.Prompt when form.Shots == ShotKind.Customize => new("Each shot below has a prompt of its own.", "每个镜头各有自己的提示词。"),
            FormField.Storyboard when form.Shots != ShotKind.Customize => form.Board.HasText
                ? new("Kept for later: it has an effect when the shots are written one by one.", "已保留：选择逐个编写镜头时才起作用。")
                : new("For films whose shots are written one by one.", "逐个编写镜头时使用。"),
            FormField.AspectRatio when form.Film is { IsBase: true } => new("An edit keeps the shape of its film.", "编辑视频时沿用原视频的画幅。"),
            FormField.AspectRatio when form.Of(ImageRole.FirstFrame) is not null => new("The first frame gives the shape.", "画幅由首帧图决定。"),
            FormField.Duration when form.Film is { IsBase: true } => new("An edit is as long as its film.", "编辑视频时沿用原视频的时长。"),
            _ => null,
        };
    }
}
