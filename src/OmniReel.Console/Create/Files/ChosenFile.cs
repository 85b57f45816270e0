namespace OmniReel.Console.Create.Files;

/// <summary>A file that somebody chose or dropped; it stays in the browser until it is sent.</summary>
/// <param name="Key">What the script knows it by.</param>
/// <param name="Name">Its name.</param>
/// <param name="Preview">An address under which the browser shows it.</param>
/// <param name="Kind">What it is.</param>
public sealed record ChosenFile(string Key, string Name, string Preview, FileKind Kind);

/// <summary>What a file is, by its type and its name; what is in it the server looks at.</summary>
public enum FileKind
{
    /// <summary>A JPEG or PNG.</summary>
    Picture,

    /// <summary>An MP4 or MOV.</summary>
    Film,

    /// <summary>Something that no request takes.</summary>
    Other,
}
