using OmniReel.Media.Plans;

namespace OmniReel.Media.Tests.Script;

/// <summary>What directors say of the camera, and what only sounds like it.</summary>
public sealed class CameraWordTests
{
    [Theory]
    [InlineData("the camera orbits around a woman", "OrbitRight")]
    [InlineData("a woman on the beach, arc left", "OrbitLeft")]
    [InlineData("镜头环绕着女孩，她站在海边", "OrbitRight")]
    [InlineData("环绕镜头，海边的女孩", "OrbitRight")]
    [InlineData("镜头顺时针环绕，海边的女孩", "OrbitLeft")]
    [InlineData("镜头向左环绕拍摄", "OrbitLeft")]
    [InlineData("the camera follows a man through the city", "Follow")]
    [InlineData("steadicam shot of a man walking", "Follow")]
    [InlineData("镜头跟随一个男人走过街道", "Follow")]
    [InlineData("跟拍，一个男人走路", "Follow")]
    [InlineData("the camera trucks to the left", "TruckLeft")]
    [InlineData("the camera moves right over a beach", "TruckRight")]
    [InlineData("dolly left, a forest", "TruckLeft")]
    [InlineData("镜头向左横移", "TruckLeft")]
    [InlineData("横移镜头，森林", "TruckRight")]
    [InlineData("镜头从左向右移动", "TruckRight")]
    [InlineData("the camera rises above the city", "CraneUp")]
    [InlineData("the camera slowly descends", "CraneDown Slow")]
    [InlineData("crane shot over the mountains", "CraneUp")]
    [InlineData("摇臂镜头下降", "CraneDown")]
    [InlineData("升镜头，群山", "CraneUp")]
    [InlineData("slow zoom in on a man", "ZoomIn Slow")]
    [InlineData("crash zoom on a man", "ZoomIn Fast")]
    [InlineData("变焦推近，一个男人", "ZoomIn")]
    [InlineData("dolly zoom on a man", "DollyZoom")]
    [InlineData("希区柯克变焦，男人站在街上", "DollyZoom")]
    [InlineData("handheld shot of a man running", "Handheld")]
    [InlineData("手持镜头，男人走路", "Handheld")]
    [InlineData("镜头轻微晃动，男人走路", "Handheld")]
    [InlineData("whip pan to the left", "PanLeft Whip")]
    [InlineData("甩镜头，城市", "PanRight Whip")]
    [InlineData("a quick push in on a woman", "Push Fast")]
    [InlineData("镜头快速拉远", "Pull Fast")]
    [InlineData("镜头缓缓推近", "Push Slow")]
    [InlineData("the camera pans slowly to the left", "PanLeft Slow")]
    [InlineData("low angle shot of a man, push in", "Push Low")]
    [InlineData("俯拍，草地上的女孩", "Drift High")]
    [InlineData("dutch angle, a man stands in the city", "Drift Dutch")]
    [InlineData("a man in the city at night, low angle, dutch tilt, slow push in", "Push Slow Low Dutch")]
    [InlineData("荷兰角，男人站在街上", "Drift Dutch")]
    [InlineData("镜头推近，倾斜镜头，夜晚的城市", "Push Dutch")]
    [InlineData("画面倾斜，手持镜头，男人走路", "Handheld Dutch")]
    public void A_move_is_read(string prompt, string expected) => Told(prompt).ShouldBe(expected, prompt);

    [Theory]
    [InlineData("群山环绕的村庄")]
    [InlineData("一个女孩手持雨伞站在街上")]
    [InlineData("a dog follows a girl on the beach")]
    [InlineData("一只狗跟随着女孩走路")]
    [InlineData("a woman walks slowly along the beach")]
    [InlineData("女孩缓缓走过草地")]
    [InlineData("children dance in a circle")]
    [InlineData("a truck on a city street")]
    [InlineData("a crane by the lake")]
    [InlineData("不要镜头晃动，女孩在海边", "Static")]
    [InlineData("no handheld, a beach")]
    [InlineData("no dutch angle, a beach")]
    [InlineData("不要荷兰角，海边")]
    public void What_only_sounds_like_it_is_not(string prompt, string expected = "Drift") => Told(prompt).ShouldBe(expected, prompt);

    [Theory]
    [InlineData("a man stands in the city, dutch angle")]
    [InlineData("荷兰角，男人站在街上")]
    public void What_is_honoured_is_not_reported(string prompt) => Reading.Of(prompt).NotUnderstood.ShouldBeEmpty();

    private static string Told(string prompt)
    {
        var shot = Reading.Shot(prompt);
        return string.Join(' ', new[] { shot.Camera.ToString(), shot.Pace?.ToString(), shot.Angle?.ToString(), shot.Roll?.ToString() }.OfType<string>());
    }
}
