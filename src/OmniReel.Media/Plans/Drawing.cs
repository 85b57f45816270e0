namespace OmniReel.Media.Plans;

/// <summary>How scenes are drawn: as paper cut and lit from behind, or with ink and wash as storyboards are.</summary>
public enum Drawing { Paper, Ink }
