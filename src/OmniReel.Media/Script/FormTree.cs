namespace OmniReel.Media.Script;

/// <summary>Forms that mean something, found by longest match: Chinese and signs by character, English by word.</summary>
internal sealed class FormTree<TForm>
    where TForm : class
{
    private readonly Node<char> _characters = new();
    private readonly Node<string> _words = new();

    /// <summary>Adds a form. False where there was one of this text, which stays.</summary>
    /// <param name="folded">As texts are folded in which it will be looked for.</param>
    public bool Add(string folded, TForm form)
    {
        var isNew = true;
        Join(folded, form, there =>
        {
            isNew = false;
            return there;
        });
        return isNew;
    }

    /// <summary>Adds a form that may be there already.</summary>
    /// <param name="join">Told the form that is there; what it returns takes its place.</param>
    public void Join(string folded, TForm form, Func<TForm, TForm> join)
    {
        if (char.IsAsciiLetterOrDigit(folded[0]) && folded.All(char.IsAscii))
            _words.Join(folded.Split(' '), form, join);
        else
            _characters.Join(folded, form, join);
    }

    /// <summary>The longest form of characters that begins at <paramref name="start"/>, and its length; length 0 if none does.</summary>
    public (TForm? Form, int Length) FindCharacters(ReadOnlySpan<char> text, int start)
    {
        (TForm?, int) best = default;
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
    public (TForm? Form, int Words) FindWords(IReadOnlyList<string> words, int start)
    {
        (TForm?, int) best = default;
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

    private sealed class Node<T>
        where T : notnull
    {
        public Dictionary<T, Node<T>> Next { get; } = [];

        public TForm? Form { get; private set; }

        public void Join(IEnumerable<T> path, TForm form, Func<TForm, TForm> join)
        {
            var node = this;
            foreach (var step in path)
            {
                if (!node.Next.TryGetValue(step, out var next))
                    node.Next[step] = next = new Node<T>();
                node = next;
            }

            node.Form = node.Form is { } there ? join(there) : form;
        }
    }
}
