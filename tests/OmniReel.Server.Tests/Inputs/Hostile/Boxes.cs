using System.Buffers.Binary;
using System.Text;

namespace OmniReel.Server.Tests.Inputs.Hostile;

/// <summary>Takes MP4s apart into boxes and puts other ones together.</summary>
internal static class Boxes
{
    private static readonly string[] s_containers = ["moov", "trak", "edts", "mdia", "minf", "dinf", "stbl"];

    public static byte[] Box(string kind, params byte[][] content)
    {
        var length = 8 + content.Sum(part => part.Length);
        return [.. Int((uint)length), .. Encoding.ASCII.GetBytes(kind), .. content.SelectMany(part => part)];
    }

    public static byte[] Int(uint value)
    {
        var four = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(four, value);
        return four;
    }

    /// <summary>The film with every box of a kind replaced, and the sizes of those around it right again. Offsets stay true when the index is last.</summary>
    public static byte[] Replace(byte[] film, string kind, Func<byte[], byte[]> content)
    {
        var made = new List<byte>();
        foreach (var (name, inside) in Of(film))
        {
            made.AddRange(
                name == kind ? Box(name, content(inside))
                : s_containers.Contains(name) ? Box(name, Replace(inside, kind, content))
                : Box(name, inside));
        }

        return [.. made];
    }

    /// <summary>The film without its boxes of a kind.</summary>
    public static byte[] Without(byte[] film, string kind) => [.. Of(film).Where(box => box.Kind != kind).SelectMany(box => Box(box.Kind, box.Content))];

    public static IEnumerable<(string Kind, byte[] Content)> Of(byte[] bytes)
    {
        for (var at = 0; at + 8 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            var size = length is 0 or > int.MaxValue ? bytes.Length - at : (int)length;
            yield return (Encoding.ASCII.GetString(bytes, at + 4, 4), bytes[(at + 8)..(at + size)]);
            at += size;
        }
    }

    /// <summary>Bytes of a box's content set, from a place on.</summary>
    public static Func<byte[], byte[]> Set(int at, params byte[] values) => content =>
    {
        values.CopyTo(content, at);
        return content;
    };
}
