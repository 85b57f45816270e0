namespace OmniReel.Media.Plans;

/// <summary>How somebody is carried: on the own feet in haste, on a seat or the ground, on what goes; who swims has water all around.</summary>
public enum Bearing { Run, Sit, Ride, Swim }

/// <summary>What somebody does with the hands.</summary>
public enum Handwork { HoldHands, Wave, Cook, Read, Drink, Fish, Paint, Guitar, Violin, Piano, Mend, Flag }
