using System.Runtime.InteropServices;
using OmniReel.Media.Native;

namespace OmniReel.Media.Editing.Pixels;

/// <summary>One number per pixel, outside the collected heap. Rows go on on both sides, so that loops may look beyond the edges.</summary>
internal sealed unsafe class Plane : IDisposable, IDeferred
{
    /// <summary>Values before and behind every row that may be read; they are what was put there, see <see cref="Extend"/>.</summary>
    public const int Margin = 64;

    private float* _values;

    public Plane(int width, int height)
    {
        (Width, Height) = (width, height);
        Stride = ((width + 15) & ~15) + 2 * Margin;
        _values = (float*)NativeMemory.AlignedAlloc((nuint)Stride * (nuint)height * sizeof(float), 64);
        NativeMemory.Clear(_values, (nuint)Stride * (nuint)height * sizeof(float));
    }

    ~Plane() => DeferredRelease.Shared.Add(this);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Values from a row to the next, a multiple of 16.</summary>
    public int Stride { get; }

    public float* Row(int y) => _values + (nint)y * Stride + Margin;

    /// <summary>The nearest row that there is.</summary>
    public float* NearRow(int y) => Row(Math.Clamp(y, 0, Height - 1));

    /// <summary>The first and the last value of every row go on through its margins.</summary>
    public void Extend()
    {
        for (var y = 0; y < Height; y++)
        {
            var row = Row(y);
            new Span<float>(row - Margin, Margin).Fill(row[0]);
            new Span<float>(row + Width, Stride - Margin - Width).Fill(row[Width - 1]);
        }
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    void IDeferred.Release() => Free();

    private void Free()
    {
        NativeMemory.AlignedFree(_values);
        _values = null;
    }
}
