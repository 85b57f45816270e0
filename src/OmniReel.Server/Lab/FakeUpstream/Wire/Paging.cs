using Microsoft.AspNetCore.Http;

namespace OmniReel.Server.Lab.FakeUpstream.Wire;

/// <summary>Reads <c>pageNum</c> (1 to 1000, usually 1) and <c>pageSize</c> (1 to 500, usually 30).</summary>
internal static class Paging
{
    public static bool TryRead(IQueryCollection query, out int page, out int size, out string complaint)
    {
        size = 0;
        complaint = "pageNum is a number from 1 to 1000";
        if (!TryRead(query["pageNum"], 1, 1000, out page)) return false;
        complaint = "pageSize is a number from 1 to 500";
        return TryRead(query["pageSize"], 30, 500, out size);
    }

    private static bool TryRead(string? text, int usual, int most, out int number)
    {
        number = usual;
        return string.IsNullOrEmpty(text) || (int.TryParse(text, out number) && number >= 1 && number <= most);
    }
}
