using CsCheck;
using OmniReel.Console.Create;
using OmniReel.Contract.Requests;

namespace OmniReel.Console.Tests.Create;

/// <summary>Forms of every kind, sound and unsound, with texts that trip up careless quoting.</summary>
internal static class AnyForm
{
    public const string Preset = "835266081714884677";

    /// <summary>What has a meaning in a shell, in JSON, in Python, in JavaScript or in C#.</summary>
    public static readonly string[] Texts =
    [
        "", "A fox runs through the snow", "一只猫坐在窗台上", "It's 5 o'clock: \"go!\" she says", "line one\nline two\r\n\ttabbed", @"C:\new\temp \u0041 \\", "🐱🎈🏖️ emoji",
        "$HOME `id` $(id) ${x} !! \\", "\"\"\" ''' \"\"\"\"", "<<<image_1>>> and <<<element_1>>>", "  \u2028 \u2029 \u00a0 \u0001 \u007f ", "'", "\\", "EOF\n'\nJSON\n", "{0} {{x}} %s #{y}",
        "\ud83d alone",
    ];

    private static readonly Gen<string> s_text = OneOf(Texts);

    private static readonly Gen<Picture> s_picture =
        from url in OneOf("https://media.example.com/a.png", "https://media.example.com/b c.png", "http://127.0.0.1:9/it's.jpg?a=1&b=2", "")
        from role in Gen.Enum<ImageRole>()
        select new Picture { Url = url, Role = role };

    private static readonly Gen<Film?> s_film = Gen.Frequency(
        (3, Gen.Const((Film?)null)),
        (2, Gen.Select(Gen.Bool, Gen.Bool, (isBase, keeps) => (Film?)new Film { Url = "https://media.example.com/v.mp4", IsBase = isBase, KeepOriginalSound = keeps })));

    public static Gen<CreateForm> All { get; } =
        from model in OneOf("kling-v3-omni", "kling-video-o1")
        from mode in OneOf("std", "pro", "4k")
        from ratio in OneOf("16:9", "9:16", "1:1")
        from flags in Gen.Select(Gen.Bool, Gen.Bool)
        from texts in s_text.Array[4]
        from seconds in Gen.Int[1, 16]
        from shots in Gen.Enum<ShotKind>()
        from board in Gen.Select(s_text, Gen.Int[1, 5]).Array[1, 6]
        from pictures in s_picture.Array[0, 4]
        from elements in OneOf(Preset, "12", "nonsense").Array[0, 2]
        from film in s_film
        from callback in OneOf("", "https://example.com/hook", "nowhere")
        select Form(model, mode, ratio, flags, texts, seconds, shots, board, pictures, elements, film, callback);

    private static CreateForm Form(
        string model, string mode, string ratio, (bool Sound, bool Watermark) flags, string[] texts, int seconds, ShotKind shots,
        (string, int)[] board, Picture[] pictures, string[] elements, Film? film, string callback)
    {
        var form = new CreateForm
        {
            Model = model,
            Mode = mode,
            AspectRatio = ratio,
            Sound = flags.Sound,
            Watermark = flags.Watermark,
            Prompt = texts[0],
            NegativePrompt = texts[1],
            ExternalTaskId = texts[2],
            CallbackUrl = callback,
            Film = film,
            Seconds = seconds,
        };
        foreach (var picture in pictures)
            form.Add(new Picture { Url = picture.Url, Role = picture.Role });
        form.Elements.AddRange(elements);
        form.Board.Replace(board, seconds);
        form.Divide(shots);
        return form;
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);
}
