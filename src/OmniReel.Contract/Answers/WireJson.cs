using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OmniReel.Contract.Answers;

/// <summary>Writes answers. Text stays as it is; only what JSON itself forbids is escaped, which is safe because no answer is HTML.</summary>
public static class WireJson
{
    /// <summary>How every answer is written.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes a value as UTF-8.</summary>
    public static void Write<T>(IBufferWriter<byte> target, T value, JsonTypeInfo<T> type)
    {
        using var writer = new Utf8JsonWriter(target, Options);
        JsonSerializer.Serialize(writer, value, type);
    }

    /// <summary>A value as UTF-8 bytes.</summary>
    public static byte[] ToUtf8<T>(T value, JsonTypeInfo<T> type)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        Write(buffer, value, type);
        return buffer.WrittenSpan.ToArray();
    }
}
