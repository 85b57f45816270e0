using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace OmniReel.Testing;

/// <summary>Writes PNGs chunk by chunk, right ones and wrong ones.</summary>
public sealed class PngFile
{
    private static readonly uint[] s_crc = [.. Enumerable.Range(0, 256).Select(i =>
    {
        var crc = (uint)i;
        for (var bit = 0; bit < 8; bit++)
            crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        return crc;
    })];

    private readonly List<byte> _bytes = [];

    public PngFile() => _bytes.AddRange([0x89, (byte)0x50, (byte)0x4E, (byte)0x47, 13, 10, 26, 10]);

    /// <summary>The colour types.</summary>
    public const byte Grey = 0, Colour = 2, Palette = 3, GreyAlpha = 4, ColourAlpha = 6;

    /// <summary>A whole picture whose rows are given by their number, unfiltered.</summary>
    public static byte[] Of(int width, int height, byte depth, byte type, Func<int, byte[]> row, params (string Kind, byte[] Data)[] before)
    {
        var png = new PngFile().Header((uint)width, (uint)height, depth, type);
        foreach (var (kind, data) in before)
            png.Chunk(kind, data);
        return png.Pixels(Enumerable.Range(0, height).Select(row)).End();
    }

    public PngFile Header(uint width, uint height, byte depth, byte type)
    {
        var data = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(data, width);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(4), height);
        (data[8], data[9]) = (depth, type);
        return Chunk("IHDR", data);
    }

    public PngFile Chunk(string kind, byte[] data)
    {
        var named = Encoding.ASCII.GetBytes(kind).Concat(data).ToArray();
        Int((uint)data.Length);
        _bytes.AddRange(named);
        Int(Crc32(named));
        return this;
    }

    public PngFile Pixels(IEnumerable<byte[]> rows, CompressionLevel level = CompressionLevel.Optimal)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, level))
        {
            foreach (var row in rows)
            {
                zlib.WriteByte(0);
                zlib.Write(row);
            }
        }

        return Chunk("IDAT", packed.ToArray());
    }

    public byte[] End() => Chunk("IEND", [])._bytes.ToArray();

    public byte[] Unfinished() => _bytes.ToArray();

    private void Int(uint value)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(four, value);
        _bytes.AddRange(four);
    }

    private static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
            crc = s_crc[(crc ^ one) & 255] ^ crc >> 8;
        return ~crc;
    }
}
