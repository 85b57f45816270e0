using OmniReel.Contract.Requests;

namespace OmniReel.Server.Engines.Routes;

/// <summary>An engine as routes see it.</summary>
/// <param name="Name">As routes name it.</param>
/// <param name="Lacks">As <see cref="IEngine.Lacks"/>.</param>
public sealed record RoutedEngine(string Name, Func<VideoRequest, Language, IReadOnlyList<string>> Lacks);

/// <summary>What an engine cannot do of a request.</summary>
/// <param name="Engine">Its name.</param>
/// <param name="Lacks">As <see cref="IEngine.Lacks"/> says them; never empty.</param>
public sealed record EngineGap(string Engine, IReadOnlyList<string> Lacks);

/// <summary>What was decided for a request at accept.</summary>
/// <param name="Engine">The engine that is tried first; null when none that the request is routed to can do it.</param>
/// <param name="Gaps">What those lack that were asked before it; of a request without an engine all of them, and empty where no line is for it.</param>
public sealed record RouteChoice(string? Engine, IReadOnlyList<EngineGap> Gaps);

/// <summary>The routes name something that is not there. The message is a line for the operator, without a full stop.</summary>
public sealed class RouteException(string message) : Exception(message);
