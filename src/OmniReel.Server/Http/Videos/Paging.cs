using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http.Videos;

/// <summary>The page of a list that <c>pageNum</c> (1 to 1000, default 1) and <c>pageSize</c> (1 to 500, default 30) ask for.</summary>
internal readonly record struct Paging(int Skip, int Take)
{
    /// <summary>False, with every refusal, for values out of range. An empty value is an absent one.</summary>
    public static bool TryRead(IQueryCollection query, out Paging page, out IReadOnlyList<ApiError> errors)
    {
        var isNumber = TryNumber(query["pageNum"], 1, 1000, out var number);
        var isSize = TryNumber(query["pageSize"], 30, 500, out var size);
        page = new Paging((number - 1) * size, size);
        errors = (isNumber, isSize) switch
        {
            (true, true) => [],
            (false, true) => [ApiErrors.PageNum],
            (true, false) => [ApiErrors.PageSize],
            _ => [ApiErrors.PageNum, ApiErrors.PageSize],
        };
        return errors.Count == 0;
    }

    private static bool TryNumber(in StringValues values, int usual, int most, out int number)
    {
        number = usual;
        if (values.Count > 1) return false;
        var text = values.ToString();
        return text.Length == 0 || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most);
    }
}
