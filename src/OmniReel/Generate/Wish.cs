using System.CommandLine;
using OmniReel.Client;
using OmniReel.CommandLine;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Explain;

namespace OmniReel.Generate;

/// <summary>What the arguments of <c>generate</c> ask for: a body that breaks no rule, before anything is started or sent.</summary>
internal sealed class Wish
{
    private readonly byte[] _body;
    private readonly NewVideo? _draft;
    private readonly GivenFile? _video;

    private Wish(byte[] body, VideoRequest request, NewVideo? draft, GivenFile? video) => (_body, Request, _draft, _video) = (body, request, draft, video);

    public VideoRequest Request { get; }

    /// <summary>The body as it is sent. A video of this machine is uploaded first: a request names videos by their address only.</summary>
    public async Task<byte[]> BodyAsync(OmniReelClient client, CancellationToken cancellation)
    {
        if (_draft is not { VideoList: [var video] } || _video is null)
            return _body;
        var uploaded = await client.UploadAsync(_video.Path, cancellation);
        return (_draft with { VideoList = [video with { VideoUrl = uploaded.Url }] }).ToUtf8();
    }

    public static async Task<Wish> ReadAsync(ParseResult parsed, WishOptions options, Speech speech, CancellationToken cancellation)
    {
        byte[] body;
        NewVideo? draft = null;
        GivenFile? video = null;
        if (parsed.GetValue(options.Request) is { } file)
        {
            if (options.Shaping.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } both)
                throw new BadInputException(speech[$"{both.Name} cannot go with --request: the file says everything", $"{both.Name} 不能与 --request 同用：请求已由文件给出"]);
            if (parsed.GetValue(options.Prompt) is not null)
                throw new BadInputException(speech["give a prompt or --request, not both", "提示词与 --request 只能给一个"]);
            body = await InputFile.ReadAsync(file, speech, cancellation);
        }
        else
        {
            (draft, video) = await options.Inputs.AddAsync(await DraftAsync(parsed, options, speech, cancellation), parsed, speech, cancellation);
            body = draft.ToUtf8();
        }

        var read = RequestReader.Read(body, ApiProfile.Vendor, new AnyElement(), speech.IsChinese ? Language.Chinese : Language.English);
        if (read.Request is { } request)
            return new Wish(body, request, draft, video);
        var more = read.Violations.Count > 1 ? speech[$" (and {read.Violations.Count - 1} more; omnireel explain shows all)", $"（另有 {read.Violations.Count - 1} 处；可用 omnireel explain 查看）"] : "";
        throw new BadInputException(read.Message + more);
    }

    private static async Task<NewVideo> DraftAsync(ParseResult parsed, WishOptions options, Speech speech, CancellationToken cancellation)
    {
        var prompt = parsed.GetValue(options.Prompt);
        var shots = parsed.GetValue(options.Shots) is { } file ? ShotList.Read(await InputFile.ReadAsync(file, speech, cancellation), file, speech) : null;
        if (prompt is null && shots is null)
            throw new BadInputException(speech["PROMPT is missing: say what the film shows, as in: omnireel generate \"a person dancing by the sea\"", "缺少提示词，例如：omnireel generate \"海边有一个人跳舞\""]);
        var duration = parsed.GetValue(options.Duration);
        return new NewVideo
        {
            ModelName = parsed.GetValue(options.Model) ?? "kling-v3-omni",
            Prompt = prompt,
            NegativePrompt = parsed.GetValue(options.Negative),
            Mode = parsed.GetValue(options.Mode) ?? "std",
            AspectRatio = parsed.GetValue(options.AspectRatio) ?? "16:9",
            Duration = duration ?? (shots is null ? "5" : ShotList.TotalSeconds(shots)),
            MultiShot = shots is not null,
            ShotType = shots is null ? null : "customize",
            MultiPrompt = shots,
            Sound = parsed.GetResult(options.Sound) is null ? "off" : parsed.GetValue(options.Sound) ?? "on",
            WatermarkInfo = parsed.GetValue(options.Watermark) ? new NewWatermark(true) : null,
        };
    }
}
