using OmniReel.Media.Plans;

namespace OmniReel.Media.Editing.Reading;

/// <summary>Where a prompt pauses.</summary>
internal enum Pause { None, List, Clause, Sentence }

/// <summary>A piece of an edit prompt.</summary>
/// <param name="Start">Place in the prompt, in UTF-16 units.</param>
internal readonly record struct EditWord(int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>Null where the vocabulary does not explain it.</summary>
    public EditForm? Form { get; init; }

    /// <summary>What stands between quotation marks; null for everything else.</summary>
    public string? Quoted { get; init; }

    /// <summary>The picture or element that is named, as <c>&lt;&lt;&lt;image_1&gt;&gt;&gt;</c>; null for everything else.</summary>
    public (InsertSource Source, int Number)? Named { get; init; }

    public Pause Pause { get; init; }

    /// <summary>Nothing explains it.</summary>
    public bool IsUnknown => Form is null && Quoted is null && Named is null && Pause == Pause.None;

    public bool Is(EditRole role) => Form?.Role == role;
}
