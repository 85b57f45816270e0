namespace OmniReel.Server.Tests.Lab;

/// <summary>The scenario of the lab that a test sees from the client's side.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ScenarioAttribute(string id) : Attribute
{
    public string Id { get; } = id;
}
