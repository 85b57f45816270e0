using System.Globalization;
using System.Net.Http.Headers;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Rules;

namespace OmniReel.Console.Api;

/// <summary>What the pages ask the server for, beside what <see cref="Client.OmniReelClient"/> has: the public API, called as anybody may call it.</summary>
public sealed class ConsoleApi(Calls calls)
{
    private const string Vendor = "v1/videos/omni-video";
    private const string Relay = "kling/v1/videos/omni-video";
    private const string General = "v1/general";

    /// <summary>Tasks, newest first, with how their prompts begin. Pages from 1, sizes to 500.</summary>
    public Task<IReadOnlyList<TaskData>> TasksAsync(int page, int size, CancellationToken cancellation) => calls.GetAsync(
        string.Create(CultureInfo.InvariantCulture, $"{Vendor}?pageNum={page}&pageSize={size}&titles=true"), WireContext.Default.EnvelopeIReadOnlyListTaskData, cancellation);

    /// <summary>One task.</summary>
    public Task<TaskData> TaskAsync(string id, CancellationToken cancellation) =>
        calls.GetAsync($"{Vendor}/{Uri.EscapeDataString(id)}", WireContext.Default.EnvelopeTaskData, cancellation);

    /// <summary>The body that a task was created with.</summary>
    public async Task<StoredRequest> RequestAsync(string id, CancellationToken cancellation)
    {
        var (text, profile) = await calls.TextAsync($"{Vendor}/{Uri.EscapeDataString(id)}/request", "X-OmniReel-Profile", cancellation);
        return new StoredRequest(text, profile == "relay");
    }

    /// <summary>Creates a task. The key stands for this one wish: sent again, it gives the same task.</summary>
    public async Task<CreatedData> CreateAsync(ReadOnlyMemory<byte> body, string idempotencyKey, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Vendor) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await calls.SendAsync(request, WireContext.Default.EnvelopeCreatedData, cancellation);
    }

    /// <summary>What a body would come to.</summary>
    public Task<QuoteData> QuoteAsync(ReadOnlyMemory<byte> body, bool relay, CancellationToken cancellation) =>
        calls.PostAsync((relay ? Relay : Vendor) + "/quote", body, WireContext.Default.EnvelopeQuoteData, cancellation);

    /// <summary>The account's own elements, newest first.</summary>
    public Task<IReadOnlyList<ElementTaskData>> ElementsAsync(CancellationToken cancellation) =>
        calls.GetAsync($"{General}/advanced-custom-elements?pageSize=500", WireContext.Default.EnvelopeIReadOnlyListElementTaskData, cancellation);

    /// <summary>The elements that everybody has.</summary>
    public Task<IReadOnlyList<ElementTaskData>> PresetsAsync(CancellationToken cancellation) =>
        calls.GetAsync($"{General}/advanced-presets-elements?pageSize=500", WireContext.Default.EnvelopeIReadOnlyListElementTaskData, cancellation);

    /// <summary>Begins to make an element of pictures.</summary>
    public Task<CreatedData> MakeElementAsync(ElementOfPictures element, CancellationToken cancellation) =>
        calls.PostAsync($"{General}/advanced-custom-elements", element.ToUtf8(), WireContext.Default.EnvelopeCreatedData, cancellation);

    /// <summary>Deletes an element of one's own.</summary>
    public Task DeleteElementAsync(long id, CancellationToken cancellation) =>
        calls.PostAsync($"{General}/delete-elements", ElementOfPictures.Deletion(id), cancellation);

    /// <summary>Uploads a picture or a film; its link may stand wherever a request takes an address.</summary>
    public async Task<FileData> UploadAsync(Stream content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/files") { Content = new StreamContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await calls.SendAsync(request, WireContext.Default.EnvelopeFileData, cancellation);
    }

    /// <summary>Every rule.</summary>
    public Task<IReadOnlyList<RuleEntry>> RulesAsync(CancellationToken cancellation) =>
        calls.GetAsync("v1/rules", WireContext.Default.EnvelopeIReadOnlyListRuleEntry, cancellation);

    /// <summary>The server's version, machine and key.</summary>
    public Task<AboutData> AboutAsync(CancellationToken cancellation) => calls.GetAsync("console/about", WireContext.Default.EnvelopeAboutData, cancellation);

    /// <summary>The server's figures, in Prometheus' text format.</summary>
    public async Task<string> MetricsAsync(CancellationToken cancellation) => (await calls.TextAsync("metrics", null, cancellation)).Text;
}
