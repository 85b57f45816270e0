namespace OmniReel.Media.Tests.Obedience;

/// <summary>Controls: what means the same gives the same bytes, and what means something else does not.</summary>
public sealed class SameMeaningTests
{
    [Theory]
    [InlineData("a woman in a red dress dances on the beach at sunset", "At sunset a lady wearing a red dress is dancing by the sea", "黄昏，一个穿红色连衣裙的女人在海边跳舞", "在夕阳下的沙滩上，一位穿红色连衣裙的女子翩翩起舞")]
    [InlineData("mountains at night, the camera pushes in", "Night. Mountains. Push in.", "夜晚的群山，镜头推近")]
    [InlineData("a city street in the rain, crane up", "rainy city street, boom up", "雨中的城市街道，升镜头")]
    public void A_paraphrase_gives_the_same_bytes(string prompt, params string[] others)
    {
        var picture = Frame(prompt);
        foreach (var other in others)
            Frame(other).ShouldBe(picture, other);
    }

    [Theory]
    [InlineData("a woman in a red dress dances on the beach at sunset")]
    [InlineData("黄昏，一个穿红裙的女人在海边跳舞，镜头环绕着她")]
    public void Nonsense_signs_and_blanks_change_nothing(string prompt)
    {
        var picture = Frame(prompt);
        foreach (var other in new[] { prompt + " blorptastic qzxv", prompt + "!!!", "  " + prompt + " \t ", prompt + "…", prompt + " 🆗💯", prompt + "。。。", prompt.ToUpperInvariant(), prompt + " masterpiece, best quality, 8k" })
            Frame(other).ShouldBe(picture, other);
    }

    [Theory]
    [InlineData("a woman in a red dress dances on the beach at sunset", "a woman in a blue dress dances on the beach at sunset")]
    [InlineData("a woman on the beach, pan left", "a woman on the beach, truck left")]
    [InlineData("a woman on the beach, orbit left", "a woman on the beach, orbit right")]
    [InlineData("海边的女人，近景", "海边的女人，特写")]
    [InlineData("海边的女人，低角度", "海边的女人，俯拍")]
    [InlineData("草地，两只狗", "草地，三只狗")]
    public void Another_meaning_gives_another_picture(string one, string other)
    {
        Frame(one).Zip(Frame(other)).Count(p => Math.Abs(p.First - p.Second) > 8).ShouldBeGreaterThan(150);
    }

    private static byte[] Frame(string prompt)
    {
        using var film = new Watched(prompt, 192, 108);
        return film.Bytes(20);
    }
}
