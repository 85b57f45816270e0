namespace OmniReel.Server.Tasks;

/// <summary>How this node works on tasks.</summary>
public sealed record WorkerOptions
{
    /// <summary>Who this node is; the same after a restart.</summary>
    public required string Node { get; init; }

    /// <summary>Tasks worked on at the same time; 0 for a node that only keeps them. A film keeps about two processors busy.</summary>
    public int Slots { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>
    /// Tasks that may wait for their inputs beside those that are worked on. Beyond that only tasks without inputs are begun.
    /// </summary>
    public int Waiting { get; init; } = 8;

    /// <summary>How long a lease lasts without a renewal.</summary>
    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a lease is renewed.</summary>
    public TimeSpan RenewEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Without a successful renewal for this long the node stops the work itself, well before anybody may take it over.</summary>
    public TimeSpan FenceAfter { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>As <see cref="LeaseTime"/>, for work that is done elsewhere: a paid request must surely fit into what is left of one.</summary>
    public TimeSpan RemoteLeaseTime { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>As <see cref="RenewEvery"/>, for work that is done elsewhere: thousands wait at once.</summary>
    public TimeSpan RemoteRenewEvery { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>As <see cref="FenceAfter"/>, for work that is done elsewhere.</summary>
    public TimeSpan RemoteFenceAfter { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Waited beyond <see cref="LeaseTime"/> before a task is taken from a silent worker.</summary>
    public TimeSpan RescueGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often lost leases are looked for.</summary>
    public TimeSpan RescueEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The lost lease of this number fails the task.</summary>
    public int RescueLimit { get; init; } = 3;

    /// <summary>
    /// The death of the server of this number, each with the task at work, fails the task. High on purpose: a server that is
    /// killed for other reasons must not cost anybody a film; this only ends the loop of a film that kills its server every time.
    /// </summary>
    public int TakeUpLimit { get; init; } = 100;

    /// <summary>
    /// The attempt of this number fails the task when it ends in trouble around the engine (<see cref="Engines.EngineTroubleException"/>, or a
    /// store that refuses the engine a look); earlier ones give it back to the queue.
    /// </summary>
    public int TroubleLimit { get; init; } = 4;

    /// <summary>How long a task is held back after such trouble; its slot stays taken, since the next film would meet the same.</summary>
    public TimeSpan TroublePause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the queue is looked at without a signal; the signal is a hint, this is the truth.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Waited before a write that the store had no room for is tried again.</summary>
    public TimeSpan WriteAgainAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Of leases on work that is done here.</summary>
    internal LeasePace Here => new(LeaseTime, RenewEvery, FenceAfter, IsSpread: false);

    /// <summary>Of leases on work that is done elsewhere.</summary>
    internal LeasePace Elsewhere => new(RemoteLeaseTime, RemoteRenewEvery, RemoteFenceAfter, IsSpread: true);
}

/// <summary>How a lease is kept.</summary>
/// <param name="Time">How long it lasts without a renewal.</param>
/// <param name="Renewal">How often it is renewed.</param>
/// <param name="Fence">Without a renewal for this long the work stops.</param>
/// <param name="IsSpread">The first renewal comes earlier by up to half its period, so that what was leased together is not renewed together.</param>
internal sealed record LeasePace(TimeSpan Time, TimeSpan Renewal, TimeSpan Fence, bool IsSpread)
{
    /// <summary>Those that are renewed at one moment share a commit: so many moments in half a period.</summary>
    private const int Moments = 10;

    /// <summary>When a task's lease is first renewed.</summary>
    public TimeSpan First(long taskId) => IsSpread ? Renewal / 2 + Renewal / 2 * (taskId % Moments + 1) / Moments : Renewal;
}
