using System.CommandLine;
using OmniReel.CommandLine;

namespace OmniReel.Generate;

/// <summary>The arguments that shape a film. Their values are the wire's own words, judged by the wire's own rules.</summary>
internal sealed class WishOptions
{
    public WishOptions(Command command, Speech speech)
    {
        Prompt = new("PROMPT") { Arity = ArgumentArity.ZeroOrOne, Description = speech["What the film shows, in Chinese or English", "影片内容，中文或英文"] };
        Model = new("--model") { HelpName = "NAME", Description = speech["kling-v3-omni (default) or kling-video-o1", "kling-v3-omni（默认）或 kling-video-o1"] };
        Mode = new("--mode") { HelpName = "MODE", Description = speech["std (720p, default), pro (1080p) or 4k", "std（720p，默认）、pro（1080p）或 4k"] };
        AspectRatio = new("--aspect-ratio") { HelpName = "W:H", Description = speech["16:9 (default), 9:16 or 1:1", "16:9（默认）、9:16 或 1:1"] };
        Duration = new("--duration") { HelpName = "SECONDS", Description = speech["3 to 15 whole seconds (default 5, or what the shots add up to)", "3 到 15 的整数秒（默认 5，或各镜头之和）"] };
        Negative = new("--negative") { HelpName = "TEXT", Description = speech["What must not appear", "不得出现的内容"] };
        Shots = new("--shots") { HelpName = "FILE", Description = speech["Several shots: lines of SECONDS PROMPT, or the JSON of multi_prompt", "多镜头：每行“秒数 提示词”，或 multi_prompt 的 JSON"] };
        Sound = new("--sound") { HelpName = "on|off", Arity = ArgumentArity.ZeroOrOne, Description = speech["With sound: bed, music and what is said (alone it means on; default off)", "带声音：环境声、音乐与对白（单写即 on，默认 off）"] };
        Watermark = new("--watermark") { Description = speech["Make a watermarked twin too", "同时生成带水印的版本"] };
        Request = new("--request") { HelpName = "FILE.json", Description = speech["A whole request body instead of the options above; - for standard input", "用完整请求体代替上述选项；- 表示标准输入"] };
        Inputs = new InputOptions(speech);
        command.Add(Prompt);
        foreach (var option in Shaping.Append(Request))
            command.Add(option);
    }

    public Argument<string?> Prompt { get; }

    public Option<string?> Model { get; }

    public Option<string?> Mode { get; }

    public Option<string?> AspectRatio { get; }

    public Option<string?> Duration { get; }

    public Option<string?> Negative { get; }

    public Option<string?> Shots { get; }

    public Option<string?> Sound { get; }

    public Option<bool> Watermark { get; }

    public Option<string?> Request { get; }

    public InputOptions Inputs { get; }

    /// <summary>Those that a whole request body replaces.</summary>
    public IEnumerable<Option> Shaping => [Model, Mode, AspectRatio, Duration, Negative, Shots, Sound, Watermark, .. Inputs.All];
}
