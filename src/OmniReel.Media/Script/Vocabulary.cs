namespace OmniReel.Media.Script;

/// <summary>Every form that is understood, found by longest match: Chinese and signs by character, English by word.</summary>
/// <remarks>The forms are embedded text files in <c>Script/Words</c>: a word is added there and nowhere else.</remarks>
internal sealed class Vocabulary
{
    private readonly FormTree<Form> _forms = new();
    private readonly TextFold _fold;

    private Vocabulary(TextFold fold) => _fold = fold;

    /// <summary>Number of forms.</summary>
    public int Count { get; private set; }

    /// <summary>Forms given more than once, which is a fault of the files.</summary>
    public List<string> Repeated { get; } = [];

    /// <summary>The vocabulary that is built in.</summary>
    public static Vocabulary Load() => Load("chinese.txt", "english.txt", "camera.txt", "symbols.txt", "sounds.txt");

    /// <summary>Of these files of <c>Script/Words</c>.</summary>
    public static Vocabulary Load(params ReadOnlySpan<string> files)
    {
        var vocabulary = new Vocabulary(new TextFold(WordFile.Read("traditional.txt")));
        foreach (var file in files)
            vocabulary.AddAll(WordFile.Read(file));
        ThingWords.AddTo(vocabulary);
        CastWords.AddTo(vocabulary);
        return vocabulary;
    }

    public string Fold(string text) => _fold.Fold(text);

    /// <inheritdoc cref="FormTree{TForm}.FindCharacters"/>
    public (Form? Form, int Length) FindCharacters(ReadOnlySpan<char> text, int start) => _forms.FindCharacters(text, start);

    /// <inheritdoc cref="FormTree{TForm}.FindWords"/>
    public (Form? Form, int Words) FindWords(IReadOnlyList<string> words, int start) => _forms.FindWords(words, start);

    /// <summary>Adds a form that the files may have too.</summary>
    /// <param name="join">Told the form that is there; what it returns takes its place.</param>
    public void Join(string text, Form form, Func<Form, Form> join) => _forms.Join(_fold.Fold(text), form, join);

    private void AddAll(string file)
    {
        foreach (var (head, texts) in WordFile.Lines(file))
        {
            Meaning[] meanings = [.. head.Split(' ').Select(Meaning.Parse)];
            var (exact, near) = (new Form(meanings, near: false), new Form(meanings, near: true));
            foreach (var text in texts)
                Add(text.TrimStart('~'), text[0] == '~' ? near : exact);
        }
    }

    private void Add(string text, Form form)
    {
        Count++;
        if (!_forms.Add(_fold.Fold(text), form))
            Repeated.Add(text);
    }
}
