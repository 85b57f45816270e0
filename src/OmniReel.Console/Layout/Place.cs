using MudBlazor;

namespace OmniReel.Console.Layout;

/// <summary>One entry of the navigation.</summary>
/// <param name="Path">The page's address, below the root.</param>
/// <param name="Icon">Its sign.</param>
/// <param name="English">Its name.</param>
/// <param name="Chinese">Its name.</param>
/// <param name="IsDaily">Also in the bar at the bottom of a phone's screen.</param>
public sealed record Place(string Path, string Icon, string English, string Chinese, bool IsDaily = false)
{
    /// <summary>Every page that the navigation leads to, in its order.</summary>
    public static IReadOnlyList<Place> All { get; } =
    [
        new("create", Icons.Material.Outlined.AddCircleOutline, "Create", "创作", true),
        new("tasks", Icons.Material.Outlined.Theaters, "Tasks", "任务", true),
        new("gallery", Icons.Material.Outlined.Collections, "Gallery", "影廊", true),
        new("elements", Icons.Material.Outlined.Face, "Elements", "主体"),
        new("callbacks", Icons.Material.Outlined.NotificationsActive, "Callbacks", "回调"),
        new("paid", Icons.Material.Outlined.Payments, "Paid", "付费"),
        new("rules", Icons.Material.Outlined.Rule, "Rules", "规则"),
        new("keys", Icons.Material.Outlined.VpnKey, "Keys", "密钥"),
        new("health", Icons.Material.Outlined.MonitorHeart, "Health", "运行状况"),
    ];
}
