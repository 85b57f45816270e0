using OmniReel.Server.Lab.Rooms;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Lab;

/// <summary>However long a lab is used, it holds no more than it says.</summary>
public sealed class LabMemoryTests : IDisposable
{
    private readonly LabRooms _rooms = new([], TimeProvider.System);

    public void Dispose() => _rooms.Dispose();

    [Fact]
    public void Of_a_tests_tasks_the_last_are_known_and_all_that_are_at_work()
    {
        var tenant = _rooms.Of("long").TenantOf("one");
        var stuck = Enumerable.Range(1, 10).Select(id => Accept(id, tenant)).ToList();
        for (var id = 11; id <= 10 * LabRoom.MostTasks; id++) Accept(id, tenant).End();
        _rooms.Known.ShouldBe(LabRoom.MostTasks);
        for (var i = 0; i < stuck.Count; i++) _rooms.Find(i + 1).ShouldBe(stuck[i]);
        _rooms.Find(10 * LabRoom.MostTasks).ShouldNotBeNull();
        _rooms.Find(11).ShouldBeNull();

        // Another test has its own.
        Accept(1_000_000, _rooms.Of("short").TenantOf("one")).End();
        _rooms.Known.ShouldBe(LabRoom.MostTasks + 1);
    }

    [Fact]
    public void What_was_reset_shares_one_room_that_writes_nothing_down()
    {
        var gone = new HashSet<LabRoom>();
        for (var i = 0; i < 100; i++)
        {
            var tenant = _rooms.Of("again").TenantOf("one");
            _rooms.Reset("again").ShouldNotBe(_rooms.OfTenant(tenant));
            gone.Add(_rooms.OfTenant(tenant));
        }

        var room = gone.ShouldHaveSingleItem();
        room.Journal.Add(number => new LabCallback { Number = number, At = 0, LabAt = 0, WebhookId = "", TaskId = "", Event = "", Url = "", Body = "", Reason = "" });
        room.Journal.Callbacks(0).ShouldBeEmpty();
        _rooms.All.ShouldHaveSingleItem().Name.ShouldBe("again");
    }

    private LabTask Accept(long id, string tenant) => _rooms.Accept(new NewTask(id, tenant, null, TaskFacts.Unreadable, ReadOnlyMemory<byte>.Empty, 1, null));
}
