using OmniReel.Console.Create.Bodies;

namespace OmniReel.Console.Create.Examples;

/// <summary>A request to begin from.</summary>
/// <param name="Key">Names its picture, too.</param>
/// <param name="Title">A few words.</param>
/// <param name="Body">The body; <see cref="Prefill"/> makes a form of it.</param>
public sealed record Example(string Key, Wording Title, string Body)
{
    /// <summary>A still of its film, as the embedded engine makes it; relative to the page's base.</summary>
    public string Picture => $"app/examples/{Key}.jpg";

    /// <summary>The form.</summary>
    public CreateForm ToForm() => Prefill.Of(Body).Form;

    /// <summary>A dozen, half of them in Chinese: one shot and several, every shape, with sound and with an element.</summary>
    public static IReadOnlyList<Example> All { get; } =
    [
        new("red-dress", new("Dance at sunset", "夕阳之舞"), """
            {"model_name": "kling-v3-omni", "mode": "std", "aspect_ratio": "9:16", "duration": "5", "sound": "on",
             "prompt": "A woman in a red dress dances by the sea at sunset"}
            """),
        new("fox-story", new("A fox's day", "狐狸的一天"), """
            {"model_name": "kling-v3-omni", "mode": "std", "aspect_ratio": "16:9", "duration": "9", "multi_shot": true, "shot_type": "intelligence",
             "prompt": "清晨，一只狐狸在森林里走。中午，它在草地上奔跑。夜晚，它睡在雪地里。"}
            """),
        new("city-rain", new("City in the rain", "雨夜城市"), """
            {"model_name": "kling-v3-omni", "mode": "std", "aspect_ratio": "16:9", "duration": "5", "sound": "on",
             "prompt": "A woman in a yellow coat walks down a city street at night in the rain"}
            """),
        new("sea-dancer", new("Dancer on the shore", "海边起舞"), """
            {"model_name": "kling-v3-omni", "mode": "std", "aspect_ratio": "16:9", "duration": "5",
             "prompt": "<<<element_1>>>在海边跳舞，日出", "element_list": [{"element_id": "835266081714884677"}]}
            """),
        new("custom-shots", new("Shot by shot", "三个镜头"), """
            {"model_name": "kling-v3-omni", "mode": "std", "aspect_ratio": "16:9", "duration": "7", "multi_shot": true, "shot_type": "customize",
             "multi_prompt": [
               {"index": 1, "prompt": "Wide shot: a man in a blue coat walks through snowy mountains", "duration": "3"},
               {"index": 2, "prompt": "Medium shot of the man", "duration": "2"},
               {"index": 3, "prompt": "The man dances in a meadow in summer", "duration": "2"}]}
            """),
        new("hot-air-balloon", new("Over the snow", "雪山之上"), """
            {"model_name": "kling-v3-omni", "mode": "std", "aspect_ratio": "9:16", "duration": "5", "prompt": "热气球飘过雪山"}
            """),
        new("whale", new("A whale leaps", "鲸跃"), """
            {"model_name": "kling-v3-omni", "mode": "std", "aspect_ratio": "16:9", "duration": "5", "sound": "on",
             "prompt": "A blue whale leaps out of the sea at sunset, the sound of waves"}
            """),
        new("umbrella", new("The red umbrella", "红伞"), """
            {"model_name": "kling-v3-omni", "mode": "std", "aspect_ratio": "1:1", "duration": "5", "sound": "on", "prompt": "雨中，一个撑红伞的女人走过街道"}
            """),
        new("push-in", new("Towards her, slowly", "缓缓推近"), """
            {"model_name": "kling-v3-omni", "mode": "std", "aspect_ratio": "16:9", "duration": "5",
             "prompt": "Slow push in: a woman stands in a meadow at sunrise"}
            """),
        new("seasons", new("Summer, winter", "夏与冬"), """
            {"model_name": "kling-v3-omni", "mode": "std", "aspect_ratio": "9:16", "duration": "6", "multi_shot": true, "shot_type": "customize",
             "multi_prompt": [
               {"index": 1, "prompt": "夏天的森林，正午", "duration": "3"},
               {"index": 2, "prompt": "同一片森林，冬天下雪", "duration": "3"}]}
            """),
        new("three-shots", new("City, sea, home", "城市、海边、家"), """
            {"model_name": "kling-v3-omni", "mode": "std", "aspect_ratio": "16:9", "duration": "9", "multi_shot": true, "shot_type": "intelligence",
             "prompt": "A woman in a red dress walks in the city. Then she dances by the sea at sunset. Finally she stands in a room at night."}
            """),
        new("penguins", new("Five penguins", "五只企鹅"), """
            {"model_name": "kling-v3-omni", "mode": "std", "aspect_ratio": "16:9", "duration": "5", "prompt": "五只企鹅在雪地里走"}
            """),
    ];
}
