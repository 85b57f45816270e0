using OmniReel.Media.Script;

namespace OmniReel.Media.Editing.Reading;

/// <summary>Every form of an edit that is understood, found by longest match: Chinese and signs by character, English by word.</summary>
/// <remarks>The forms are embedded text files in <c>Editing/Words</c>: a word is added there and nowhere else.</remarks>
internal sealed class EditVocabulary
{
    private readonly Node<char> _characters = new();
    private readonly Node<string> _words = new();
    private readonly TextFold _fold = new(Resource("traditional.txt") + '\n' + Resource("edit-traditional.txt"));

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

    /// <summary>The longest form of characters that begins at <paramref name="start"/>, and its length; 0 if none does.</summary>
    public (EditForm? Form, int Length) FindCharacters(string text, int start)
    {
        (EditForm?, int) best = default;
        var node = _characters;
        for (var i = start; i < text.Length && node.Next.TryGetValue(text[i], out var next); i++)
        {
            node = next;
            if (node.Form is not null)
                best = (node.Form, i - start + 1);
        }

        return best;
    }

    /// <summary>The longest form of whole words that begins at <paramref name="start"/>, and how many words it takes; 0 if none does.</summary>
    public (EditForm? Form, int Words) FindWords(IReadOnlyList<string> words, int start)
    {
        (EditForm?, int) best = default;
        Walk(_words, start);
        return best;

        void Walk(Node<string> node, int at)
        {
            if (node.Form is not null && at - start > best.Item2)
                best = (node.Form, at - start);
            if (at == words.Count)
                return;
            foreach (var stem in EnglishStems.Of(words[at]))
            {
                if (node.Next.TryGetValue(stem, out var next))
                    Walk(next, at + 1);
            }
        }
    }

    private void AddAll(string file)
    {
        foreach (var raw in Resource(file).Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon < 0)
                throw new FormatException($"A line of the vocabulary has no colon: '{line}'.");
            var form = EditForm.Parse(line[..colon]);
            foreach (var text in line[(colon + 2)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                Add(text, form, file, line[..colon]);
        }
    }

    private void Add(string text, EditForm form, string file, string head)
    {
        var folded = Fold(text);
        var added = char.IsAsciiLetterOrDigit(folded[0]) && folded.All(char.IsAscii)
            ? _words.Add(folded.Split(' '), form)
            : _characters.Add(folded, form);
        All.Add((file, head, text));
        if (!added)
            Repeated.Add(text);
    }

    private static string Resource(string name)
    {
        using var stream = typeof(EditVocabulary).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The vocabulary file {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed class Node<T> where T : notnull
    {
        public Dictionary<T, Node<T>> Next { get; } = [];

        public EditForm? Form { get; private set; }

        public bool Add(IEnumerable<T> path, EditForm form)
        {
            var node = this;
            foreach (var step in path)
            {
                if (!node.Next.TryGetValue(step, out var next))
                    node.Next[step] = next = new Node<T>();
                node = next;
            }

            var isNew = node.Form is null;
            node.Form ??= form;
            return isNew;
        }
    }
}
