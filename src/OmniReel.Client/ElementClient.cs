using System.Text;
using OmniReel.Client.Reading;
using OmniReel.Client.Sending;
using OmniReel.Contract.Answers;

namespace OmniReel.Client;

/// <summary>The library of elements: subjects that films name by id. Both of the vendor's forms, whose libraries are queried apart.</summary>
public sealed class ElementClient
{
    private const string Advanced = "/advanced-custom-elements";
    private const string Simple = "/custom-elements";

    private readonly Transport _transport;

    internal ElementClient(Transport transport) => _transport = transport;

    /// <summary>Creates the task that makes an element.</summary>
    /// <param name="element">What it is made from.</param>
    /// <param name="idempotencyKey">1 to 255 printable characters that stand for this one wish; with it, a lost answer is asked for again. Only OmniReel honours it.</param>
    /// <param name="cancellation">Gives up waiting for the answer; the task may exist nevertheless.</param>
    /// <exception cref="RequestRefusedException">Fields are wrong; <see cref="OmniReelException.Errors"/> names each.</exception>
    /// <exception cref="LimitReachedException">The library is full.</exception>
    /// <exception cref="OutcomeUnknownException">No answer came: the task may exist.</exception>
    public Task<CreatedData> CreateAsync(NewCustomElement element, string? idempotencyKey = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(element);
        return _transport.CallAsync(_transport.Create(At(Advanced), element.ToUtf8(), idempotencyKey), TaskReader.ReadCreated, cancellation);
    }

    /// <summary>
    /// Creates the task that makes an element and lets the server hold its answer until the element is made or the time is over
    /// (<c>Prefer: wait</c>): the task as it stands then. A server that does not know this answers at once.
    /// </summary>
    /// <inheritdoc cref="CreateAsync(NewCustomElement, string?, CancellationToken)"/>
    /// <param name="element">What it is made from.</param>
    /// <param name="hold">0 to 60 seconds.</param>
    /// <param name="idempotencyKey">1 to 255 printable characters that stand for this one wish.</param>
    /// <param name="cancellation">Gives up waiting for the answer; the task may exist nevertheless.</param>
    public Task<ElementTaskData> CreateAsync(NewCustomElement element, TimeSpan hold, string? idempotencyKey = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(element);
        return _transport.CallAsync(_transport.Create(At(Advanced), element.ToUtf8(), idempotencyKey) with { Hold = OmniReelClient.Holdable(hold) }, ElementReader.Read, cancellation);
    }

    /// <summary>The task of one element, by its id or by your external id.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public Task<ElementTaskData> GetAsync(string id, CancellationToken cancellation = default) => _transport.CallAsync(One(Advanced, id), ElementReader.Read, cancellation);

    /// <summary>The task of one element, once it has ended or the time is over, whichever is first (<c>Prefer: wait</c>). A server that does not know this answers at once.</summary>
    /// <param name="id">The task's id or your external id.</param>
    /// <param name="hold">0 to 60 seconds.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NotFoundException">There is none.</exception>
    public Task<ElementTaskData> GetAsync(string id, TimeSpan hold, CancellationToken cancellation = default) =>
        _transport.CallAsync(One(Advanced, id) with { Hold = OmniReelClient.Holdable(hold) }, ElementReader.Read, cancellation);

    /// <summary>Waits until an element is made, or has failed, and returns its task.</summary>
    /// <param name="id">The task's id or your external id.</param>
    /// <param name="cancellation">Stops waiting; the element goes on being made.</param>
    /// <exception cref="NotFoundException">There is no such task.</exception>
    public async Task<ElementTaskData> WaitAsync(string id, CancellationToken cancellation = default)
    {
        while (true)
        {
            var task = await GetAsync(id, cancellation).ConfigureAwait(false);
            if (TaskStatusWords.IsTerminal(task.TaskStatus))
                return task;
            await Task.Delay(_transport.Options.PollInterval, _transport.Options.Time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>A page of your own elements' tasks, newest first.</summary>
    /// <param name="page">1 to 1000.</param>
    /// <param name="size">1 to 500.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<ElementTaskData>> ListAsync(int page = 1, int size = 30, CancellationToken cancellation = default) =>
        ListAsync(Advanced, page, size, ElementReader.Read, cancellation);

    /// <summary>A page of the elements that everybody has.</summary>
    /// <inheritdoc cref="ListAsync(int, int, CancellationToken)"/>
    public Task<IReadOnlyList<ElementTaskData>> PresetsAsync(int page = 1, int size = 30, CancellationToken cancellation = default) =>
        ListAsync("/advanced-presets-elements", page, size, ElementReader.Read, cancellation);

    /// <summary>Deletes an element of your own, of either form. Films that were accepted before are not touched. Not sent twice.</summary>
    /// <param name="elementId">The element's id, not its task's.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    /// <exception cref="RequestRefusedException">There is no such element, it is deleted already, or it is a preset (code 1201).</exception>
    public Task DeleteAsync(long elementId, CancellationToken cancellation = default) =>
        _transport.CallAsync(Ask.Post(At("/delete-elements"), Encoding.ASCII.GetBytes($$"""{"element_id":"{{elementId}}"}""")), Data.Nothing, cancellation);

    /// <summary>Makes an element in the older form, and answers with it.</summary>
    /// <inheritdoc cref="CreateAsync(NewCustomElement, string?, CancellationToken)"/>
    public Task<SimpleElementData> CreateSimpleAsync(NewSimpleElement element, string? idempotencyKey = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(element);
        return _transport.CallAsync(_transport.Create(At(Simple), element.ToUtf8(), idempotencyKey), ElementReader.ReadSimple, cancellation);
    }

    /// <summary>One element of the older form.</summary>
    /// <param name="elementId">The element's id.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<SimpleElementData> GetSimpleAsync(long elementId, CancellationToken cancellation = default) =>
        _transport.CallAsync(One(Simple, elementId.ToString()), ElementReader.ReadSimple, cancellation);

    /// <summary>A page of your own elements of the older form.</summary>
    /// <inheritdoc cref="ListAsync(int, int, CancellationToken)"/>
    public Task<IReadOnlyList<SimpleElementData>> ListSimpleAsync(int page = 1, int size = 30, CancellationToken cancellation = default) =>
        ListAsync(Simple, page, size, ElementReader.ReadSimple, cancellation);

    /// <summary>A page of the elements that everybody has, in the older form.</summary>
    /// <inheritdoc cref="ListAsync(int, int, CancellationToken)"/>
    public Task<IReadOnlyList<SimpleElementData>> SimplePresetsAsync(int page = 1, int size = 30, CancellationToken cancellation = default) =>
        ListAsync("/presets-elements", page, size, ElementReader.ReadSimple, cancellation);

    private string At(string path) => _transport.Addresses.General(path);

    private Ask One(string path, string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return Ask.Get($"{At(path)}/{Uri.EscapeDataString(id)}") with { NamesOne = true };
    }

    private Task<IReadOnlyList<T>> ListAsync<T>(string path, int page, int size, Func<System.Text.Json.JsonElement, T> read, CancellationToken cancellation) =>
        _transport.CallAsync(Ask.Get(OmniReelClient.Paged(At(path), page, size)), Data.EachAs(read), cancellation);
}
