using System.Text.Json;
using System.Text.Json.Serialization;
using OmniReel.Server.Disk;

namespace OmniReel.Server.Inputs.Uploads;

/// <summary>
/// Which uploads there are, and how much of its quota each tenant has in use: one small durable file for each upload,
/// <c>FOLDER/ID.json</c>, read at the start.
/// </summary>
internal sealed class UploadIndex
{
    private readonly UploadSettings _settings;
    private readonly Dictionary<string, Upload> _uploads = [];
    private readonly Dictionary<string, long> _used = [];

    public UploadIndex(UploadSettings settings)
    {
        _settings = settings;
        Directory.CreateDirectory(settings.Folder);
        // What a crash left before it was published.
        foreach (var draft in Directory.EnumerateFiles(settings.Folder, "*.json.new")) File.Delete(draft);
        foreach (var path in Directory.EnumerateFiles(settings.Folder, "*.json"))
        {
            // A record is published whole; what cannot be read is not ours.
            if (Read(path) is not { } upload || PathOf(upload.Id) != path) continue;
            _uploads[upload.Id] = upload;
            Use(upload.Tenant, Charge(upload.Bytes));
        }
    }

    /// <summary>Bytes of the quota that an upload takes: at least what its file, its record and its place in memory cost, so that the quota bounds their number too.</summary>
    public static long Charge(long bytes) => Math.Max(bytes, 64 << 10);

    /// <summary>Takes bytes of a tenant's quota, or takes none and says so.</summary>
    public bool TryReserve(string tenant, long bytes)
    {
        lock (_uploads)
        {
            if (_used.GetValueOrDefault(tenant) + bytes > _settings.Quota) return false;
            Use(tenant, bytes);
            return true;
        }
    }

    /// <summary>Gives bytes back that were reserved and became no upload.</summary>
    public void Release(string tenant, long bytes)
    {
        lock (_uploads) Use(tenant, -bytes);
    }

    /// <summary>Makes an upload durable. Its bytes are reserved already.</summary>
    public void Add(Upload upload)
    {
        var path = PathOf(upload.Id);
        var draft = path + ".new";
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(upload, UploadJson.Default.Upload));
        DurableFiles.Publish(draft, path);
        lock (_uploads) _uploads[upload.Id] = upload;
    }

    /// <summary>Forgets an upload, whose file is gone, and frees its bytes.</summary>
    public void Remove(Upload upload)
    {
        File.Delete(PathOf(upload.Id));
        lock (_uploads)
        {
            if (_uploads.Remove(upload.Id)) Use(upload.Tenant, -Charge(upload.Bytes));
        }
    }

    /// <summary>The uploads whose end has come.</summary>
    public IReadOnlyList<Upload> Expired(long unixSeconds)
    {
        lock (_uploads) return [.. _uploads.Values.Where(upload => upload.ExpiresAt <= unixSeconds)];
    }

    private void Use(string tenant, long bytes)
    {
        var used = _used.GetValueOrDefault(tenant) + bytes;
        if (used == 0) _used.Remove(tenant);
        else _used[tenant] = used;
    }

    private string PathOf(string id) => Path.Combine(_settings.Folder, id + ".json");

    private static Upload? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), UploadJson.Default.Upload);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>How a record is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Upload))]
internal sealed partial class UploadJson : JsonSerializerContext;
