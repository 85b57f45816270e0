using OmniReel.Contract.Requests;

namespace OmniReel.Console.Create;

/// <summary>A file on its way to the server, or one that could not be taken.</summary>
public sealed class Upload
{
    /// <summary>Share sent, 0 to 1.</summary>
    public double Share { get; set; }

    /// <summary>Why it was not taken, as the server said it; null while it is on its way.</summary>
    public string? Refusal { get; set; }
}

/// <summary>What a picture and a film of the form have in common: an address, perhaps still to come, and something to look at.</summary>
public abstract class Attachment
{
    /// <summary>Stands for an address that is still to come; no request with it is ever sent.</summary>
    public const string ToCome = "https://upload.invalid/";

    /// <summary>Address of the file, or a picture's Base64; empty while it is on its way.</summary>
    public string Url { get; set; } = "";

    /// <summary>What a page shows: an address that a browser can draw; null when there is none.</summary>
    public string? Preview { get; set; }

    /// <summary>The preview where a browser may draw it: files of this browser, of this server or in the address itself. Foreign ones the page's policy keeps out.</summary>
    public string? Shown => Preview is { } preview && (preview.StartsWith("blob:", StringComparison.Ordinal) || preview.StartsWith("data:", StringComparison.Ordinal) || IsOwn) ? preview : null;

    /// <summary>Whether the file lies on this very server.</summary>
    public bool IsOwn { get; set; }

    /// <summary>The file's name or the end of its address; for people.</summary>
    public string Name { get; set; } = "";

    /// <summary>On its way or refused; null when it is there.</summary>
    public Upload? Upload { get; set; }

    /// <summary>Whether its address is still to come.</summary>
    public bool IsPending => Upload is { Refusal: null };

    /// <summary>What a body says.</summary>
    internal string WireUrl => IsPending ? ToCome : Url;
}

/// <summary>One item of <c>image_list</c>.</summary>
public sealed class Picture : Attachment
{
    /// <summary>What it is for.</summary>
    public ImageRole Role { get; set; }
}

/// <summary>The item of <c>video_list</c>.</summary>
public sealed class Film : Attachment
{
    /// <summary>True for a film to edit, false for one to learn from.</summary>
    public bool IsBase { get; set; }

    /// <summary>Whether its own sound stays.</summary>
    public bool KeepOriginalSound { get; set; } = true;
}
