using System.Text.Json;

namespace OmniReel.Server.Lab.FakeUpstream.Books;

/// <summary>
/// What happened, in its order. With a folder every entry is a line of <c>journal.jsonl</c> that is written before <see cref="Append"/>
/// returns: it outlives this process however it ends, though not a power cut.
/// </summary>
internal sealed class FakeJournal : IDisposable
{
    private static readonly byte[] s_lineEnd = "\n"u8.ToArray();

    private readonly Lock _lock = new();
    private readonly List<JournalEntry> _entries = [];
    private readonly FileStream? _file;

    /// <exception cref="FakeUpstreamException">The folder cannot be used, is another's, or holds something else.</exception>
    public FakeJournal(string? folder)
    {
        if (folder is null) return;
        var path = Path.Combine(folder, "journal.jsonl");
        try
        {
            Directory.CreateDirectory(folder);
            _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            _file.SetLength(Load(_file));
            _file.Seek(0, SeekOrigin.End);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            _file?.Dispose();
            throw new FakeUpstreamException($"the journal {path} cannot be used: {e.Message}", e);
        }
    }

    /// <summary>Keeps an entry; the result has its number.</summary>
    public JournalEntry Append(JournalEntry entry)
    {
        lock (_lock)
        {
            entry = entry with { Number = _entries.Count + 1 };
            _file?.Write([.. JsonSerializer.SerializeToUtf8Bytes(entry, FakeJson.Default.JournalEntry), .. s_lineEnd]);
            _entries.Add(entry);
            return entry;
        }
    }

    /// <summary>Everything so far, the first first.</summary>
    public IReadOnlyList<JournalEntry> All()
    {
        lock (_lock) return [.. _entries];
    }

    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
            _file?.SetLength(0);
        }
    }

    public void Dispose() => _file?.Dispose();

    /// <summary>Reads what is there; the result is how many bytes of it are whole lines: a process may die within one.</summary>
    private long Load(FileStream file)
    {
        using var all = new MemoryStream();
        file.CopyTo(all);
        var bytes = all.GetBuffer().AsSpan(0, (int)all.Length);
        var whole = bytes.LastIndexOf((byte)'\n') + 1;
        foreach (var line in bytes[..whole].Split((byte)'\n'))
        {
            if (!bytes[line].IsEmpty) _entries.Add(JsonSerializer.Deserialize(bytes[line], FakeJson.Default.JournalEntry)!);
        }

        return whole;
    }
}
