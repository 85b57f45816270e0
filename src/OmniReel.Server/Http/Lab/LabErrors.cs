using OmniReel.Contract.Errors;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Lab.Scenarios;

namespace OmniReel.Server.Http.Lab;

/// <summary>What can be wrong with a request to the lab.</summary>
internal static class LabErrors
{
    public static readonly ApiError Body = new(ErrorCode.BadParameters,
        "The body is no JSON object that this path takes; GET /lab shows what it takes.", "请求体不是该路径所需的 JSON 对象；用法见 GET /lab。");

    public static readonly ApiError Seconds = new(ErrorCode.BadValue,
        "seconds: a number above 0 and up to 31536000 is needed, as in ?seconds=300 or {\"seconds\":300}.", "seconds：须为大于 0、不超过 31536000 的数，如 ?seconds=300 或 {\"seconds\":300}。") { Field = ("seconds", "lab_seconds") };

    public static readonly ApiError After = new(ErrorCode.BadValue,
        "after and status are whole numbers.", "after 与 status 须为整数。") { Field = ("after", "lab_number") };

    /// <summary>A pace that is none.</summary>
    public static LabOrderException Pace(string where, string text) => new(
        $"{where}: a clock is real, instant, stopped or xN (as in x60), not \"{text}\".", $"{where}：时钟可取 real、instant、stopped 或 xN（如 x60），不能是 \"{text}\"。");

    /// <summary>An order that cannot be read.</summary>
    public static ApiError Of(LabOrderException wrong) => new(ErrorCode.BadParameters, wrong.Message, wrong.Chinese);
}
