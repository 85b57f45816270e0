namespace OmniReel.Media.Plans;

/// <summary>What drifts through the air of a shot besides rain and snow.</summary>
public enum Aloft { Leaves, Petals, Fireflies, Confetti, Dust }
