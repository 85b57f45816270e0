using Microsoft.Extensions.Primitives;

namespace OmniReel.Server.Access;

/// <summary>The header <c>Authorization</c>: exactly one, <c>Bearer CREDENTIAL</c>.</summary>
internal static class Bearer
{
    private const string Scheme = "Bearer";

    /// <summary>
    /// <see cref="KeyVerdict.Missing"/> without a header, <see cref="KeyVerdict.Wrong"/> for one of another form, and
    /// <see cref="KeyVerdict.Known"/>, which says nothing of the credential yet, for the right form. Allocates nothing.
    /// </summary>
    public static KeyVerdict Read(in StringValues authorization, out ReadOnlySpan<char> credential)
    {
        credential = default;
        if (authorization.Count == 0) return KeyVerdict.Missing;
        if (authorization.Count > 1) return KeyVerdict.Wrong;

        var value = authorization.ToString().AsSpan().Trim();
        if (value.IsEmpty) return KeyVerdict.Missing;
        if (value.Length <= Scheme.Length || value[Scheme.Length] != ' ' || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return KeyVerdict.Wrong;
        credential = value[(Scheme.Length + 1)..].TrimStart(' ');
        return KeyVerdict.Known;
    }
}
