namespace OmniReel.Server.Elements;

/// <summary>What an element's creator reads when the server itself gave it up, in their language ("zh", else English).</summary>
internal static class ElementMessages
{
    public static string GaveUp(string language, int times) => language == "zh"
        ? $"服务器在创建该主体时已中断 {times} 次，不再重试；这是服务器的问题，不是请求的问题。请联系服务器管理员，其日志中有详细原因。"
        : $"The server broke off {times} times while it made this element, so it is not tried again; the fault is the server's, not the request's. Tell its operator: its log says why.";

    public static string TooMuchTrouble(string language, int times) => language == "zh"
        ? $"服务器在创建该主体时已 {times} 次遇到自身故障，不再重试；这是服务器的问题，不是请求的问题。请联系服务器管理员，其日志中有详细原因。"
        : $"The server met trouble of its own {times} times while it made this element, so it is not tried again; the fault is the server's, not the request's. Tell its operator: its log says why.";
}
