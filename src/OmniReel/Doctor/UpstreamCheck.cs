using OmniReel.CommandLine;
using OmniReel.Server.Engines.Kling;

namespace OmniReel.Doctor;

/// <summary>An upstream is reached, its path is found and it takes the key, by the list call, which costs nothing. No key is ever shown.</summary>
internal sealed class UpstreamCheck(Speech speech, KlingConnection connection, TimeProvider time) : ICheck
{
    public string Name => $"{speech["upstream", "上游"]} {connection.Name}";

    public async Task<Finding> LookAsync(CancellationToken cancellation)
    {
        var proof = await KlingProof.OfAsync(connection, time, cancellation);
        var where = proof.Url?.AbsoluteUri ?? connection.BaseUrl.AbsoluteUri;
        if (connection.Credentials is KlingCredentials.Pair && proof.Skew is { } skew && (skew > KlingProof.MostAhead || skew < -KlingProof.MostBehind))
        {
            return new(false, speech[$"{where}: this machine's clock is {Seconds(skew)} s {Side(skew, "ahead of", "behind")} the upstream's, and the tokens signed with the secret key are refused then", $"{where}：本机时钟比上游{Side(skew, "快", "慢")} {Seconds(skew)} 秒，用密钥签发的令牌会被拒绝"],
                speech["set the clock, such as: sudo timedatectl set-ntp true; or use an API key (KLING_API_KEY)", "校准时钟，例如：sudo timedatectl set-ntp true；或改用 API Key（KLING_API_KEY）"]);
        }

        var shown = proof.Skew is { } known ? speech[$", clocks {Seconds(known)} s apart", $"，时钟相差 {Seconds(known)} 秒"] : "";
        return proof.Complaint is null
            ? new(true, speech[$"{where} answers and takes the {connection.Credentials}{shown}; nothing was spent", $"{where} 可访问，密钥有效{shown}；未产生费用"])
            : new(false, $"{where}: {proof.Complaint}", Mend(proof));
    }

    private string Mend(KlingProof proof) => proof switch
    {
        { Url: null } => speech[
            "set KLING_PATH_PREFIX (PathPrefix of a named connection) to what stands before /v1/videos/omni-video, such as /kling, and look at the key and the address",
            "将 KLING_PATH_PREFIX（命名连接的 PathPrefix）设为 /v1/videos/omni-video 之前的部分，例如 /kling，并检查密钥与地址"],
        { Complaint: { } why } when why.StartsWith("HTTP 401", StringComparison.Ordinal) || why.StartsWith("HTTP 403", StringComparison.Ordinal) => speech[
            "the key is not the one of this address: copy it anew from the vendor's or relay's page, and check KLING_BASE_URL", "密钥与该地址不匹配：请从官方或中转页面重新复制，并检查 KLING_BASE_URL"],
        { Complaint: { } why } when why.StartsWith("HTTP 404", StringComparison.Ordinal) => speech[
            "the path is not there: check KLING_BASE_URL and KLING_PATH_PREFIX; a relay without a list call cannot be proven this way", "路径不存在：请检查 KLING_BASE_URL 与 KLING_PATH_PREFIX；没有列表接口的中转无法用此方式验证"],
        _ => speech["check KLING_BASE_URL, and that this machine may reach it (KLING_PROXY names a proxy)", "检查 KLING_BASE_URL，以及本机能否访问该地址（KLING_PROXY 可指定代理）"],
    };

    private static string Seconds(TimeSpan skew) => Math.Abs(skew.TotalSeconds).ToString("0");

    private static string Side(TimeSpan skew, string ahead, string behind) => skew > TimeSpan.Zero ? ahead : behind;
}
