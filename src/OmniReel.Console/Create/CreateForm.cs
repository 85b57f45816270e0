using OmniReel.Console.Create.Shots;
using OmniReel.Contract.Requests;

namespace OmniReel.Console.Create;

/// <summary>Everything that can be asked for, as a person fills it in. What has no effect at the moment is kept all the same, and has it again when it does.</summary>
public sealed class CreateForm
{
    private int _seconds = 5;

    /// <summary><c>model_name</c>; a name that is not known is kept as it came, for the rules to speak of.</summary>
    public string Model { get; set; } = "kling-v3-omni";

    /// <summary><c>mode</c>.</summary>
    public string Mode { get; set; } = "std";

    /// <summary><c>aspect_ratio</c>.</summary>
    public string AspectRatio { get; set; } = "16:9";

    /// <summary><c>sound</c>.</summary>
    public bool Sound { get; set; }

    /// <summary><c>prompt</c>.</summary>
    public string Prompt { get; set; } = "";

    /// <summary><c>negative_prompt</c>.</summary>
    public string NegativePrompt { get; set; } = "";

    /// <summary><c>multi_shot</c> and <c>shot_type</c>; set by <see cref="Divide"/>.</summary>
    public ShotKind Shots { get; private set; }

    /// <summary><c>multi_prompt</c>; has an effect while <see cref="Shots"/> is <see cref="ShotKind.Customize"/>.</summary>
    public Storyboard Board { get; } = new(5, 2);

    /// <summary><c>image_list</c>, in the order sent: that order numbers <c>&lt;&lt;&lt;image_N&gt;&gt;&gt;</c>.</summary>
    public List<Picture> Pictures { get; } = [];

    /// <summary><c>element_list</c>: decimal digits, in the order sent.</summary>
    public List<string> Elements { get; } = [];

    /// <summary>The item of <c>video_list</c>; null for none.</summary>
    public Film? Film { get; set; }

    /// <summary><c>watermark_info</c>.</summary>
    public bool Watermark { get; set; }

    /// <summary><c>callback_url</c>.</summary>
    public string CallbackUrl { get; set; } = "";

    /// <summary><c>external_task_id</c>.</summary>
    public string ExternalTaskId { get; set; } = "";

    /// <summary><c>duration</c>, in seconds. While there is a storyboard in effect it is never less than a second for each shot.</summary>
    public int Seconds
    {
        get => Shots == ShotKind.Customize ? Board.Seconds : _seconds;
        set
        {
            _seconds = value;
            Board.SetSeconds(value);
        }
    }

    /// <summary>Whether some file is still on its way.</summary>
    public bool IsPending => Film is { IsPending: true } || Pictures.Exists(static picture => picture.IsPending);

    /// <summary>The picture of this role; of references the first.</summary>
    public Picture? Of(ImageRole role) => Pictures.Find(picture => picture.Role == role);

    /// <summary>What the film is made from, as the wire names it; known also while a rule is broken.</summary>
    public string Kind() => this switch
    {
        { Film.IsBase: true } => "video-edit",
        { Film: not null } => "video-feature",
        _ when Of(ImageRole.FirstFrame) is not null => Of(ImageRole.EndFrame) is null ? "first-frame" : "first-and-end-frame",
        _ => Pictures.Count + Elements.Count > 0 ? "reference" : "text-to-video",
    };

    /// <summary>Changes how the film is divided into shots. A prompt that is there becomes the first shot of an empty board.</summary>
    public void Divide(ShotKind shots)
    {
        if (shots == ShotKind.Customize && Shots != ShotKind.Customize)
        {
            Board.SetSeconds(_seconds);
            if (!Board.HasText)
                Board.Shots[0].Prompt = Prompt;
        }
        else if (shots != ShotKind.Customize)
        {
            _seconds = Seconds;
        }

        Shots = shots;
    }

    /// <summary>Puts a picture into the form. A frame takes the place, and the number, of the one that was there.</summary>
    public void Add(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var before = picture.Role == ImageRole.Reference ? -1 : Pictures.FindIndex(other => other.Role == picture.Role);
        if (before < 0)
            Pictures.Add(picture);
        else
            Pictures[before] = picture;
    }

    /// <summary>Takes a picture out. Marks of later pictures in every text are renumbered.</summary>
    public void Remove(Picture picture)
    {
        var at = Pictures.IndexOf(picture);
        if (at < 0)
            return;
        Pictures.RemoveAt(at);
        Rewrite(text => PromptMarks.WithoutImage(text, at + 1));
    }

    /// <summary>Takes an element out, as <see cref="Remove(Picture)"/> does a picture.</summary>
    public void RemoveElement(string id)
    {
        var at = Elements.IndexOf(id);
        if (at < 0)
            return;
        Elements.RemoveAt(at);
        Rewrite(text => PromptMarks.WithoutElement(text, at + 1));
    }

    private void Rewrite(Func<string, string> change)
    {
        Prompt = change(Prompt);
        NegativePrompt = change(NegativePrompt);
        foreach (var shot in Board.Shots)
            shot.Prompt = change(shot.Prompt);
    }
}
