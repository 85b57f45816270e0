using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http.Videos;

/// <summary>The page of a list that <c>pageNum</c> (1 to 1000, default 1) and <c>pageSize</c> (1 to 500, default 30) ask for.</summary>
internal readonly record struct Paging(int Skip, int Take)
{
    /// <summary>False, with the refusal, for values out of range. An empty value is an absent one.</summary>
    public static bool TryRead(IQueryCollection query, out Paging page, [NotNullWhen(false)] out ApiError? error)
    {
        page = default;
        error = null;
        if (!TryNumber(query["pageNum"], 1, 1000, out var number)) error = ApiErrors.PageNum;
        else if (!TryNumber(query["pageSize"], 30, 500, out var size)) error = ApiErrors.PageSize;
        else page = new Paging((number - 1) * size, size);
        return error is null;
    }

    private static bool TryNumber(in StringValues values, int usual, int most, out int number)
    {
        number = usual;
        if (values.Count > 1) return false;
        var text = values.ToString();
        return text.Length == 0 || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most);
    }
}
