using System.Text.Json;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>
/// Facts of tasks and their JSON, remembered by each other: a program asks for film after film with the same model, mode and length,
/// so most rows have the facts of one seen before. It saves the reading and writing, and equal facts are one object in memory.
/// </summary>
/// <remarks>Bounded: a slot holds one pair, and a newer one takes it. Both sides never change, so threads may share them without a lock.</remarks>
internal static class FactsMemo
{
    private const int Slots = 256;
    private const int MaxBytes = 1024;

    private static readonly Pair?[] s_byJson = new Pair?[Slots];
    private static readonly Pair?[] s_byFacts = new Pair?[Slots];

    /// <summary>The facts that a column holds; null for one that cannot be read.</summary>
    public static TaskFacts? Facts(ReadOnlySpan<byte> json)
    {
        var hash = new HashCode();
        hash.AddBytes(json);
        ref var slot = ref s_byJson[(uint)hash.ToHashCode() % Slots];
        if (Volatile.Read(ref slot) is { } known && json.SequenceEqual(known.Json))
            return known.Facts;
        var facts = TaskRows.Read(json, TaskJson.Default.TaskFacts);
        if (facts is not null && json.Length <= MaxBytes)
            Volatile.Write(ref slot, new Pair(json.ToArray(), facts));
        return facts;
    }

    /// <summary>The column that holds these facts, not to be changed.</summary>
    public static byte[] Json(TaskFacts facts)
    {
        ref var slot = ref s_byFacts[(uint)facts.GetHashCode() % Slots];
        if (Volatile.Read(ref slot) is { } known && facts.Equals(known.Facts))
            return known.Json;
        var json = JsonSerializer.SerializeToUtf8Bytes(facts, TaskJson.Default.TaskFacts);
        if (json.Length <= MaxBytes)
            Volatile.Write(ref slot, new Pair(json, facts));
        return json;
    }

    private sealed record Pair(byte[] Json, TaskFacts Facts);
}
