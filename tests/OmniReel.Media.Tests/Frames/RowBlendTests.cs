using CsCheck;
using OmniReel.Media.Frames;

namespace OmniReel.Media.Tests.Frames;

/// <summary>A row of one pixel takes the scalar path, a long one the vectors: both must say the same.</summary>
public sealed unsafe class RowBlendTests
{
    private const int Longest = 61;

    [Fact]
    public void Between_rows_vectors_and_scalars_agree() =>
        Gen.Select(Rows, Rows, Gen.Int[0, 128]).Sample((a, b, weight) =>
            Agree(a, b, (x, y, result, count) => RowBlend.Between(x, y, weight, result, count)));

    [Fact]
    public void Over_vectors_and_scalars_agree() =>
        Gen.Select(Rows, Rows).Sample((a, b) => Agree(a, b, (x, y, result, count) =>
        {
            new Span<uint>(y, count).CopyTo(new Span<uint>(result, count));
            RowBlend.Over(x, result, count);
        }));

    [Fact]
    public void Summaries_by_vectors_and_scalars_agree() =>
        Gen.Select(Rows, Rows).Sample((a, b) => Agree(a, b, RowBlend.Summarize));

    [Fact]
    public void Picks_by_vectors_and_scalars_agree() =>
        Gen.Select(Rows, Gen.Int[0, Longest - 2].Array[Longest], Gen.Int[0, 127].Array[Longest]).Sample((row, at, weights) =>
        {
            var both = Array.ConvertAll(weights, w => w | (w << 16));
            var whole = new uint[Longest];
            var single = new uint[Longest];
            fixed (uint* r = row, w = whole, s = single)
            fixed (int* a = at, b = both)
            {
                RowBlend.Pick(r, a, b, w, Longest);
                for (var i = 0; i < Longest; i++)
                    RowBlend.Pick(r, a + i, b + i, s + i, 1);
            }

            return whole.SequenceEqual(single);
        });

    [Fact]
    public void Opaque_hides_and_transparent_leaves()
    {
        uint[] source = [0xFF102030, 0, 0x80402010], target = [0xFFFFFFFF, 0xFF0A0B0C, 0xFF000000];
        fixed (uint* s = source, t = target)
            RowBlend.Over(s, t, 3);

        target[0].ShouldBe(0xFF102030);
        target[1].ShouldBe(0xFF0A0B0C);
        ((target[2] >> 16) & 255).ShouldBe(0x40u);
    }

    [Fact]
    public void Whole_weights_give_either_row()
    {
        uint[] a = [0x01020304, 0xFFFFFFFF], b = [0xFFFEFDFC, 0], result = new uint[2];
        fixed (uint* x = a, y = b, r = result)
        {
            RowBlend.Between(x, y, 0, r, 2);
            result.ShouldBe(a);
            RowBlend.Between(x, y, RowBlend.WholeWeight, r, 2);
            result.ShouldBe(b);
        }
    }

    private delegate void RowLoop(uint* a, uint* b, uint* result, int count);

    private static readonly Gen<uint[]> Rows = Gen.Select(Gen.UInt, Gen.Byte, (color, alpha) => Premultiplied(color, alpha)).Array[Longest];

    /// <summary>Real pictures are premultiplied: no channel exceeds alpha.</summary>
    private static uint Premultiplied(uint color, byte alpha) =>
        (uint)alpha << 24 | (color >> 16 & 255) * alpha / 255 << 16 | (color >> 8 & 255) * alpha / 255 << 8 | (color & 255) * alpha / 255;

    private static bool Agree(uint[] a, uint[] b, RowLoop loop)
    {
        const int count = Longest - 1;
        uint[] whole = new uint[count], single = new uint[count];
        fixed (uint* x = a, y = b, w = whole, s = single)
        {
            loop(x, y, w, count);
            for (var i = 0; i < count; i++)
                loop(x + i, y + i, s + i, 1);
        }

        return whole.SequenceEqual(single);
    }
}
