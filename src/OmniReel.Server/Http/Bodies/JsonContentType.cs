using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace OmniReel.Server.Http.Bodies;

/// <summary>Which <c>Content-Type</c> is JSON to us: none at all, <c>application/json</c>, <c>text/json</c> or <c>application/…+json</c>, in UTF-8.</summary>
internal static class JsonContentType
{
    /// <summary>What is wrong with the header.</summary>
    public static BodyFault Check(in StringValues header)
    {
        if (header.Count == 0) return BodyFault.None;
        if (header.Count > 1) return BodyFault.WrongType;

        var text = header.ToString();
        // What nearly every client sends; the parser below would say the same, and allocate.
        if (text is "application/json" or "application/json; charset=utf-8") return BodyFault.None;
        if (string.IsNullOrWhiteSpace(text)) return BodyFault.None;
        if (!MediaTypeHeaderValue.TryParse(text, out var type)) return BodyFault.WrongType;

        var isJson = type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.MediaType.Equals("text/json", StringComparison.OrdinalIgnoreCase)
            || (type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase) && type.Type.Equals("application", StringComparison.OrdinalIgnoreCase));
        if (!isJson) return BodyFault.WrongType;

        var charset = HeaderUtilities.RemoveQuotes(type.Charset);
        return !charset.HasValue || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase)
            ? BodyFault.None
            : BodyFault.WrongCharset;
    }
}
