// WEBHOOK_SECRET="whsec_NEW whsec_OLD" dotnet run --urls http://127.0.0.1:3000
// Takes callbacks at /hook: verifies each, answers at once, and shows it. What was changed on its way is answered 401.
using System.Collections.Concurrent;
using OmniReel.Client;

if (Environment.GetEnvironmentVariable("WEBHOOK_SECRET") is not { Length: > 0 } secrets)
{
    Console.Error.WriteLine("Set WEBHOOK_SECRET to the secret that ./omnireel callbacks rotate-secret shows; two, with a blank between, while you change it.");
    return 2;
}

var verifier = new CallbackVerifier(secrets.Split(' '));
var seen = new ConcurrentDictionary<string, bool>(); // a table of your database, in earnest: it must outlive restarts

var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 1 << 20);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var app = builder.Build();

app.MapPost("/hook", async context =>
{
    // The bytes as they came: JSON that was parsed and written again has another signature.
    using var body = new MemoryStream();
    await context.Request.Body.CopyToAsync(body, context.RequestAborted);
    if (!verifier.TryOpen(body.ToArray(), name => context.Request.Headers[name], out var callback, out var why))
    {
        Console.WriteLine($"turned away: {why}");
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return;
    }

    context.Response.StatusCode = StatusCodes.Status204NoContent;
    if (!seen.TryAdd(callback.Id, true))
        return; // the same event once more

    var task = callback.Task;
    Console.WriteLine($"task {task.TaskId} {task.TaskStatus} {task.TaskStatusMsg}{task.TaskResult.Videos?[0].Url}".TrimEnd());
});

await app.StartAsync();
Console.WriteLine($"listens on {app.Urls.First()}/hook");
await app.WaitForShutdownAsync();
return 0;
