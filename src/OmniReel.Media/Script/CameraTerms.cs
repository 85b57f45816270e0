using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Which move a word for the camera and a direction make together.</summary>
internal static class CameraTerms
{
    /// <summary>The move that a word names by itself; null for one that a side belongs to.</summary>
    public static CameraMove? IsOne(CameraWord word) => word < CameraWord.Pan ? (CameraMove)word : null;

    /// <summary>What is done where no side is said.</summary>
    public static CameraMove Usual(CameraWord word) => word switch
    {
        CameraWord.Tilt => CameraMove.TiltUp,
        CameraWord.Truck => CameraMove.TruckRight,
        CameraWord.Crane => CameraMove.CraneUp,
        CameraWord.Orbit => CameraMove.OrbitRight,
        CameraWord.Zoom => CameraMove.ZoomIn,
        CameraWord.Dolly => CameraMove.Push,
        CameraWord.Shake => CameraMove.Handheld,
        _ => CameraMove.PanRight,
    };

    /// <summary>All moves that a word may mean, for its denial.</summary>
    public static CameraMove[] AllOf(CameraWord word) => word switch
    {
        CameraWord.Pan or CameraWord.Whip => [CameraMove.PanLeft, CameraMove.PanRight],
        CameraWord.Tilt => [CameraMove.TiltUp, CameraMove.TiltDown],
        CameraWord.Truck => [CameraMove.TruckLeft, CameraMove.TruckRight],
        CameraWord.Crane => [CameraMove.CraneUp, CameraMove.CraneDown],
        CameraWord.Orbit => [CameraMove.OrbitLeft, CameraMove.OrbitRight],
        CameraWord.Zoom => [CameraMove.ZoomIn, CameraMove.ZoomOut, CameraMove.Push, CameraMove.Pull],
        CameraWord.Dolly => [CameraMove.Push, CameraMove.Pull, CameraMove.TruckLeft, CameraMove.TruckRight],
        CameraWord.Shake => [CameraMove.Handheld],
        _ => [(CameraMove)word],
    };

    /// <summary>The word that a move with a side belongs to.</summary>
    public static CameraWord? KindOf(CameraMove move) => move switch
    {
        CameraMove.PanLeft or CameraMove.PanRight => CameraWord.Pan,
        CameraMove.TiltUp or CameraMove.TiltDown => CameraWord.Tilt,
        CameraMove.TruckLeft or CameraMove.TruckRight => CameraWord.Truck,
        CameraMove.CraneUp or CameraMove.CraneDown => CameraWord.Crane,
        CameraMove.OrbitLeft or CameraMove.OrbitRight => CameraWord.Orbit,
        CameraMove.ZoomIn or CameraMove.ZoomOut => CameraWord.Zoom,
        CameraMove.Follow => CameraWord.Follow,
        _ => null,
    };

    /// <summary>Null where the direction is none of the word's.</summary>
    /// <param name="word">What the camera is said to do; null: only that it is the camera.</param>
    public static CameraMove? Toward(CameraWord? word, DirectionWord? direction) => direction switch
    {
        DirectionWord.In => word == CameraWord.Zoom ? CameraMove.ZoomIn : CameraMove.Push,
        DirectionWord.Out => word == CameraWord.Zoom ? CameraMove.ZoomOut : CameraMove.Pull,
        DirectionWord.Left => Sideways(word, CameraMove.PanLeft, CameraMove.TruckLeft, CameraMove.OrbitLeft),
        DirectionWord.Right => Sideways(word, CameraMove.PanRight, CameraMove.TruckRight, CameraMove.OrbitRight),
        DirectionWord.Up => Goes(word) ? CameraMove.CraneUp : CameraMove.TiltUp,
        DirectionWord.Down => Goes(word) ? CameraMove.CraneDown : CameraMove.TiltDown,
        DirectionWord.Rise => CameraMove.CraneUp,
        DirectionWord.Sink => CameraMove.CraneDown,
        DirectionWord.Around => CameraMove.OrbitRight,
        DirectionWord.Clockwise => word == CameraWord.Orbit ? CameraMove.OrbitLeft : null,
        DirectionWord.Counterclockwise => word == CameraWord.Orbit ? CameraMove.OrbitRight : null,
        DirectionWord.Along => CameraMove.Follow,
        DirectionWord.Shake => CameraMove.Handheld,
        DirectionWord.Still => CameraMove.Static,
        _ => null,
    };

    private static CameraMove Sideways(CameraWord? word, CameraMove pan, CameraMove truck, CameraMove orbit) =>
        word == CameraWord.Orbit ? orbit : Goes(word) ? truck : pan;

    private static bool Goes(CameraWord? word) =>
        word is CameraWord.Truck or CameraWord.Crane or CameraWord.Dolly or CameraWord.Follow or CameraWord.Move;
}
