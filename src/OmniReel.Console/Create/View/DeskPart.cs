using Microsoft.AspNetCore.Components;
using OmniReel.Console.Create.Files;
using OmniReel.Console.Words;

namespace OmniReel.Console.Create.View;

/// <summary>A part of the Create page: it is drawn anew whenever the form changes.</summary>
public abstract class DeskPart : Spoken, IDisposable
{
    /// <summary>The form and what is said of it.</summary>
    [Inject]
    protected Desk Desk { get; set; } = null!;

    /// <summary>Files, and what only a script can do.</summary>
    [Inject]
    protected FileDesk Files { get; set; } = null!;

    /// <summary>The form.</summary>
    protected CreateForm Form => Desk.Form;

    /// <inheritdoc/>
    protected override void OnInitialized() => Desk.Changed += Redraw;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Leaves the page.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing) Desk.Changed -= Redraw;
    }

    /// <summary><c>true</c> where something is wrong at a place, else null: the attribute is left out then.</summary>
    protected string? Invalid(FormField field, int? item = null) => Desk.At(field, item).Any() ? "true" : null;

    private void Redraw() => _ = InvokeAsync(StateHasChanged);
}
