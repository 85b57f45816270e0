using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OmniReel.Server.Engines.Kling.Orders;

/// <summary>What fills a place of a request, as JSON.</summary>
internal abstract class PlaceValue
{
    private PlaceValue() { }

    /// <summary>Bytes that it takes.</summary>
    public abstract int Length { get; }

    /// <summary>Writes all of it. Throws <see cref="IOException"/> where its file cannot be read, or is not what it was.</summary>
    public abstract ValueTask WriteAsync(Memory<byte> into, CancellationToken cancellation);

    /// <summary>A text.</summary>
    public static PlaceValue Text(string value) => new Written(Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\""));

    /// <summary>A whole number of any length, in decimal digits.</summary>
    public static PlaceValue Number(string digits) => new Written(Encoding.ASCII.GetBytes(digits));

    /// <summary>The contents of a file, in Base64 without any prefix.</summary>
    public static PlaceValue File(string path, long length) => new InBase64(path, checked((int)length));

    private sealed class Written(byte[] json) : PlaceValue
    {
        public override int Length => json.Length;

        public override ValueTask WriteAsync(Memory<byte> into, CancellationToken cancellation)
        {
            json.CopyTo(into);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class InBase64(string path, int length) : PlaceValue
    {
        // A multiple of three, so that no group is cut.
        private const int Piece = 48 << 10;

        public override int Length => Base64.GetMaxEncodedToUtf8Length(length) + 2;

        public override async ValueTask WriteAsync(Memory<byte> into, CancellationToken cancellation)
        {
            await using var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, BufferSize = 0 });
            if (file.Length != length)
                throw new IOException($"The picture {Path.GetFileName(path)} has changed since it was checked.");
            var buffer = ArrayPool<byte>.Shared.Rent(Piece);
            try
            {
                into.Span[0] = into.Span[^1] = (byte)'"';
                for (int left = length, at = 1; left > 0;)
                {
                    var size = Math.Min(left, Piece);
                    await file.ReadExactlyAsync(buffer.AsMemory(0, size), cancellation);
                    Base64.EncodeToUtf8(buffer.AsSpan(0, size), into.Span[at..^1], out _, out var written);
                    left -= size;
                    at += written;
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }
}
