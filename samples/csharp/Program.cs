// dotnet run -- film|first-frame|three-shots|refusal [FILE…]
using OmniReel.Client;
using OmniReel.Contract.Answers;

if (Environment.GetEnvironmentVariable("OMNIREEL_KEY") is not { Length: > 0 } key)
{
    Console.Error.WriteLine("Set OMNIREEL_KEY to the key that the server was started with.");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
using var client = new OmniReelClient(new OmniReelClientOptions
{
    BaseUrl = new Uri(Environment.GetEnvironmentVariable("OMNIREEL_URL") ?? "http://127.0.0.1:8080"),
    Key = key,
    AutomaticIdempotencyKeys = true, // an OmniReel server honours them: a create whose answer got lost is sent again
});

switch (args)
{
    case ["film", .. var rest]:
        await MakeAsync(
            new NewVideo
            {
                ModelName = "kling-v3-omni", Prompt = "A kite over a meadow, seen from below", Mode = "std", AspectRatio = "16:9", Duration = "3",
                CallbackUrl = Environment.GetEnvironmentVariable("CALLBACK_URL"),
            },
            rest is [var file, ..] ? file : "film.mp4");
        return 0;

    case ["first-frame", var picture, .. var rest]:
        var uploaded = await client.UploadAsync(picture, stop.Token);
        await MakeAsync(
            new NewVideo { ModelName = "kling-v3-omni", Prompt = "Slow push in", Mode = "std", Duration = "3", ImageList = [NewImage.FirstFrame(uploaded.Url)] },
            rest is [var first, ..] ? first : "first-frame.mp4");
        return 0;

    case ["three-shots", .. var rest]:
        await MakeAsync(
            new NewVideo { ModelName = "kling-v3-omni", Mode = "std", AspectRatio = "16:9" }.WithShots(
                (1, "A harbour at dawn, wide"), (2, "A fisherman mends a net"), (1, "A boat sails out to sea")),
            rest is [var shots, ..] ? shots : "three-shots.mp4");
        return 0;

    case ["refusal"]:
        try
        {
            await client.CreateAsync(new NewVideo { ModelName = "kling-v3-omni", Prompt = "A kite", Mode = "720p", Duration = "99" }, cancellation: stop.Token);
        }
        catch (RequestRefusedException refused)
        {
            Console.WriteLine($"HTTP {refused.Status}, request {refused.RequestId}");
            foreach (var fault in refused.Errors)
                Console.WriteLine($"{fault.Field}: rule {fault.Rule}: {fault.Message}");
        }

        return 0;

    default:
        Console.Error.WriteLine("usage: dotnet run -- film [FILE] | first-frame PICTURE [FILE] | three-shots [FILE] | refusal");
        return 2;
}

async Task MakeAsync(NewVideo video, string path)
{
    var created = await client.CreateAsync(video, cancellation: stop.Token);
    Console.WriteLine($"task {created.TaskId}");
    var task = await client.WaitAsync(created.TaskId, new Progress<TaskEventData>(news => Console.Error.Write($"\r{news.TaskStatus} {news.Progress} %  ")), stop.Token);
    await client.DownloadAsync(task, path, cancellation: stop.Token); // throws FilmFailedException, with the reason, when there is no film
    Console.WriteLine($"saved {path}");
}
