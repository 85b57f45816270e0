using System.Runtime.InteropServices;

namespace OmniReel.Media.Frames;

/// <summary>
/// Where along one direction the pixels of the frame fall in a sheet: a whole source pixel and the weight of the next one
/// in 1/128. Owns the table of positions, so one per thread.
/// </summary>
internal sealed unsafe class SampleAxis : IDisposable
{
    private readonly int _targets;
    private int* _at;
    private float _scale, _shift;
    private int _origin = int.MinValue;

    public SampleAxis(int targets)
    {
        _targets = targets;
        // One block: vectors load positions and weights eight at a time.
        _at = (int*)NativeMemory.AllocZeroed((nuint)targets * 2, sizeof(int));
    }

    /// <summary>Source pixel of each target pixel.</summary>
    public int* At => _at;

    /// <summary>Weight of the source pixel after it, in both halves of the integer.</summary>
    public int* Weights => _at + _targets;

    /// <summary>All weights are alike and source pixels follow each other.</summary>
    public bool IsShift => _scale == 1;

    public int Weight(int target) => Weights[target] & 0xFFFF;

    /// <param name="scale">At least 1: cameras only enlarge.</param>
    /// <param name="shift">Target pixels, after scaling.</param>
    /// <param name="origin">Stage pixel of the sheet's first row or column.</param>
    public void Set(float scale, float shift, int origin)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        if (scale == _scale && shift == _shift && origin == _origin)
            return;
        (_scale, _shift, _origin) = (scale, shift, origin);
        double step = RowBlend.WholeWeight / (double)scale;
        var first = ((0.5 - shift) / scale - origin - 0.5) * RowBlend.WholeWeight + 0.5;
        for (var i = 0; i < _targets; i++)
        {
            var position = (int)Math.Floor(first + i * step);
            var weight = position & (RowBlend.WholeWeight - 1);
            _at[i] = position >> RowBlend.WeightBits;
            Weights[i] = weight | (weight << 16);
        }
    }

    /// <summary>The first target pixel that falls on this source pixel or a later one.</summary>
    public int FirstOn(int source)
    {
        if (IsShift)
            return Math.Clamp(source - _at[0], 0, _targets);
        var found = new ReadOnlySpan<int>(_at, _targets).BinarySearch(source);
        if (found < 0)
            return ~found;
        while (found > 0 && _at[found - 1] == source)
            found--;
        return found;
    }

    public void Dispose()
    {
        NativeMemory.Free(_at);
        _at = null;
    }
}
