using System.Globalization;

namespace OmniReel.Contract.Reading;

/// <summary>Finds <c>\uD800</c>-style escapes without their other half, which no Unicode text can hold.</summary>
internal static class Escapes
{
    /// <summary>Checks the raw bytes of a JSON string; the reader has already checked the grammar of its escapes.</summary>
    public static bool HasLoneSurrogate(ReadOnlySpan<byte> raw)
    {
        var expectLow = false;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                if (expectLow)
                    return true;
                var next = raw[i..].IndexOf((byte)'\\');
                if (next < 0)
                    return false;
                i += next;
            }

            if (raw[++i] != 'u')
            {
                if (expectLow)
                    return true;
                continue;
            }

            var unit = int.Parse(raw.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier);
            i += 4;
            var isLow = unit is >= 0xDC00 and <= 0xDFFF;
            if (isLow != expectLow)
                return true;
            expectLow = unit is >= 0xD800 and <= 0xDBFF;
        }

        return expectLow;
    }
}
