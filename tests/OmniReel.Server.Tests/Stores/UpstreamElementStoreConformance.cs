using OmniReel.Server.Engines.Kling.Elements;

namespace OmniReel.Server.Tests.Stores;

/// <summary>Every promise of <see cref="IUpstreamElementStore"/>.</summary>
public abstract class UpstreamElementStoreConformance : IAsyncLifetime
{
    private static readonly UpstreamElement s_first = new("relay-a", "1234567890123456", 1, "task-1", "321922438904313", 1_764_300_000_000);

    private protected IUpstreamElementStore Store { get; set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Opens a store on the same data again and again.</summary>
    private protected abstract Task<IUpstreamElementStore> OpenAsync();

    private protected abstract Task CloseAsync();

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_kept_is_there_after_reopening_for_its_connection_and_element_alone()
    {
        (await Store.FindAsync(s_first.Connection, s_first.Element, Stop)).ShouldBeNull();
        await Store.KeepAsync(s_first, Stop);
        for (var i = 0; i < 2; i++)
        {
            (await Store.FindAsync(s_first.Connection, s_first.Element, Stop)).ShouldBe(s_first);
            (await Store.FindAsync("relay-b", s_first.Element, Stop)).ShouldBeNull();
            (await Store.FindAsync(s_first.Connection, "1", Stop)).ShouldBeNull();
            await CloseAsync();
            Store = await OpenAsync();
        }
    }

    [Fact]
    public async Task A_later_edition_takes_the_place_of_an_earlier_one_and_never_the_other_way_round()
    {
        var second = s_first with { Edition = 2, TaskId = "task-2", UpstreamId = "999", MadeAt = 1_764_300_100_000 };
        await Store.KeepAsync(s_first, Stop);
        await Store.KeepAsync(second, Stop);
        await Store.KeepAsync(s_first, Stop);
        (await Store.FindAsync(s_first.Connection, s_first.Element, Stop)).ShouldBe(second);
    }
}
