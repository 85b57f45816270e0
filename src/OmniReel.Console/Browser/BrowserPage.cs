using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace OmniReel.Console.Browser;

/// <summary>The page that the console runs in: what it remembers, and what only a script can do.</summary>
public sealed class BrowserPage(IJSRuntime scripts) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    /// <summary>A small choice that was kept; null for none.</summary>
    public ValueTask<string?> ReadAsync(string name) => CallAsync<string?>("read", name);

    /// <summary>Keeps a small choice for the next visit. Nothing secret goes here.</summary>
    public ValueTask KeepAsync(string name, string? value) => DoAsync("keep", name, value);

    /// <summary>The languages that the browser's owner reads, the best first, with commas between.</summary>
    public ValueTask<string> LanguagesAsync() => CallAsync<string>("languages");

    /// <summary>The system is set to dark.</summary>
    public ValueTask<bool> PrefersDarkAsync() => CallAsync<bool>("prefersDark");

    /// <summary>Calls <c>OnSystemDark</c> of the listener whenever the system changes its light.</summary>
    public ValueTask WatchDarkAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] T>(DotNetObjectReference<T> listener)
        where T : class => DoAsync("watchDark", listener);

    /// <summary>Tells the document its language and light.</summary>
    public ValueTask DressAsync(string language, bool dark) => DoAsync("dress", language, dark);

    /// <summary>Puts a text on the clipboard; false where the browser does not allow it.</summary>
    public ValueTask<bool> CopyAsync(string text) => CallAsync<bool>("copy", text);

    /// <summary>The page is in a tab that nobody sees.</summary>
    public ValueTask<bool> IsHiddenAsync() => CallAsync<bool>("isHidden");

    /// <summary>Moves the keyboard's focus.</summary>
    public ValueTask FocusAsync(string selector) => DoAsync("focus", selector);

    /// <summary>Plays a film, or stops it and goes back to its beginning.</summary>
    public ValueTask PlayAsync(ElementReference film, bool on) => DoAsync("play", film, on);

    /// <summary>Moves a film to a time in seconds.</summary>
    public ValueTask SeekAsync(ElementReference film, double seconds) => DoAsync("seek", film, seconds);

    /// <summary>Gives the browser's owner a text as a file.</summary>
    public ValueTask SaveAsync(string name, string text) => DoAsync("save", name, text);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_module is { } module) await (await module).DisposeAsync();
    }

    private async ValueTask<T> CallAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        string name, params object?[] arguments) => await (await Module).InvokeAsync<T>(name, arguments);

    private async ValueTask DoAsync(string name, params object?[] arguments) => await (await Module).InvokeVoidAsync(name, arguments);

    private Task<IJSObjectReference> Module => _module ??= scripts.InvokeAsync<IJSObjectReference>("import", "./app/app.js").AsTask();
}
