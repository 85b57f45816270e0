namespace OmniReel.Media.Encoding.Sandboxes;

/// <summary>The beginning of what a process says, up to a length; the rest is read and dropped, so that it never waits for us.</summary>
internal sealed class CappedText(int most)
{
    private readonly byte[] _kept = new byte[most];
    private int _length;

    public async Task DrainAsync(Stream from)
    {
        var buffer = new byte[8 << 10];
        while (await from.ReadAsync(buffer) is var read and > 0)
        {
            var fits = Math.Min(read, _kept.Length - _length);
            buffer.AsSpan(0, fits).CopyTo(_kept.AsSpan(_length));
            _length += fits;
        }
    }

    /// <summary>Control characters become blanks but for line ends: terminals obey some of them, and logs are read in terminals.</summary>
    public override string ToString()
    {
        var text = System.Text.Encoding.UTF8.GetString(_kept, 0, _length);
        return string.Create(text.Length, text, static (result, source) =>
        {
            for (var i = 0; i < result.Length; i++)
                result[i] = char.IsControl(source[i]) && source[i] != '\n' ? ' ' : source[i];
        });
    }
}
