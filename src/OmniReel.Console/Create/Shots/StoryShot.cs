namespace OmniReel.Console.Create.Shots;

/// <summary>One shot of a storyboard. Its length belongs to the board, which keeps the sum.</summary>
public sealed class StoryShot
{
    internal StoryShot(int key, string prompt, int seconds) => (Key, Prompt, Seconds, Weight) = (key, prompt, seconds, seconds);

    /// <summary>Stays the same wherever the shot is moved to; what a list of shots on a page is keyed by.</summary>
    public int Key { get; }

    /// <summary>What the shot shows.</summary>
    public string Prompt { get; set; }

    /// <summary>Whole seconds, at least 1.</summary>
    public int Seconds { get; internal set; }

    /// <summary>The length that was last chosen by hand: what the film's length is shared out by.</summary>
    internal int Weight { get; set; }
}
