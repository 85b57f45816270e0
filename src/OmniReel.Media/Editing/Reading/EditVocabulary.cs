using OmniReel.Media.Script;

namespace OmniReel.Media.Editing.Reading;

/// <summary>Every form of an edit that is understood, found by longest match: Chinese and signs by character, English by word.</summary>
/// <remarks>The forms are embedded text files in <c>Editing/Words</c>: a word is added there and nowhere else.</remarks>
internal sealed class EditVocabulary
{
    private readonly FormTree<EditForm> _forms = new();
    private readonly TextFold _fold = new(WordFile.Read("traditional.txt") + '\n' + WordFile.Read("edit-traditional.txt"));

    /// <summary>Every form with the line that it is from, for those who check the files.</summary>
    public List<(string File, string Head, string Text)> All { get; } = [];

    /// <summary>Forms given more than once, which is a fault of the files.</summary>
    public List<string> Repeated { get; } = [];

    /// <summary>The vocabulary that is built in.</summary>
    public static EditVocabulary Load()
    {
        var vocabulary = new EditVocabulary();
        foreach (var file in (string[])["edit-chinese.txt", "edit-english.txt"])
            vocabulary.AddAll(file);
        return vocabulary;
    }

    public string Fold(string text) => _fold.Fold(text);

    /// <inheritdoc cref="FormTree{TForm}.FindCharacters"/>
    public (EditForm? Form, int Length) FindCharacters(string text, int start) => _forms.FindCharacters(text, start);

    /// <inheritdoc cref="FormTree{TForm}.FindWords"/>
    public (EditForm? Form, int Words) FindWords(IReadOnlyList<string> words, int start) => _forms.FindWords(words, start);

    private void AddAll(string file)
    {
        foreach (var (head, texts) in WordFile.Lines(WordFile.Read(file)))
        {
            var form = EditForm.Parse(head);
            foreach (var text in texts)
                Add(text, form, file, head);
        }
    }

    private void Add(string text, EditForm form, string file, string head)
    {
        All.Add((file, head, text));
        if (!_forms.Add(Fold(text), form))
            Repeated.Add(text);
    }
}
