namespace OmniReel.Media.Frames;

/// <summary>Which pixels this program makes of a plan.</summary>
public static class RendererVersion
{
    /// <summary>
    /// Changes whenever some plan gives other bytes than before: films that were made earlier are then not shown again in place of
    /// new ones. A test holds it against the golden pictures.
    /// </summary>
    public const string Current = "7";
}
