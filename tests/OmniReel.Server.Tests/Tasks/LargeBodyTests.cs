using System.Text;
using OmniReel.Contract.Requests;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Tasks;

/// <summary>Eight tasks with bodies of tens of megabytes at once: what they hold in memory does not add up.</summary>
public sealed class LargeBodyTests : WorkerDesk
{
    private const int Tasks = 8;
    private const int Room = 64 << 20;

    public LargeBodyTests() => (Bodies, Options) = (new BodyRoom(Room), Options with { Slots = 1, Waiting = Tasks });

    [Fact]
    public async Task Only_as_many_as_there_is_room_for_are_in_memory_and_all_are_made()
    {
        var body = Body();
        for (var n = 1; n <= Tasks; n++)
            await AcceptAsync(n, body, InputKind.Reference);
        var mostAtOnce = Room / body.Length;
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Worker.StartAsync(Stop);

        var makings = new Queue<ScriptedEngine.Making>();
        await Eventually.Async(() => Task.FromResult(Engine.Waiting >= mostAtOnce));
        for (var n = 0; n < mostAtOnce; n++)
            makings.Enqueue(await Engine.NextAsync());
        // All are leased meanwhile, and none of the others is read.
        await Eventually.Async(async () => (await FindAsync(Tasks)).Status == VideoTaskStatus.Running);
        Engine.Waiting.ShouldBe(0);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        held.ShouldBeLessThan(Room + (16 << 20));
        Console.WriteLine($"{Tasks} bodies of {body.Length >> 20} MiB: {held >> 20} MiB held at most.");

        for (var n = mostAtOnce; n < Tasks; n++)
        {
            // As an engine does that has the pictures on disk; its film is drawn while the next is read.
            var made = makings.Dequeue();
            made.Attempt.Body.Dispose();
            makings.Enqueue(await Engine.NextAsync());
            Bodies.Held.ShouldBeLessThanOrEqualTo(Room);
            made.Finish(Sample.Result);
        }

        while (makings.TryDequeue(out var last))
            last.Finish(Sample.Result);
        await Eventually.Async(() => Task.FromResult(Bodies.Held == 0));
    }

    [Fact]
    public async Task A_body_without_inline_images_is_let_go_of_before_the_engine_begins()
    {
        await AcceptAsync(1, Encoding.UTF8.GetBytes($$"""{"model_name":"kling-v3-omni","mode":"std","aspect_ratio":"16:9","duration":"5","prompt":"a dancer","note":"{{new string('x', 2 << 20)}}"}"""), InputKind.TextToVideo);
        await Worker.StartAsync(Stop);
        var making = await Engine.NextAsync();
        Bodies.Held.ShouldBe(0);
        making.Finish(Sample.Result);
    }

    private static byte[] Body()
    {
        var picture = "/9j/" + new string('A', (12 << 20) - 4);
        return Encoding.UTF8.GetBytes($$"""
            {"model_name":"kling-v3-omni","mode":"std","aspect_ratio":"16:9","duration":"5","prompt":"<<<image_1>>> walks by the sea","image_list":[{"image_url":"{{picture}}"},{"image_url":"{{picture}}"}]}
            """);
    }
}
