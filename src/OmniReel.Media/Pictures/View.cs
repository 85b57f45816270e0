using OmniReel.Media.Plans;

namespace OmniReel.Media.Pictures;

/// <summary>Where a camera looks on a picture: what it enlarges about a pivot, and how far it has gone, in pixels.</summary>
internal readonly record struct View(float Scale, float PivotX, float PivotY, float ShiftX, float ShiftY)
{
    /// <summary>The picture as it is.</summary>
    public static View Whole { get; } = new(1, 0, 0, 0, 0);

    /// <summary>Pixels from a place of the frame to what is seen there; the nearer it is, the more it moves.</summary>
    /// <param name="near">1 is the picture's plane, above 1 nearer, below 1 farther.</param>
    public (float X, float Y) At(float x, float y, float near = 1)
    {
        var back = 1 / (1 + (Scale - 1) * near) - 1;
        return ((x - PivotX) * back + ShiftX * near, (y - PivotY) * back + ShiftY * near);
    }

    public bool IsWhole => Scale == 1 && ShiftX == 0 && ShiftY == 0;
}

/// <summary>How a camera moves over a picture that it begins with or ends on: as the verb says, and exactly the picture at that end.</summary>
internal sealed class PictureCamera(CameraMove verb, int width, int height, (float X, float Y) pivot, bool mirrored)
{
    /// <summary>What a verb comes to where all lies in one plane.</summary>
    private readonly CameraMove _move = verb switch
    {
        CameraMove.ZoomIn or CameraMove.DollyZoom => CameraMove.Push,
        CameraMove.ZoomOut => CameraMove.Pull,
        CameraMove.TruckLeft or CameraMove.OrbitLeft => CameraMove.PanLeft,
        CameraMove.TruckRight or CameraMove.OrbitRight => CameraMove.PanRight,
        CameraMove.CraneUp => CameraMove.TiltUp,
        CameraMove.CraneDown => CameraMove.TiltDown,
        CameraMove.Follow or CameraMove.Handheld => CameraMove.Drift,
        _ => verb,
    };

    /// <summary>A push that ends a whole shot; a pan goes as far as a push makes room for.</summary>
    private const float Push = 0.15f, Pull = 0.07f, PanZoom = 0.11f, Drift = 0.07f;

    /// <summary>From the picture away.</summary>
    /// <param name="way">0: the picture; 1: as far as the camera goes.</param>
    public View Leaving(float way) => _move switch
    {
        CameraMove.Static => View.Whole,
        CameraMove.Push => Zoomed(1 + Push * way),
        CameraMove.Pull => Zoomed(1 - Pull * way),
        CameraMove.PanLeft => Going(way, -1, 0),
        CameraMove.PanRight => Going(way, 1, 0),
        CameraMove.TiltUp => Going(way, 0, -1),
        CameraMove.TiltDown => Going(way, 0, 1),
        _ => Drifting(way),
    };

    /// <summary>Toward the picture: the same verb, so that a push arrives from farther away and a pan from the other side.</summary>
    /// <param name="left">1: as far from it as the camera comes from; 0: the picture.</param>
    public View Arriving(float left) => _move switch
    {
        CameraMove.Static => View.Whole,
        CameraMove.Push => Zoomed(1 - Pull * left),
        CameraMove.Pull => Zoomed(1 + Push * left),
        CameraMove.PanLeft => Going(left, 1, 0),
        CameraMove.PanRight => Going(left, -1, 0),
        CameraMove.TiltUp => Going(left, 0, 1),
        CameraMove.TiltDown => Going(left, 0, -1),
        _ => Zoomed(1 - 0.6f * Pull * left),
    };

    private View Zoomed(float scale) => new(scale, pivot.X, pivot.Y, 0, 0);

    /// <summary>What a push makes room for, the camera goes aside.</summary>
    private View Going(float way, int across, int down)
    {
        // About the middle, so that there is the same room at each side.
        var scale = 1 + PanZoom * way;
        var room = 0.5f * (1 - 1 / scale);
        return new View(scale, width * 0.5f, height * 0.5f, across * room * width, down * room * height);
    }

    private View Drifting(float way)
    {
        var scale = 1 + Drift * way;
        return new View(scale, pivot.X, pivot.Y, (mirrored ? -1 : 1) * 0.35f * (1 - 1 / scale) * width, 0);
    }
}
