using System.Text.Json.Nodes;

namespace OmniReel.Server.Http.OpenApi.Operations;

/// <summary>Bodies that are taken, one for each kind of request, and some that are not. A test sends them through the reader.</summary>
internal static class SampleBodies
{
    private const string Text = """{"model_name":"kling-v3-omni","prompt":"A paper boat drifts down a rain gutter.","mode":"std","aspect_ratio":"16:9","duration":"5","external_task_id":"order-42"}""";

    /// <summary>Breaks three rules at once.</summary>
    public const string Bad = """{"model_name":"kling-v3-omni","multi_shot":true,"shot_type":"customize","multi_prompt":[{"index":1,"prompt":"A harbour at dawn.","duration":"2"},{"index":2,"prompt":"A rope is thrown.","duration":"2"}],"mode":"standard","sound":"yes","aspect_ratio":"16:9","duration":"5"}""";

    /// <summary>No JSON.</summary>
    public const string Broken = """{"model_name":"kling-v3-omni",""";

    /// <summary>Films at the relay's path.</summary>
    public static IReadOnlyList<Example> Films { get; } =
    [
        Of("text", new("Text to video", "文生视频"), Text),
        Of("first_frame", new("The film begins with a picture", "首帧生视频"),
            """{"model_name":"kling-v3-omni","prompt":"The kite lifts off.","image_list":[{"image_url":"https://example.com/start.jpg","type":"first_frame"}],"mode":"pro","duration":"6"}"""),
        Of("first_and_end_frame", new("A picture at each end", "首尾帧生视频"),
            """{"model_name":"kling-video-o1","prompt":"The bud opens.","image_list":[{"image_url":"https://example.com/a.png","type":"first_frame"},{"image_url":"https://example.com/b.png","type":"end_frame"}],"mode":"std","duration":"5"}"""),
        Of("references", new("Pictures as references", "参考图生视频"),
            """{"model_name":"kling-video-o1","prompt":"<<<image_1>>> walks a dog in <<<image_2>>>.","image_list":[{"image_url":"https://example.com/hero.png"},{"image_url":"https://example.com/park.jpg"}],"mode":"pro","aspect_ratio":"9:16","duration":"7"}"""),
        Of("element", new("An element", "使用主体"),
            """{"model_name":"kling-v3-omni","prompt":"<<<element_1>>> waves from a balcony.","element_list":[{"element_id":"321922438904313"}],"mode":"std","aspect_ratio":"1:1","duration":"4"}"""),
        Of("shots", new("Three shots, with sound", "自定义三个镜头，有声"),
            """{"model_name":"kling-v3-omni","multi_shot":true,"shot_type":"customize","multi_prompt":[{"index":1,"prompt":"Wide: a harbour at dawn.","duration":"2"},{"index":2,"prompt":"Close: a rope is thrown.","duration":"3"},{"index":3,"prompt":"A gull flies off.","duration":"2"}],"sound":"on","mode":"pro","aspect_ratio":"16:9","duration":"7"}"""),
        Of("intelligence", new("The engine divides the prompt into shots", "由引擎划分镜头"),
            """{"model_name":"kling-v3-omni","multi_shot":true,"shot_type":"intelligence","prompt":"A chef cooks, plates and serves a dish in three shots.","mode":"std","aspect_ratio":"16:9","duration":"9"}"""),
        Of("edit", new("A given film is edited", "编辑已有视频"),
            """{"model_name":"kling-video-o1","prompt":"Make it night.","video_list":[{"video_url":"https://example.com/ride.mp4","refer_type":"base","keep_original_sound":"yes"}],"mode":"pro","duration":"5"}"""),
        Of("feature", new("A given film lends its camera", "特征参考视频"),
            """{"model_name":"kling-v3-omni","prompt":"Continue after <<<video_1>>> with the next shot.","video_list":[{"video_url":"https://example.com/prev.mov","refer_type":"feature","keep_original_sound":"no"}],"mode":"pro","aspect_ratio":"16:9","duration":"5"}"""),
        Of("everything_else", new("4K, a watermarked twin, a callback", "4K、水印版与回调"),
            """{"model_name":"kling-v3-omni","prompt":"City lights from above.","negative_prompt":"people","mode":"4k","aspect_ratio":"16:9","duration":"3","watermark_info":{"enabled":true},"callback_url":"https://example.com/hook"}"""),
    ];

    /// <summary>The shortest at the vendor's path, then those of the relay's.</summary>
    public static IReadOnlyList<Example> VendorFilms { get; } = [Of("prompt", new("A prompt is enough", "只需提示词"), """{"prompt":"A paper boat drifts down a rain gutter."}"""), .. Films];

    /// <summary>New elements.</summary>
    public static IReadOnlyList<Example> Elements { get; } =
    [
        Of("images", new("From pictures", "由图片创建"),
            """{"element_name":"Mara","element_description":"A potter in a blue apron.","reference_type":"image_refer","element_image_list":{"frontal_image":"https://example.com/front.png","refer_images":[{"image_url":"https://example.com/side.png"}]},"tag_list":[{"tag_id":"o_102"}]}"""),
        Of("video", new("From a video", "由视频创建"),
            """{"element_name":"Mara","element_description":"A potter in a blue apron.","reference_type":"video_refer","element_video_list":{"refer_videos":[{"video_url":"https://example.com/mara.mp4"}]}}"""),
    ];

    /// <summary>New elements of the older form.</summary>
    public static IReadOnlyList<Example> SimpleElements { get; } =
    [
        Of("images", new("From pictures", "由图片创建"),
            """{"element_name":"Mara","element_description":"A potter in a blue apron.","element_frontal_image":"https://example.com/front.png","element_refer_list":[{"image_url":"https://example.com/side.png"}]}"""),
    ];

    /// <summary>A body that is JSON.</summary>
    public static Example Of(string name, Said summary, string json) => new(name, summary, JsonNode.Parse(json)!);
}
