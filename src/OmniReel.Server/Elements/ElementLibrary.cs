using System.Collections.Concurrent;
using System.Globalization;
using OmniReel.Contract.Requests;
using OmniReel.Server.Inputs;

namespace OmniReel.Server.Elements;

/// <summary>
/// The elements of all tenants, and the presets. What films may name is answered from memory, which is filled from the store at
/// start and follows every write that goes through here; so every write does.
/// </summary>
public sealed class ElementLibrary : IElementCatalogs
{
    private readonly IElementStore _store;
    private readonly PresetElements _presets;
    private readonly ElementSettings _settings;
    private readonly ConcurrentDictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);
    private readonly Lock _bells = new();
    private readonly Dictionary<long, Bell> _awaited = [];

    /// <summary>Reads every element that was ever made.</summary>
    public ElementLibrary(IElementStore store, PresetElements presets, ElementSettings settings)
    {
        (_store, _presets, _settings) = (store, presets, settings);
        foreach (var made in store.Made())
            Shelve(made.Tenant, made.Id, made.Kind, made.IsDeleted);
    }

    /// <summary>Told the task id of each element that was accepted and is still to be made.</summary>
    public event Action<long>? Accepted;

    /// <inheritdoc/>
    public IElementCatalog Of(string tenant) => ShelfOf(tenant).Now;

    /// <inheritdoc/>
    public IElementCatalog EverOf(string tenant) => ShelfOf(tenant).Ever;

    /// <inheritdoc cref="IElementStore.AcceptAsync"/>
    public async ValueTask<ElementOutcome> AcceptAsync(NewElement element)
    {
        element = element with { Quota = _settings.Quota };
        // From here on the client may go: what it sent is worth keeping.
        var outcome = await _store.AcceptAsync(element, CancellationToken.None);
        while (outcome is ElementOutcome.IdTaken)
            outcome = await _store.AcceptAsync(element with { Id = ElementIds.Mint() }, CancellationToken.None);
        if (outcome is ElementOutcome.Accepted accepted)
            Accepted?.Invoke(accepted.Element.TaskId);
        return outcome;
    }

    /// <inheritdoc cref="IElementStore.FindRepeatAsync"/>
    public ValueTask<ElementOutcome?> FindRepeatAsync(string tenant, ElementClaim claim, CancellationToken cancellation) =>
        _store.FindRepeatAsync(tenant, claim, cancellation);

    /// <inheritdoc cref="IElementStore.FindAsync"/>
    public async ValueTask<Element?> FindAsync(string tenant, string idOrExternalId, CancellationToken cancellation)
    {
        var found = await _store.FindAsync(tenant, idOrExternalId, cancellation);
        // Its end may be read before whoever wrote it has come back: who is shown that it is made may name it at once.
        if (found is { Status: ElementStatus.Succeeded })
            Shelve(found.Tenant, found.Id, found.Facts.Kind, found.IsDeleted);
        return found;
    }

    /// <inheritdoc cref="IElementStore.FindMadeAsync"/>
    public ValueTask<Element?> FindMadeAsync(string tenant, long id, CancellationToken cancellation) => _store.FindMadeAsync(tenant, id, cancellation);

    /// <inheritdoc cref="IElementStore.ListAsync"/>
    public ValueTask<IReadOnlyList<Element>> ListAsync(string tenant, ElementForm form, bool usableOnly, int skip, int take, CancellationToken cancellation) =>
        _store.ListAsync(tenant, form, usableOnly, skip, take, cancellation);

    /// <summary>Deletes an element of the tenant's own. False when there is none of this id, or no more.</summary>
    public async ValueTask<bool> DeleteAsync(string tenant, string digits)
    {
        if (!ElementIds.TryParse(digits, out var id) || !await _store.DeleteAsync(tenant, id, CancellationToken.None))
            return false;
        ShelfOf(tenant).Delete(id);
        return true;
    }

    /// <summary>The element once it is made or never will be; its newest snapshot when the wait is canceled before.</summary>
    public async Task<Element> EndAsync(Element element, CancellationToken cancellation)
    {
        var bell = HangUp(element.TaskId);
        try
        {
            // Asked only now: an end before the bell was hung up would not ring it.
            var newest = await NewestAsync(element);
            if (newest.IsTerminal)
                return newest;
            var end = bell.Rung.Task.WaitAsync(cancellation);
            await ((Task)end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return end.IsCompletedSuccessfully ? await end : await NewestAsync(element);
        }
        finally
        {
            TakeDown(element.TaskId, bell);
        }
    }

    private async ValueTask<Element> NewestAsync(Element element) =>
        await FindAsync(element.Tenant, element.TaskId.ToString(CultureInfo.InvariantCulture), CancellationToken.None) ?? element;

    private Bell HangUp(long taskId)
    {
        lock (_bells)
        {
            if (!_awaited.TryGetValue(taskId, out var bell))
                _awaited.Add(taskId, bell = new Bell());
            bell.Waiters++;
            return bell;
        }
    }

    private void TakeDown(long taskId, Bell bell)
    {
        lock (_bells)
        {
            if (--bell.Waiters == 0)
                _awaited.Remove(taskId);
        }
    }

    /// <summary>What is said to whom there is no room for.</summary>
    public InputException OverQuota(ElementForm form, ElementKind kind) => InputFaults.ElementsOverQuota(ElementFields.First(form, kind), _settings.Quota);

    /// <summary>False, and nothing is written, when so many bytes of media no longer fit, or when it had ended.</summary>
    internal async ValueTask<bool> SucceedAsync(long taskId, IReadOnlyList<string> media, long bytes)
    {
        if (await _store.SucceedAsync(taskId, media, bytes, _settings.Quota, CancellationToken.None) is not { } made)
            return false;
        Shelve(made.Tenant, made.Id, made.Facts.Kind, isDeleted: false);
        Tell(made);
        return true;
    }

    internal async ValueTask FailAsync(long taskId, string message)
    {
        if (await _store.FailAsync(taskId, message, CancellationToken.None) is { } failed)
            Tell(failed);
    }

    private void Tell(Element ended)
    {
        lock (_bells)
        {
            if (_awaited.TryGetValue(ended.TaskId, out var bell))
                bell.Rung.TrySetResult(ended);
        }
    }

    /// <summary>One for all who wait for an element; it hangs until the last of them has gone.</summary>
    private sealed class Bell
    {
        public TaskCompletionSource<Element> Rung { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Waiters { get; set; }
    }

    private void Shelve(string tenant, long id, ElementKind kind, bool isDeleted) => ShelfOf(tenant).Add(id, kind, isDeleted);

    private Shelf ShelfOf(string tenant) => _shelves.GetOrAdd(tenant, static (_, presets) => new Shelf(presets), _presets);

    /// <summary>One tenant's elements.</summary>
    private sealed class Shelf
    {
        private readonly PresetElements _presets;
        private readonly ConcurrentDictionary<string, (ElementKind Kind, bool IsDeleted)> _own = new(StringComparer.Ordinal);

        public Shelf(PresetElements presets) => (_presets, Now, Ever) = (presets, new Catalog(this, deletedToo: false), new Catalog(this, deletedToo: true));

        public IElementCatalog Now { get; }

        public IElementCatalog Ever { get; }

        // A delete may come between the commit of the making and this: then it stays deleted.
        public void Add(long id, ElementKind kind, bool isDeleted) => _own.AddOrUpdate(Digits(id), (kind, isDeleted), (_, known) => (kind, known.IsDeleted || isDeleted));

        public void Delete(long id) => _own.AddOrUpdate(Digits(id), static _ => (default, true), static (_, known) => (known.Kind, true));

        private static string Digits(long id) => id.ToString(CultureInfo.InvariantCulture);

        private sealed class Catalog(Shelf shelf, bool deletedToo) : IElementCatalog
        {
            public ElementKind? Find(string elementId) =>
                shelf._own.TryGetValue(elementId, out var own) && (deletedToo || !own.IsDeleted) ? own.Kind : shelf._presets.Preset(elementId)?.Kind;
        }
    }
}
