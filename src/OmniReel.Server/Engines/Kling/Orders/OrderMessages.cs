namespace OmniReel.Server.Engines.Kling.Orders;

/// <summary>What the creator of a task is told of a request that this connection cannot send, in the task's language ("en" or "zh").</summary>
internal static class OrderMessages
{
    public static string NoPublicAddress(string language, string field) => language == "zh"
        ? $"{field}：该视频只在本服务所在的网络中可访问，上游无法获取；请服务的运行者用 --public-url 设置公网地址，或改用公网上的视频地址。"
        : $"{field}: this video can be reached from within this server's network only, and the company that makes the film cannot fetch it; whoever runs the server can give its public address with --public-url, or send the URL of a copy on the public internet.";

    public static string ElementGone(string language, int at) => language == "zh"
        ? $"element_list[{at}].element_id：该主体或其素材已被删除。"
        : $"element_list[{at}].element_id: this element, or what it was made from, has been deleted.";

    public static string ElementRefused(string language, int at, string said) => language == "zh"
        ? $"element_list[{at}].element_id：上游不接受该主体：{said}"
        : $"element_list[{at}].element_id: the company that makes the film does not take this element: {said}";
}
