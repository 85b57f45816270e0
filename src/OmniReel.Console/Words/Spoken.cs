using Microsoft.AspNetCore.Components;

namespace OmniReel.Console.Words;

/// <summary>A component with words in it: it is drawn anew when the language changes.</summary>
public abstract class Spoken : ComponentBase
{
    /// <summary>The words.</summary>
    [Inject]
    protected Speech S { get; set; } = null!;

    /// <summary>Only to be drawn anew by; <see cref="S"/> has the words.</summary>
    [CascadingParameter(Name = "Language")]
    public string? Language { get; set; }
}
