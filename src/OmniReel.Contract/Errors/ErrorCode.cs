namespace OmniReel.Contract.Errors;

/// <summary>The codes of the envelope. 0 is success.</summary>
public enum ErrorCode
{
    /// <summary>No error.</summary>
    Ok = 0,

    /// <summary>Authentication failed.</summary>
    AuthenticationFailed = 1000,

    /// <summary>No Authorization header.</summary>
    AuthorizationMissing = 1001,

    /// <summary>The Authorization header holds no valid key.</summary>
    AuthorizationInvalid = 1002,

    /// <summary>The token is not valid yet.</summary>
    NotYetValid = 1003,

    /// <summary>The token has expired.</summary>
    Expired = 1004,

    /// <summary>The account is in an abnormal state.</summary>
    AccountAbnormal = 1100,

    /// <summary>The account is in arrears.</summary>
    AccountInArrears = 1101,

    /// <summary>The budget is used up or expired.</summary>
    OutOfBudget = 1102,

    /// <summary>The key has no right to this resource.</summary>
    Forbidden = 1103,

    /// <summary>Bad parameters, such as a content type that is not JSON.</summary>
    BadParameters = 1200,

    /// <summary>A field or value is wrong; the message names it.</summary>
    BadValue = 1201,

    /// <summary>The path exists, the HTTP method does not.</summary>
    WrongMethod = 1202,

    /// <summary>The path does not exist.</summary>
    NotFound = 1203,

    /// <summary>Refused by a policy of the platform.</summary>
    PlatformPolicy = 1300,

    /// <summary>Refused by content safety.</summary>
    ContentSafety = 1301,

    /// <summary>Too many requests per second.</summary>
    TooFast = 1302,

    /// <summary>Too many tasks at once.</summary>
    OverConcurrency = 1303,

    /// <summary>The address is not on the allow-list.</summary>
    AddressNotAllowed = 1304,

    /// <summary>The server is at fault.</summary>
    Internal = 5000,

    /// <summary>The server is not available.</summary>
    Unavailable = 5001,

    /// <summary>The server ran out of time.</summary>
    InternalTimeout = 5002,
}
