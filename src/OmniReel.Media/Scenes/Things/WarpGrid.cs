using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>Where a point of a drawing goes at a moment, as shares of the drawing's width and height.</summary>
/// <param name="u">0 at the head's side, 1 at the tail's.</param>
/// <param name="v">0 at the top, 1 at the foot.</param>
/// <param name="seconds">Since the shot began, with the thing's phase.</param>
/// <param name="leg">When the leg that is nearest steps, in radians of the gait's turn.</param>
internal delegate (float Dx, float Dy) Warp(float u, float v, float seconds, float leg);

/// <summary>A sprite as soft as cloth: a grid over it whose knots move, so that legs swing and wings bend without being cut off.</summary>
internal sealed class WarpGrid
{
    private const int Columns = 24;
    private const int Rows = 10;

    private static readonly ushort[] Triangles = Corners();

    private readonly SKShader _shader;
    private readonly SKPoint[] _rest = new SKPoint[(Columns + 1) * (Rows + 1)];
    private readonly SKRect _box;
    private readonly bool _headRight;
    private readonly Warp _warp;
    private readonly float[] _legs = new float[Columns + 1];

    /// <param name="box">The drawing within the sprite, shadows left out, in the sprite's coordinates.</param>
    /// <param name="legs">Where the legs are, from the head's side, as shares of the width.</param>
    public WarpGrid(Sprite sprite, SKRect box, bool headRight, IReadOnlyList<float> legs, Warp warp)
    {
        (_shader, _box, _headRight, _warp) = (sprite.Shader(), box, headRight, warp);
        for (var i = 0; i < _rest.Length; i++)
        {
            _rest[i] = new SKPoint(
                sprite.Bounds.Left + sprite.Bounds.Width * (i % (Columns + 1)) / Columns,
                sprite.Bounds.Top + sprite.Bounds.Height * (i / (Columns + 1)) / Rows);
        }

        for (var column = 0; column <= Columns; column++)
        {
            var u = (_rest[column].X - box.Left) / box.Width;
            _legs[column] = Step(legs, headRight ? 1 - u : u);
        }
    }

    /// <summary>Legs across from each other step together; of fewer than four, every second one.</summary>
    private static float Step(IReadOnlyList<float> legs, float u)
    {
        if (legs.Count == 0)
            return 0;
        var nearest = Enumerable.Range(0, legs.Count).MinBy(i => MathF.Abs(legs[i] - u));
        return legs.Count == 4 ? nearest is 1 or 2 ? MathF.PI : 0 : nearest % 2 * MathF.PI;
    }

    public void Draw(SKCanvas canvas, SKMatrix matrix, float seconds)
    {
        var moved = new SKPoint[_rest.Length];
        for (var i = 0; i < moved.Length; i++)
        {
            float u = (_rest[i].X - _box.Left) / _box.Width, v = (_rest[i].Y - _box.Top) / _box.Height;
            var (dx, dy) = _warp(Math.Clamp(_headRight ? 1 - u : u, 0, 1), Math.Clamp(v, 0, 1), seconds, _legs[i % (Columns + 1)]);
            moved[i] = new SKPoint(_rest[i].X + (_headRight ? -dx : dx) * _box.Width, _rest[i].Y + dy * _box.Height);
        }

        using var vertices = SKVertices.CreateCopy(SKVertexMode.Triangles, moved, _rest, null, Triangles);
        using var paint = new HeldPaint { Shader = _shader };
        canvas.Save();
        canvas.Concat(matrix);
        canvas.DrawVertices(vertices, SKBlendMode.Modulate, paint);
        canvas.Restore();
    }

    private static ushort[] Corners()
    {
        var corners = new List<ushort>();
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var a = row * (Columns + 1) + column;
                foreach (var corner in (ReadOnlySpan<int>)[a, a + 1, a + Columns + 1, a + 1, a + Columns + 2, a + Columns + 1])
                    corners.Add((ushort)corner);
            }
        }

        return [.. corners];
    }
}
