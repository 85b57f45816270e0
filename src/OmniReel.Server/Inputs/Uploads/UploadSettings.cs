namespace OmniReel.Server.Inputs.Uploads;

/// <summary>How uploads are kept.</summary>
public sealed record UploadSettings
{
    /// <summary>The folder of the records, absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>Most bytes that the uploads of one tenant may have together.</summary>
    public long Quota { get; init; } = 2L << 30;

    /// <summary>How long an upload and its link live.</summary>
    public TimeSpan Life { get; init; } = TimeSpan.FromDays(7);
}

/// <summary>One upload: what is kept of it beside the file.</summary>
/// <param name="Id">Of the artifact.</param>
/// <param name="Tenant">Whose quota it takes.</param>
/// <param name="Bytes">Length of the file.</param>
/// <param name="ExpiresAt">Unix seconds; link and file end then.</param>
public sealed record Upload(string Id, string Tenant, long Bytes, long ExpiresAt);
