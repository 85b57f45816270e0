using System.CommandLine;
using OmniReel.Client;
using OmniReel.CommandLine;

namespace OmniReel.Generate;

/// <summary>The arguments that give a film something to be made from: pictures, elements, a video.</summary>
internal sealed class InputOptions
{
    /// <summary>Stands for a video that has no address before it is uploaded; never asked for.</summary>
    private const string NotUploadedYet = "http://localhost/not-uploaded-yet.mp4";

    private readonly Option<string[]> _images;
    private readonly Option<string[]> _elements;
    private readonly Option<string?> _video;
    private readonly Option<string?> _keepSound;

    public InputOptions(Speech speech)
    {
        _images = new("--image") { HelpName = "FILE[:first|:end]", DefaultValueFactory = _ => [], Description = speech["A picture: a reference (<<<image_1>>>), the first frame or the end frame; may be repeated", "图片：参考图（<<<image_1>>>）、首帧或尾帧；可重复"] };
        _elements = new("--element") { HelpName = "ID", DefaultValueFactory = _ => [], Description = speech["An element of the library (<<<element_1>>>); may be repeated", "主体库中的主体（<<<element_1>>>）；可重复"] };
        _video = new("--video") { HelpName = "FILE[:base|:feature]", Description = speech["A video to edit (base, default) or to learn from (feature)", "待编辑的视频（base，默认）或特征参考视频（feature）"] };
        _keepSound = new("--keep-sound") { HelpName = "yes|no", Description = speech["Whether the video's own sound stays (default yes)", "是否保留视频原声（默认 yes）"] };
    }

    public IEnumerable<Option> All => [_images, _elements, _video, _keepSound];

    /// <summary>The draft with what was given; its video stands in for itself until it is uploaded.</summary>
    /// <exception cref="BadInputException">Something cannot be used.</exception>
    public async Task<(NewVideo Draft, GivenFile? Video)> AddAsync(NewVideo draft, ParseResult parsed, Speech speech, CancellationToken cancellation)
    {
        var images = new List<NewImage>();
        foreach (var given in parsed.GetValue(_images) ?? [])
        {
            var file = GivenFile.Read(_images.Name, given, ["first", "end"], speech);
            images.Add(new NewImage(await file.ReadImageAsync(_images.Name, speech, cancellation), file.Role is { } role ? role + "_frame" : null));
        }

        var keep = parsed.GetValue(_keepSound);
        if (keep is not (null or "yes" or "no"))
            throw new BadInputException(speech[$"{_keepSound.Name} is yes or no, not {keep}", $"{_keepSound.Name} 只能是 yes 或 no，不能是 {keep}"]);
        GivenFile? video = null;
        if (parsed.GetValue(_video) is { } film)
        {
            video = GivenFile.Read(_video.Name, film, ["base", "feature"], speech);
            await video.CheckVideoAsync(_video.Name, speech, cancellation);
        }
        else if (keep is not null)
        {
            throw new BadInputException(speech[$"{_keepSound.Name} goes with --video only", $"{_keepSound.Name} 须与 --video 同用"]);
        }

        var elements = parsed.GetValue(_elements) ?? [];
        var full = draft with
        {
            ImageList = images.Count > 0 ? images : null,
            ElementList = elements.Length > 0 ? [.. elements.Select(id => new NewElement(id))] : null,
            VideoList = video is null ? null : [new NewVideoInput(NotUploadedYet, video.Role ?? "base", keep)],
        };
        return (full, video);
    }
}
