using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

// What the server is measured against: the least a Kestrel endpoint can do. `baseline URL`.
var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls(args[0]);
builder.Logging.ClearProviders();
var app = builder.Build();
app.MapGet("/", () => "ok");
app.MapPost("/echo", async context =>
{
    var body = await JsonSerializer.DeserializeAsync(context.Request.Body, Wire.Default.Body, context.RequestAborted);
    context.Response.ContentType = "application/json";
    await JsonSerializer.SerializeAsync(context.Response.Body, body!, Wire.Default.Body, context.RequestAborted);
});
await app.RunAsync();

/// <summary>The body that the load sends.</summary>
internal sealed record Body(string ModelName, string Prompt, string Mode, string AspectRatio, string Duration, bool MultiShot, string Sound, string ExternalTaskId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Body))]
internal sealed partial class Wire : JsonSerializerContext;
