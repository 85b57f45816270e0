using System.Text.Json;
using OmniReel.Console.Create.Bodies;
using OmniReel.Contract.Requests;

namespace OmniReel.Console.Create.Examples;

/// <summary>A request to begin from.</summary>
/// <param name="Key">Names its picture, too.</param>
/// <param name="Title">A few words.</param>
/// <param name="Frame">The body, with <c>$1</c>, <c>$2</c>… in the places of its prompts.</param>
/// <param name="Prompts">Each prompt, in the language of the page.</param>
public sealed record Example(string Key, Wording Title, string Frame, params Wording[] Prompts)
{
    private const string Omni = "\"model_name\": \"kling-v3-omni\", \"mode\": \"std\"";

    /// <summary>A still of its film, as the embedded engine makes it; relative to the page's base.</summary>
    public string Picture => $"app/examples/{Key}.jpg";

    /// <summary>The body; <see cref="Prefill"/> makes a form of it.</summary>
    public string Body(Language language)
    {
        var body = Frame;
        for (var at = 0; at < Prompts.Length; at++) body = body.Replace($"${at + 1}", JsonEncodedText.Encode(Prompts[at].In(language)).ToString(), StringComparison.Ordinal);
        return body;
    }

    /// <summary>The form.</summary>
    public CreateForm ToForm(Language language) => Prefill.Of(Body(language)).Form;

    /// <summary>A dozen: one shot and several, every shape, with sound and with an element.</summary>
    public static IReadOnlyList<Example> All { get; } =
    [
        new("red-dress", new("Dance at sunset", "夕阳之舞"), One("9:16", sound: true),
            new Wording("A woman in a red dress dances by the sea at sunset", "日落时，一个穿红裙的女人在海边跳舞")),
        new("fox-story", new("A fox's day", "狐狸的一天"), Divided(9),
            new Wording("At dawn a fox walks in the forest. At noon it runs across a meadow. At night it sleeps in the snow.", "清晨，一只狐狸在森林里走。中午，它在草地上奔跑。夜晚，它睡在雪地里。")),
        new("city-rain", new("City in the rain", "雨夜城市"), One(sound: true),
            new Wording("A woman in a yellow coat walks down a city street at night in the rain", "雨夜，一个穿黄色大衣的女人走在城市街道上")),
        new("sea-dancer", new("Dancer on the shore", "海边起舞"), One(more: ", \"element_list\": [{\"element_id\": \"835266081714884677\"}]"),
            new Wording("<<<element_1>>> dances by the sea at sunrise", "<<<element_1>>>在海边跳舞，日出")),
        new("custom-shots", new("Shot by shot", "三个镜头"), Custom("16:9", 3, 2, 2),
            new Wording("Wide shot: a man in a blue coat walks through snowy mountains", "远景：一个穿蓝色大衣的男人走过雪山"),
            new Wording("Medium shot of the man", "中景：这个男人"),
            new Wording("The man dances in a meadow in summer", "夏天，男人在草地上跳舞")),
        new("hot-air-balloon", new("Over the snow", "雪山之上"), One("9:16"),
            new Wording("A hot-air balloon drifts over snowy mountains", "热气球飘过雪山")),
        new("whale", new("A whale leaps", "鲸跃"), One(sound: true),
            new Wording("A blue whale leaps out of the sea at sunset, the sound of waves", "日落时，一头蓝鲸跃出大海，海浪声")),
        new("umbrella", new("Woman with an umbrella", "撑伞的女人"), One("1:1", sound: true),
            new Wording("In the rain a woman with a red umbrella walks down a street", "雨中，一个撑红伞的女人走过街道")),
        new("push-in", new("Towards her, slowly", "缓缓推近"), One(),
            new Wording("Slow push in: a woman stands in a meadow at sunrise", "缓缓推近：日出时，一个女人站在草地上")),
        new("seasons", new("Summer, winter", "夏与冬"), Custom("9:16", 3, 3),
            new Wording("A forest in summer, at noon", "夏天的森林，正午"),
            new Wording("The same forest in winter, it snows", "同一片森林，冬天下雪")),
        new("three-shots", new("City, sea, home", "城市、海边、家"), Divided(9),
            new Wording("A woman in a red dress walks in the city. Then she dances by the sea at sunset. Finally she stands in a room at night.", "一个穿红裙的女人走在城市里。然后她在日落的海边跳舞。最后她站在夜晚的房间里。")),
        new("penguins", new("Five penguins", "五只企鹅"), One(),
            new Wording("Five penguins walk in the snow", "五只企鹅在雪地里走")),
    ];

    private static string One(string shape = "16:9", bool sound = false, string more = "") =>
        $$"""{{{Omni}}, "aspect_ratio": "{{shape}}", "duration": "5"{{(sound ? ", \"sound\": \"on\"" : "")}}, "prompt": "$1"{{more}}}""";

    private static string Divided(int seconds) =>
        $$"""{{{Omni}}, "aspect_ratio": "16:9", "duration": "{{seconds}}", "multi_shot": true, "shot_type": "intelligence", "prompt": "$1"}""";

    private static string Custom(string shape, params int[] shots) =>
        $$"""{{{Omni}}, "aspect_ratio": "{{shape}}", "duration": "{{shots.Sum()}}", "multi_shot": true, "shot_type": "customize", "multi_prompt": [{{string.Join(", ", shots.Select(Shot))}}]}""";

    private static string Shot(int seconds, int at) => $$"""{"index": {{at + 1}}, "prompt": "${{at + 1}}", "duration": "{{seconds}}"}""";
}
