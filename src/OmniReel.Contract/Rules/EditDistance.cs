namespace OmniReel.Contract.Rules;

/// <summary>How far a misspelled word is from a known one.</summary>
public static class EditDistance
{
    private const int LongestOnStack = 128;

    /// <summary>The least number of characters to insert, delete or replace that make one of the other (Levenshtein).</summary>
    public static int Between(ReadOnlySpan<char> found, ReadOnlySpan<char> known)
    {
        Span<int> row = known.Length < LongestOnStack ? stackalloc int[known.Length + 1] : new int[known.Length + 1];
        for (var j = 0; j <= known.Length; j++)
            row[j] = j;
        for (var i = 1; i <= found.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= known.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (found[i - 1] == known[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[known.Length];
    }
}
