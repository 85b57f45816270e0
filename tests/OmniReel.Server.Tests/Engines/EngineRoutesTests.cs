using OmniReel.Server.Engines;
using OmniReel.Server.Tests.Stores;
using OmniReel.Server.Tests.Tasks;

namespace OmniReel.Server.Tests.Engines;

public sealed class EngineRoutesTests
{
    [Fact]
    public void A_task_goes_to_the_engine_it_was_accepted_for_and_is_refused_when_that_is_gone()
    {
        var engine = new ScriptedEngine();
        var routes = new EngineRoutes([engine]);
        routes.For(Sample.Queued(1)).ShouldBe(engine);
        var orphan = Sample.Queued(1) with { Facts = Sample.Facts("zh") with { Engine = "sold" } };
        Should.Throw<EngineRefusedException>(() => routes.For(orphan)).Message.ShouldContain("sold");
    }

    [Fact]
    public void A_server_without_engines_does_not_start() => Should.Throw<ArgumentException>(() => new EngineRoutes([]));
}
