namespace OmniReel.Console.Create.Files;

/// <summary>A file that somebody chose or dropped; it stays in the browser until it is sent.</summary>
/// <param name="Key">What the script knows it by.</param>
/// <param name="Name">Its name.</param>
/// <param name="Preview">An address under which the browser shows it.</param>
/// <param name="IsFilm">A film, else a picture.</param>
public sealed record ChosenFile(string Key, string Name, string Preview, bool IsFilm);
