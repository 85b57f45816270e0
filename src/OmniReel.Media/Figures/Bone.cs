namespace OmniReel.Media.Figures;

/// <summary>What a part hangs from. Limbs point down (+y) from their root, trunk, neck and head up (-y); the foot's root is the ankle.</summary>
internal enum Bone
{
    Trunk, Neck, Head,
    NearUpperArm, NearForearm, NearHand, FarUpperArm, FarForearm, FarHand,
    NearThigh, NearShin, NearFoot, FarThigh, FarShin, FarFoot,
}
