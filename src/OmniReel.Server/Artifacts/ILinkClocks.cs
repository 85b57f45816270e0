namespace OmniReel.Server.Artifacts;

/// <summary>For links that do not live by the server's clock.</summary>
public interface ILinkClocks
{
    /// <summary>The time of an artifact's links.</summary>
    DateTimeOffset Now(string artifact);

    /// <summary>How long a link to the artifact lives, to the second; null for as long as usual.</summary>
    TimeSpan? Life(string artifact);
}
