using Microsoft.JSInterop;
using OmniReel.Console.Browser;
using OmniReel.Console.Words;

namespace OmniReel.Console.Look;

/// <summary>Which light the console stands in.</summary>
public enum Light
{
    /// <summary>As the system is set.</summary>
    System,

    /// <summary>Paper by day.</summary>
    Day,

    /// <summary>Night and lamps.</summary>
    Night,
}

/// <summary>The light, remembered where it was chosen and following the system where it was not.</summary>
public sealed class Appearance(BrowserPage page, Speech speech) : IDisposable
{
    private const string Kept = "light";

    private DotNetObjectReference<Appearance>? _self;
    private bool _systemIsDark;

    /// <summary>Raised when the light changes.</summary>
    public event Action? Changed;

    /// <summary>What was chosen.</summary>
    public Light Light { get; private set; }

    /// <summary>What is shown.</summary>
    public bool IsDark => Light == Light.Night || (Light == Light.System && _systemIsDark);

    /// <summary>Finds out which light to begin with.</summary>
    public async Task BeginAsync()
    {
        Light = await page.ReadAsync(Kept) switch { "light" => Light.Day, "dark" => Light.Night, _ => Light.System };
        _systemIsDark = await page.PrefersDarkAsync();
        await page.WatchDarkAsync(_self = DotNetObjectReference.Create(this));
        speech.Changed += () => _ = DressAsync();
        await DressAsync();
    }

    /// <summary>Chooses a light.</summary>
    public async Task ChooseAsync(Light light)
    {
        Light = light;
        await page.KeepAsync(Kept, light switch { Light.Day => "light", Light.Night => "dark", _ => null });
        await DressAsync();
        Changed?.Invoke();
    }

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public async Task OnSystemDark(bool dark)
    {
        _systemIsDark = dark;
        await DressAsync();
        Changed?.Invoke();
    }

    /// <inheritdoc/>
    public void Dispose() => _self?.Dispose();

    private async Task DressAsync() => await page.DressAsync(speech.Tag, IsDark);
}
