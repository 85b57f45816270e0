using OmniReel.Media.Frames;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Crafts;

/// <summary>Puffs that leave a chimney, grow, pale and stay behind.</summary>
internal static class CraftSmoke
{
    private const int Puffs = 6;
    private const float Life = 2.6f;

    /// <param name="pace">Metres per second that the chimney makes, so far as it is seen to.</param>
    /// <param name="heading">The way of what goes along its own axis, whose smoke stays behind along it.</param>
    public static void Draw(SKCanvas canvas, Sprite puff, SKPoint at, SKMatrix carried, float seconds, CraftPiece piece, int side, float pace, SKPoint? heading)
    {
        var radius = Math.Max(1, puff.Bounds.Height / 2);
        for (var i = 0; i < Puffs; i++)
        {
            var turn = seconds / Life + i / (float)Puffs + 8;
            var age = turn - MathF.Floor(turn);
            var wander = MathF.Sin(i * 2.4f + MathF.Floor(turn) * 1.7f);
            float size = 0.35f + 1.5f * MathF.Sqrt(age), up = radius * (0.4f + 3.6f * age), back = radius * (0.35f * wander * age + Math.Min(pace, 2) * 1.5f * age);
            if (heading is { } way)
            {
                var trail = radius * 4.4f * age / way.Length;
                (back, up) = (way.X * trail + side * 0.3f * radius * wander * age, way.Y * trail);
            }

            var matrix = SKMatrix.CreateScale(size, size, at.X, at.Y).PostConcat(SKMatrix.CreateTranslation(-side * back, -up)).PostConcat(carried);
            puff.Draw(canvas, matrix, (byte)(215 * Math.Min(1, age * 8) * (1 - age) * (1 - age * 0.3f)));
        }
    }
}
