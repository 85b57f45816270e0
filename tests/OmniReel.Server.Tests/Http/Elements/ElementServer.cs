using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Hosting;
using OmniReel.Server.Inputs;
using OmniReel.Server.Tests.Elements;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Http.Elements;

/// <summary>A live server that makes elements from what a scripted fetcher gives it, and keeps them on a disk.</summary>
internal sealed class ElementServer : IAsyncDisposable
{
    public const string Root = "/v1/general/advanced-custom-elements";
    public const string OldRoot = "/v1/general/custom-elements";

    private readonly TemporaryFolder _files;

    private ElementServer(LiveServer server, ScriptedFetcher fetcher, TemporaryFolder files) => (Live, Fetcher, _files) = (server, fetcher, files);

    public LiveServer Live { get; }

    public ScriptedFetcher Fetcher { get; }

    public static async Task<ElementServer> StartAsync(Func<ServerOptions, ServerOptions>? with = null, ScriptedFetcher? fetcher = null)
    {
        var (files, scripted) = (new TemporaryFolder(), fetcher ?? new ScriptedFetcher());
        var live = await LiveServer.StartAsync(with, services =>
        {
            services.RemoveAll<IInputFetcher>().AddSingleton<IInputFetcher>(scripted);
            services.RemoveAll<IArtifactStore>().AddSingleton<IArtifactStore>(new DiskArtifactStore(files.File("artifacts"), files.File("drafts")));
        });
        return new ElementServer(live, scripted, files);
    }

    /// <summary>A sound body.</summary>
    public static string Body(string url = "https://media.example.com/a.png", string more = "") => $$"""
        {"element_name":"Mara","element_description":"A potter.","reference_type":"image_refer",
         "element_image_list":{"frontal_image":"{{url}}","refer_images":[{"image_url":"https://media.example.com/b.png"}]}{{more}}}
        """;

    /// <summary>A sound body of the older form.</summary>
    public static string OldBody(string url = "https://media.example.com/a.png") => $$"""
        {"element_name":"Mara","element_description":"A potter.","element_frontal_image":"{{url}}","element_refer_list":[{"image_url":"https://media.example.com/b.png"}]}
        """;

    public static string Film(string elementId, string model = "kling-v3-omni") =>
        $$"""{"model_name":"{{model}}","prompt":"It moves.","mode":"std","aspect_ratio":"16:9","duration":"5","element_list":[{"element_id":"{{elementId}}"}]}""";

    /// <summary>The ended task of a new element.</summary>
    public async Task<JsonElement> MakeAsync(string? body = null)
    {
        var answer = await Live.PostAsync(Root, body ?? Body());
        answer.Status.ShouldBe(200, answer.Text);
        // Asked again and again: coding media may take longer than one answer of a crowded machine may.
        var task = answer.Data;
        await Eventually.Async(async () =>
        {
            // What waits by the server's clock, to try again, waits for nobody else to move it.
            Live.Time.Advance(TimeSpan.FromMilliseconds(50));
            task = (await Live.GetAsync($"{Root}/{answer.Data.GetProperty("task_id").GetString()}")).Data;
            return task.GetProperty("task_status").GetString() is "succeed" or "failed";
        });
        return task;
    }

    /// <summary>The id of a new element.</summary>
    public async Task<string> MakeIdAsync(string? body = null) => One(await MakeAsync(body)).GetProperty("element_id").GetRawText();

    public static JsonElement One(JsonElement task) => task.GetProperty("task_result").GetProperty("elements")[0];

    public async ValueTask DisposeAsync()
    {
        await Live.DisposeAsync();
        _files.Dispose();
    }
}
