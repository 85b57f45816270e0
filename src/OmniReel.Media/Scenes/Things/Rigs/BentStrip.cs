using System.Numerics;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>A sprite that was cut straight and is bent along a line: tails, trunks, long necks.</summary>
internal sealed class BentStrip
{
    private const int Steps = 14;
    private const int Rows = 3;

    private static readonly ushort[] Triangles = Corners();

    private readonly SKShader _shader;
    private readonly SKRect _bounds;
    private readonly SKPoint[] _rest = new SKPoint[(Steps + 1) * Rows];
    private readonly float _length;

    /// <param name="length">Pixels from the root to the end, along +x of the sprite.</param>
    public BentStrip(Sprite sprite, float length)
    {
        (_shader, _bounds, _length) = (sprite.Shader(), sprite.Bounds, length);
        for (var i = 0; i <= Steps; i++)
        {
            for (var row = 0; row < Rows; row++)
                _rest[i * Rows + row] = new SKPoint(_bounds.Left + _bounds.Width * i / Steps, _bounds.Top + _bounds.Height * row / (Rows - 1));
        }
    }

    /// <param name="matrix">Takes pixels of the strip's bone to the stage.</param>
    /// <param name="turn">Radians that it has turned at a share of its length.</param>
    public void Draw(SKCanvas canvas, SKMatrix matrix, Func<float, float> turn)
    {
        var moved = new SKPoint[_rest.Length];
        Lay(turn, (i, at, across) =>
        {
            for (var row = 0; row < Rows; row++)
                moved[i * Rows + row] = new SKPoint(at.X + across.X * _rest[i * Rows + row].Y, at.Y + across.Y * _rest[i * Rows + row].Y);
        });
        using var vertices = SKVertices.CreateCopy(SKVertexMode.Triangles, moved, _rest, null, Triangles);
        using var paint = new HeldPaint { Shader = _shader };
        canvas.Save();
        canvas.Concat(matrix);
        canvas.DrawVertices(vertices, SKBlendMode.Modulate, paint);
        canvas.Restore();
    }

    /// <summary>All that it covers, on the stage.</summary>
    public SKRect Reach(SKMatrix matrix, Func<float, float> turn)
    {
        var box = SKRect.Empty;
        Lay(turn, (_, at, across) =>
        {
            foreach (var y in (ReadOnlySpan<float>)[_bounds.Top, _bounds.Bottom])
            {
                var p = matrix.MapPoint(at.X + across.X * y, at.Y + across.Y * y);
                var point = new SKRect(p.X, p.Y, p.X + 1, p.Y + 1);
                box = box.IsEmpty ? point : SKRect.Union(box, point);
            }
        });
        return box;
    }

    private void Lay(Func<float, float> turn, Action<int, Vector2, Vector2> node)
    {
        var at = new Vector2(0, 0);
        var x = 0f;
        // From the root to the end, then what lies before the root: that part is stiff.
        for (var i = 0; i <= Steps; i++)
        {
            var to = _rest[i * Rows].X;
            var angle = turn(Math.Clamp((to + Math.Max(0, x)) / 2 / _length, 0, 1));
            var (sin, cos) = MathF.SinCos(angle);
            at = to <= 0 ? new Vector2(cos, sin) * to : at + new Vector2(cos, sin) * (to - Math.Max(0, x));
            x = to;
            node(i, at, new Vector2(-sin, cos));
        }
    }

    private static ushort[] Corners()
    {
        var corners = new List<ushort>();
        for (var i = 0; i < Steps; i++)
        {
            for (var row = 0; row < Rows - 1; row++)
            {
                int a = i * Rows + row, b = a + Rows;
                foreach (var corner in (ReadOnlySpan<int>)[a, b, a + 1, b, b + 1, a + 1])
                    corners.Add((ushort)corner);
            }
        }

        return [.. corners];
    }
}
