using CsCheck;
using OmniReel.Server.Engines.Submits;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Engines.Submits;

/// <summary>The protocol itself, against all that can happen to it: lost answers, deaths at every boundary, lost leases, answers that come too late.</summary>
public sealed class SubmitModelTests
{
    private static readonly Gen<UpstreamCapabilities> s_capabilities = Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, (query, dedupe, list) => new UpstreamCapabilities(query, dedupe, list));

    [Fact]
    public void No_film_is_paid_twice_and_none_that_is_paid_is_lost()
    {
        var (wanted, steps, worlds, deaths, paid) = (Checkout.Count(20_000, 1_000_000), 0L, 0L, 0L, 0L);
        while (Interlocked.Read(ref steps) < wanted)
        {
            Gen.Select(s_capabilities, Gen.Int[0, 10_000].Array[0, 60]).Sample(
                (capabilities, script) =>
                {
                    var world = new SubmitWorld(capabilities, script);
                    Task.Run(world.RunAsync).GetAwaiter().GetResult();
                    Check(world);
                    Interlocked.Add(ref steps, world.Steps);
                    Interlocked.Increment(ref worlds);
                    Interlocked.Add(ref deaths, world.Deaths);
                    Interlocked.Add(ref paid, world.AllPaid.Count);
                },
                iter: 500);
        }

        Console.WriteLine($"submit model: {steps} steps in {worlds} worlds, {deaths} deaths, {paid} films paid; none twice, none lost");
    }

    private static void Check(SubmitWorld world)
    {
        var book = world.Store.All;
        var told = $"{world.Capabilities}, ended {world.Ended}: {string.Join("; ", book.Select(one => $"{one.Id} {one.Reference} {one.State} {one.UpstreamId} {one.Note}"))}";
        world.Ended.ShouldNotBeNull(told);
        world.AllPaid.Count.ShouldBeLessThanOrEqualTo(1, told);

        // One intent is one POST at most; a repeat under the same reference is an intent of its own.
        foreach (var (reference, posts) in world.Posts)
            posts.ShouldBeLessThanOrEqualTo(book.Count(one => one.Reference == reference), told);
        book.Count(one => one.IsOpen).ShouldBeLessThanOrEqualTo(world.Ended == "failed" ? 0 : 1, told);

        foreach (var film in world.AllPaid)
        {
            // Where nobody can be asked, a person sees that the outcome is unknown; everywhere else the film itself is known.
            var isSeen = world.Capabilities is { RefQuery: false, List: false }
                ? book.Any(one => one.UpstreamId == film.UpstreamId || (one.Reference == film.Reference && one.State == SubmitState.Abandoned))
                : book.Any(one => one.UpstreamId == film.UpstreamId && one.State is SubmitState.Accepted or SubmitState.Orphaned);
            isSeen.ShouldBeTrue(told);
        }

        // What succeeds has the film that was paid for.
        if (world.Ended != "failed")
            world.AllPaid.ShouldHaveSingleItem(told).UpstreamId.ShouldBe(world.Ended);
    }
}
