namespace OmniReel.Server.Lab.Scenarios;

/// <summary>One order's turn.</summary>
/// <param name="Order">Which.</param>
/// <param name="Left">How much longer it will hold; null where it goes by no time.</param>
public readonly record struct LabTurn(LabOrder Order, TimeSpan? Left);

/// <summary>An order of a script, and how often it had its turn.</summary>
/// <param name="Order">Which.</param>
/// <param name="Seen">Requests or tasks that it fitted.</param>
/// <param name="Used">Those that it was applied to.</param>
public sealed record LabLine(LabOrder Order, int Seen, int Used);

/// <summary>Orders that wait for their turn, counted. What comes at the same time is counted one after the other.</summary>
public sealed class LabScript(IReadOnlyList<LabOrder> orders, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Entry[] _entries = [.. orders.Select(order => new Entry(order))];

    /// <summary>As it stands.</summary>
    public IReadOnlyList<LabLine> Lines
    {
        get
        {
            lock (_gate) return [.. _entries.Select(one => new LabLine(one.Order, one.Seen, one.Used))];
        }
    }

    /// <summary>The first order that fits and whose turn it is; null for none.</summary>
    public LabTurn? Take(Func<LabOrder, bool> fits)
    {
        lock (_gate)
        {
            foreach (var entry in _entries)
            {
                if (fits(entry.Order) && Turn(entry) is { } turn) return turn;
            }
        }

        return null;
    }

    /// <summary>All orders that fit and whose turn it is, of each scenario the first.</summary>
    public IReadOnlyList<LabOrder> TakeAll(Func<LabOrder, bool> fits)
    {
        var taken = new List<LabOrder>();
        lock (_gate)
        {
            foreach (var entry in _entries)
            {
                if (fits(entry.Order) && taken.TrueForAll(one => one.Id != entry.Order.Id) && Turn(entry) is { } turn) taken.Add(turn.Order);
            }
        }

        return taken;
    }

    private LabTurn? Turn(Entry entry)
    {
        if (entry.Used == entry.Order.Times) return null;
        if (entry.Seen++ < entry.Order.Skip) return null;
        TimeSpan? left = null;
        if (entry.Order.Id == "error" && entry.Order.Given("seconds"))
        {
            entry.Since ??= clock.GetUtcNow();
            left = entry.Since + entry.Order.Seconds("seconds") - clock.GetUtcNow();
            if (left <= TimeSpan.Zero) return null;
        }

        entry.Used++;
        return new LabTurn(entry.Order, left);
    }

    private sealed class Entry(LabOrder order)
    {
        public LabOrder Order { get; } = order;

        public int Seen { get; set; }

        public int Used { get; set; }

        public DateTimeOffset? Since { get; set; }
    }
}
