using System.Text.RegularExpressions;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Storyboards;

/// <summary>What a plan's words are called on a sheet.</summary>
public static partial class ShotWords
{
    private static readonly Dictionary<Enum, string> s_chinese = new()
    {
        [CameraMove.Drift] = "缓移", [CameraMove.Static] = "固定", [CameraMove.Push] = "推近", [CameraMove.Pull] = "拉远",
        [CameraMove.PanLeft] = "左摇", [CameraMove.PanRight] = "右摇", [CameraMove.TiltUp] = "上仰", [CameraMove.TiltDown] = "下俯",
        [CameraMove.TruckLeft] = "左移", [CameraMove.TruckRight] = "右移", [CameraMove.CraneUp] = "升镜", [CameraMove.CraneDown] = "降镜",
        [CameraMove.OrbitLeft] = "左环绕", [CameraMove.OrbitRight] = "右环绕", [CameraMove.Follow] = "跟拍", [CameraMove.Handheld] = "手持",
        [CameraMove.ZoomIn] = "变焦推近", [CameraMove.ZoomOut] = "变焦拉远", [CameraMove.DollyZoom] = "希区柯克变焦",
        [CameraPace.Slow] = "缓", [CameraPace.Fast] = "快", [CameraPace.Whip] = "甩", [CameraRoll.Dutch] = "荷兰角",
        [ShotSize.ExtremeWide] = "大远景", [ShotSize.Wide] = "远景", [ShotSize.Full] = "全景", [ShotSize.Medium] = "中景",
        [ShotSize.MediumCloseUp] = "近景", [ShotSize.CloseUp] = "特写", [ShotSize.ExtremeCloseUp] = "大特写",
        [Place.Sea] = "海边", [Place.City] = "城市", [Place.Forest] = "森林", [Place.Mountains] = "群山", [Place.Meadow] = "草地", [Place.Room] = "室内",
        [Place.Desert] = "沙漠", [Place.Underwater] = "海底", [Place.Moon] = "月球", [Place.Mars] = "火星", [Place.Space] = "太空", [Place.Theatre] = "舞台", [Place.Church] = "教堂",
        [TimeOfDay.Sunrise] = "日出", [TimeOfDay.Noon] = "正午", [TimeOfDay.Sunset] = "日落", [TimeOfDay.Night] = "夜晚",
        [Weather.Rain] = "下雨", [Weather.Snow] = "下雪", [Weather.Overcast] = "阴天",
        [Person.Woman] = "女子", [Person.Man] = "男子", [Person.Child] = "孩子",
        [Bearing.Run] = "奔跑", [Bearing.Sit] = "坐着", [Bearing.Ride] = "骑行", [Bearing.Swim] = "游泳",
        [FigureAction.Stand] = "站立", [FigureAction.Walk] = "行走", [FigureAction.Dance] = "起舞",
    };

    /// <summary>Camera and size of a shot, as <c>push · wide</c>.</summary>
    public static string Notes(ShotPlan shot, bool chinese)
    {
        ArgumentNullException.ThrowIfNull(shot);
        var camera = (shot.Pace is { } pace ? Word(pace, chinese) + (chinese ? "" : " ") : "") + Word(shot.Camera, chinese);
        if (shot.Roll is { } roll && shot.Picture is null)
            camera += " · " + Word(roll, chinese);
        return shot.Picture is null ? $"{camera} · {Word(shot.Size, chinese)}" : camera;
    }

    /// <summary>What is seen in a shot, where no words of its own are known.</summary>
    public static string Account(ShotPlan shot, bool chinese)
    {
        ArgumentNullException.ThrowIfNull(shot);
        List<string> words = [Word(shot.Place, chinese), Word(shot.Time, chinese)];
        if (shot.Weather != Weather.Clear)
            words.Add(Word(shot.Weather, chinese));
        words.AddRange(shot.Figures.Select(figure => Word(figure.Person, chinese) + (chinese ? "" : ", ") + (figure.Bearing is { } bearing ? Word(bearing, chinese) : Word(figure.Action, chinese))));
        return string.Join(chinese ? "，" : "; ", words);
    }

    private static string Word<T>(T value, bool chinese)
        where T : struct, Enum =>
        chinese && s_chinese.TryGetValue(value, out var word) ? word : Joints().Replace(value.ToString(), " ").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Joints();
}
