using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using OmniReel.Console.Access;
using OmniReel.Console.Words;
using OmniReel.Contract.Answers;

namespace OmniReel.Console.Create.Files;

/// <summary>Takes files from the page and sends them to <c>POST /v1/files</c>. A script sends them: only it can tell how much has gone.</summary>
public sealed class FileDesk(IJSRuntime scripts, Session session, Speech speech) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    /// <summary>The files that stand in an <c>input</c>, which is empty afterwards.</summary>
    public async Task<IReadOnlyList<ChosenFile>> TakeAsync(ElementReference input)
    {
        var files = await (await Module).InvokeAsync<string[][]>("take", input);
        return [.. files.Select(static file => new ChosenFile(file[0], file[1], file[2], file[3] switch { "picture" => FileKind.Picture, "film" => FileKind.Film, _ => FileKind.Other }))];
    }

    /// <summary>Sends a file.</summary>
    /// <param name="file">Which.</param>
    /// <param name="share">Told of the share that has gone, 0 to 1.</param>
    /// <returns>Its link; or why it was not taken.</returns>
    public async Task<(string? Url, string? Refusal)> SendAsync(ChosenFile file, Action<double> share)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var listener = DotNetObjectReference.Create(new Progress(share));
        var answer = await (await Module).InvokeAsync<string[]>("send", file.Key, session.Csrf ?? "", speech.Tag, listener);
        return Read(answer[0], answer[1]);
    }

    /// <summary>Where the caret stands in the field with this id; -1 when it is not there.</summary>
    public async Task<int> CaretAsync(string id) => await (await Module).InvokeAsync<int>("caret", id);

    /// <summary>Puts the focus into a field, and the caret where it is told to.</summary>
    public async Task PlaceCaretAsync(string id, int at) => await (await Module).InvokeVoidAsync("place", id, at);

    /// <summary>Brings a place of the page into sight and gives it the focus: the first field in it.</summary>
    public async Task GoAsync(string id) => await (await Module).InvokeVoidAsync("go", id);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_module is { } module)
            await (await module).DisposeAsync();
    }

    private (string? Url, string? Refusal) Read(string status, string text)
    {
        if (status == "0")
            return (null, speech["the server was not reached", "无法连接服务"]);
        try
        {
            if (status == "200" && JsonSerializer.Deserialize(text, WireContext.Default.EnvelopeFileData) is { Data: { } data })
                return (data.Url, null);
            if (JsonSerializer.Deserialize(text, WireContext.Default.EnvelopeErrorData) is { Message: { Length: > 0 } message })
                return (null, message);
        }
        catch (JsonException)
        {
            // Something before the server answered for it.
        }

        return (null, $"HTTP {status}");
    }

    private Task<IJSObjectReference> Module => _module ??= scripts.InvokeAsync<IJSObjectReference>("import", "./app/create.js").AsTask();

    /// <summary>What the script tells of a file on its way.</summary>
    public sealed class Progress(Action<double> share)
    {
        /// <summary>So much has gone.</summary>
        [JSInvokable]
        public void OnShare(double sent) => share(sent);
    }
}
