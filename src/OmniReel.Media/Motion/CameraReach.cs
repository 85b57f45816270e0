using OmniReel.Media.Frames;
using SkiaSharp;

namespace OmniReel.Media.Motion;

/// <summary>How far a camera may go before the end of a layer comes into the frame: less far while it leans, since its corners reach out.</summary>
internal static class CameraReach
{
    public static SKMatrix Shift(Stage stage, CameraManner manner, float x, float y)
    {
        var room = manner.Cant == 0 ? default : Cant.Room(stage);
        float across = stage.Overscan - 1 - room.X, down = stage.Overscan - 1 - room.Y;
        return SKMatrix.CreateTranslation(Math.Clamp(x, -across, across), Math.Clamp(y, -down, down));
    }
}
