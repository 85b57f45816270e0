using OmniReel.Server.StoredBodies;

namespace OmniReel.Server.Tests.StoredBodies;

public sealed class BodyRoomTests
{
    private const int Large = 2 << 20;

    private readonly BodyRoom _room = new(2 * Large);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_finds_no_room_waits_in_order_until_others_let_go()
    {
        var (first, second) = (await BringAsync(Large), await BringAsync(Large));
        var large = BringAsync(2 * Large);
        var last = BringAsync(Large);
        (large.IsCompleted, last.IsCompleted).ShouldBe((false, false));
        first.Dispose();
        first.Dispose();
        // There would be room for the last, but it does not overtake.
        (large.IsCompleted, last.IsCompleted, _room.Held).ShouldBe((false, false, Large));
        second.Dispose();
        (await large).Dispose();
        (await last).Dispose();
        _room.Held.ShouldBe(0);
    }

    [Fact]
    public async Task One_always_has_room_and_small_ones_wait_for_nobody()
    {
        using var larger = await BringAsync(10 * Large);
        using var small = await BringAsync(BodyRoom.Small);
        _room.Held.ShouldBe(10 * Large);
    }

    [Fact]
    public async Task Who_stops_waiting_leaves_the_line_and_who_cannot_read_gives_room_back()
    {
        var first = await BringAsync(Large);
        using var stop = new CancellationTokenSource();
        var large = _room.BringAsync(2 * Large, _ => new(Array.Empty<byte>()), stop.Token);
        var last = BringAsync(Large);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(large);
        (await last).Dispose();
        first.Dispose();
        await Should.ThrowAsync<IOException>(_room.BringAsync(Large, _ => throw new IOException(), Stop));
        _room.Held.ShouldBe(0);
        Should.Throw<ObjectDisposedException>(() => first.Bytes);
    }

    private Task<HeldBody> BringAsync(int length) => _room.BringAsync(length, _ => new(Array.Empty<byte>()), Stop);
}
