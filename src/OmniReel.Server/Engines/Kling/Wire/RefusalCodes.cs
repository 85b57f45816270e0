using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Engines.Kling.Wire;

/// <summary>The codes by which the API says that it has not taken something.</summary>
internal static class RefusalCodes
{
    /// <summary>"Bad key or value": also what a task that is not there is answered with.</summary>
    public const int BadValue = 1201;

    /// <summary>"No such resource": a model, or a path.</summary>
    public const int NoResource = 1203;

    /// <summary>What a code says of a submit; null for one that does not say surely that it was not taken (5000, 5001, 5002, unknown ones).</summary>
    public static RejectKind? KindOf(int code) => code switch
    {
        >= 1000 and <= 1004 => RejectKind.Account,
        >= 1100 and <= 1103 => RejectKind.Account,
        1200 or BadValue or NoResource => RejectKind.Request,
        // The wrong verb for a path: the address of the connection is wrong, not the request.
        1202 => RejectKind.Account,
        1300 or 1301 => RejectKind.Request,
        1302 or 1303 => RejectKind.Busy,
        1304 => RejectKind.Account,
        _ => null,
    };

    /// <summary>
    /// What a status alone says, whoever answered: the gate was closed (401, 402, 403), there is nothing behind the path (404, 405), the body
    /// was not read (413, 415), it was too much (429). Null for any other.
    /// </summary>
    public static RejectKind? KindOfStatus(int status) => status switch
    {
        401 or 402 or 403 or 404 or 405 => RejectKind.Account,
        413 or 415 => RejectKind.Request,
        429 => RejectKind.Busy,
        _ => null,
    };
}
