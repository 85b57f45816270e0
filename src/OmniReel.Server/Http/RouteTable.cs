using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OmniReel.Server.Http.Metrics;

namespace OmniReel.Server.Http;

/// <summary>A resource's endpoints: one class and one file for each resource.</summary>
internal interface IEndpoints
{
    /// <summary>Adds the resource's paths.</summary>
    void Map(RouteTable routes);
}

/// <summary>All paths of the server, each with its verbs and its meter. A trailing slash makes no difference to any of them.</summary>
internal sealed class RouteTable(IEndpointRouteBuilder builder, HttpMeters meters)
{
    /// <summary>Serves a path. What a program asks for is described in <c>OpenApi/Operations/DescribedPaths.cs</c> too.</summary>
    public void Add(string path, Verbs verbs) => builder.Map(path, verbs.InvokeAsync).WithMetadata(meters.For(path), verbs);
}
