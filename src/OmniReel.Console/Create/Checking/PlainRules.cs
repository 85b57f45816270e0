using OmniReel.Contract.Requests;

namespace OmniReel.Console.Create.Checking;

/// <summary>Broken rules in the words of the page: a person sees "One shot" and "Learn from it", not the fields and values of the wire.</summary>
public static class PlainRules
{
    private const string O1 = "kling-video-o1";

    /// <summary>What is wrong and what would be right; null for a rule whose own words, with the label in front, say it as well.</summary>
    public static Wording? Of(string rule, CreateForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return rule switch
        {
            "prompt_required" when form.Shots == ShotKind.Intelligence => new("Write what happens: it is divided into shots for you.", "请写出内容，系统会据此划分镜头。"),
            "prompt_required" => new("Say what the film shows.", "请写出影片的内容。"),
            "shot_prompt_required" => new("Say what this shot shows.", "请写出这个镜头的内容。"),
            "multi_shot_model" => new("kling-video-o1 makes one shot only. Switch to kling-v3-omni, or choose One shot.", "kling-video-o1 仅支持单镜头，请改用 kling-v3-omni 或选择单镜头。"),
            "multi_shot_edit" => new("A film to edit keeps its own shots. Choose One shot, or learn from the film instead.", "待编辑的视频沿用原有镜头，请选择单镜头，或改为参考该视频。"),
            "multi_shot_feature" => new("With a film to learn from, shots cannot be written one by one. Choose Divided for me.", "有参考视频时不能逐个编写镜头，请选择智能分镜。"),
            "sound_model" => new("kling-video-o1 makes no sound. Turn the sound off, or switch to kling-v3-omni.", "kling-video-o1 不生成声音，请关闭声音，或改用 kling-v3-omni。"),
            "sound_video" => new("With a film no new sound is made. Turn the sound off; the film's own can be kept.", "有视频时不生成新的声音，请关闭声音；可以保留原声。"),
            "mode_model" => new("4k is not made by kling-video-o1. Use pro or std, or switch to kling-v3-omni.", "kling-video-o1 不支持 4k，请用 pro 或 std，或改用 kling-v3-omni。"),
            "duration_range" => Range(form.Model == O1 ? 10 : 15, form.Model),
            "duration_five_or_ten" => new("kling-video-o1 makes 5 s or 10 s here. Other lengths need references, elements, an end frame or a film.", "kling-video-o1 在此只支持 5 秒或 10 秒；有参考图、主体、尾帧或视频时才支持其他时长。"),
            "end_frame_alone" => new("An end frame needs a first frame, too.", "有尾帧时还需要首帧。"),
            "end_frame_images" => new("With an end frame, kling-video-o1 takes no pictures but the two frames. Switch to kling-v3-omni, or drop the end frame.", "有尾帧时 kling-video-o1 只支持首尾两张图，请改用 kling-v3-omni，或去掉尾帧。"),
            "end_frame_feature" => new("With a film to learn from, kling-video-o1 takes a first frame only. Switch to kling-v3-omni, or drop the end frame.", "有参考视频时 kling-video-o1 只支持首帧，请改用 kling-v3-omni，或去掉尾帧。"),
            "frames_edit" => new("A film to edit takes no first or end frame. Use the pictures as references, or learn from the film instead.", "待编辑的视频不能再有首尾帧，请把图片改作参考图，或改为参考该视频。"),
            "element_frames" when form.Model == O1 => new("With first and end frames, kling-video-o1 takes no elements. Drop them or the end frame, or switch to kling-v3-omni.", "有首尾帧时 kling-video-o1 不支持主体，请去掉主体或尾帧，或改用 kling-v3-omni。"),
            "element_frames" => new("With a first frame, three elements are the most.", "有首帧时最多三个主体。"),
            "callback_url_form" => new("Give an address that begins with http:// or https://.", "请填写以 http:// 或 https:// 开头的地址。"),
            "image_url_form" => new("Give the address of a JPEG or PNG that begins with http:// or https://.", "请填写 JPEG 或 PNG 的 http(s) 地址。"),
            "video_url_form" => new("Give the address of an MP4 or MOV that begins with http:// or https://.", "请填写 MP4 或 MOV 的 http(s) 地址。"),
            _ => null,
        };
    }

    /// <summary>Whether another model would make it right: the model's own field is marked, too.</summary>
    public static bool IsOfTheModel(string rule, CreateForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Model == O1 && rule is "multi_shot_model" or "sound_model" or "mode_model" or "duration_range" or "duration_five_or_ten" or "end_frame_images" or "end_frame_feature" or "element_frames" or "element_kind_model";
    }

    private static Wording Range(int longest, string model) => new($"{model} makes 3 s to {longest} s.", $"{model} 支持 3 到 {longest} 秒。");
}
