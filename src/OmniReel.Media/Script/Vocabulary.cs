namespace OmniReel.Media.Script;

/// <summary>Every form that is understood, found by longest match: Chinese and signs by character, English by word.</summary>
/// <remarks>The forms are embedded text files in <c>Script/Words</c>: a word is added there and nowhere else.</remarks>
internal sealed class Vocabulary
{
    private readonly Node<char> _characters = new();
    private readonly Node<string> _words = new();
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
        var vocabulary = new Vocabulary(new TextFold(Resource("traditional.txt")));
        foreach (var file in files)
            vocabulary.AddAll(Resource(file));
        ThingWords.AddTo(vocabulary);
        CastWords.AddTo(vocabulary);
        return vocabulary;
    }

    public string Fold(string text) => _fold.Fold(text);

    /// <summary>The longest form of characters that begins at <paramref name="start"/>, and its length; length 0 if none does.</summary>
    public (Form? Form, int Length) FindCharacters(ReadOnlySpan<char> text, int start)
    {
        (Form?, int) best = default;
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
    public (Form? Form, int Words) FindWords(IReadOnlyList<string> words, int start)
    {
        (Form?, int) best = default;
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
        foreach (var raw in file.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon < 0)
                throw new FormatException($"A line of the vocabulary has no colon: '{line}'.");
            Meaning[] meanings = [.. line[..colon].Split(' ').Select(Meaning.Parse)];
            var (exact, near) = (new Form(meanings, near: false), new Form(meanings, near: true));
            foreach (var form in line[(colon + 2)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                Add(form.TrimStart('~'), form[0] == '~' ? near : exact);
        }
    }

    private void Add(string text, Form form)
    {
        var folded = _fold.Fold(text);
        var added = IsEnglish(folded) ? _words.Add(folded.Split(' '), form) : _characters.Add(folded, form);
        Count++;
        if (!added)
            Repeated.Add(text);
    }

    /// <summary>Adds a form that the files may have too.</summary>
    /// <param name="join">Told the form that is there; what it returns takes its place.</param>
    public void Join(string text, Form form, Func<Form, Form> join)
    {
        var folded = _fold.Fold(text);
        if (IsEnglish(folded))
            _words.Join(folded.Split(' '), form, join);
        else
            _characters.Join(folded, form, join);
    }

    private static bool IsEnglish(string folded) => char.IsAsciiLetterOrDigit(folded[0]) && folded.All(char.IsAscii);

    private static string Resource(string name)
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The vocabulary file {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed class Node<T> where T : notnull
    {
        public Dictionary<T, Node<T>> Next { get; } = [];

        public Form? Form { get; private set; }

        public bool Add(IEnumerable<T> path, Form form)
        {
            var node = At(path);
            var isNew = node.Form is null;
            node.Form ??= form;
            return isNew;
        }

        public void Join(IEnumerable<T> path, Form form, Func<Form, Form> join)
        {
            var node = At(path);
            node.Form = node.Form is { } there ? join(there) : form;
        }

        private Node<T> At(IEnumerable<T> path)
        {
            var node = this;
            foreach (var step in path)
            {
                if (!node.Next.TryGetValue(step, out var next))
                    node.Next[step] = next = new Node<T>();
                node = next;
            }

            return node;
        }
    }
}
