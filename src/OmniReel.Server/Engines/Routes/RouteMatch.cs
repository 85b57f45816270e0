using OmniReel.Contract.Requests;

namespace OmniReel.Server.Engines.Routes;

/// <summary>For which requests a line is: null stands for any.</summary>
public readonly record struct RouteMatch(VideoModel? Model, InputKind? Kind, ShotKind? Shots, VideoMode? Mode)
{
    /// <summary>How many of the four it names, 0 to 4: of two lines that are for a request, the one that names more is taken.</summary>
    public int Names => (Model is null ? 0 : 1) + (Kind is null ? 0 : 1) + (Shots is null ? 0 : 1) + (Mode is null ? 0 : 1);

    /// <summary>Whether it is for such a request.</summary>
    public bool IsFor(VideoRequest request) =>
        (Model is null || Model == request.Model) && (Kind is null || Kind == request.Kind.Input) && (Shots is null || Shots == request.Kind.Shots)
        && (Mode is null || Mode == request.Mode);

    /// <summary>As it is written: <c>kling-v3-omni text-to-video 4k</c>, or <c>*</c>.</summary>
    public override string ToString() =>
        Names == 0 ? RouteReader.Any : string.Join(' ', new[] { Model?.WireName(), Kind?.WireName(), Shots?.WireName(), Mode?.WireName() }.OfType<string>());
}
