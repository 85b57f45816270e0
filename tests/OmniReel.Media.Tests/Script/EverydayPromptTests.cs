using OmniReel.Media.Plans;

namespace OmniReel.Media.Tests.Script;

/// <summary>
/// Prompts as ordinary people write them, set down without a look at the vocabulary; what follows the bar is reported as not
/// drawn as it was said.
/// </summary>
public sealed class EverydayPromptTests
{
    public static TheoryData<string, string> Written => Table.Rows("""
        傍晚，妈妈牵着女儿的手在沙滩上散步 => Sea Sunset Woman:Walk Child:Walk
        下雨天，一个穿黄色雨衣的小朋友在街上踩水 => City Rain Child:Walk:Yellow=Coat | 踩水
        老爷爷撑着一把黑伞在雨里慢慢走 => Rain Man:Walk+Umbrella~Umbrella=Black*Old
        姐妹俩在花丛中跳舞 => Meadow Woman:Dance+Ribbons
        一个帅哥在城市夜景里走路 => City Night Man:Walk
        清晨的森林，薄雾，一个女孩站着 => Forest Sunrise Overcast Woman:Stand | 薄雾
        爸爸带着儿子在雪地里玩 => Winter Clear Man Child | 玩
        深夜的城市，街上没有人，只有路灯 => City Night Nobody
        戴着红色围巾的女孩站在雪中 => Snow Woman:Stand ~Ribbons=Red | 围巾
        白裙子的女孩和黑西装的男孩在海边跳舞 => Sea Woman:Dance:White=Dress Child:Dance:Black=Suit
        大晴天，草原上三个小朋友在跳舞 => Meadow Clear Child:Dance
        奶奶和孙女在公园里散步 => Meadow Woman:Walk*Old Child:Walk
        阴天的海边，一个人望着大海 => Sea Noon Overcast Woman:Stand
        一对老夫妻手牵手走在海边 => Sea Full Woman:Walk*Old Man:Walk*Old
        特写，一个女孩的脸，头上戴着白色的帽子 => CloseUp Woman:Stand+Hat~Hat=White
        天快亮了，一个男人站在山顶上 => Mountains Sunrise Man:Stand
        夜空没有月亮，女孩在草地上转圈 => Meadow Night Woman:Dance NoMoon
        学生们在操场上跳舞 => Meadow Child:Dance | 操场
        一位穿碎花长裙的姑娘在海边转圈，镜头慢慢推近 => Sea Push Woman:Dance=Dress | 碎花长裙
        雪停了，太阳出来了，小男孩站在山上 => Mountains Noon Clear Winter Child:Stand
        a mum and her little boy walking on the beach at sunset => Sea Sunset Woman:Walk Child:Walk
        a girl with a red umbrella walking down a rainy street at night => City Night Rain Woman:Walk+Umbrella~Umbrella=Red
        two sisters dancing in a field of flowers => Meadow Woman:Dance
        an old man with a white beard standing by the sea at dawn => Sea Sunrise Man:Stand*Old*Beard
        foggy forest in the morning, a woman in a blue dress walks => Forest Sunrise Overcast Woman:Walk:Blue=Dress | foggy
        a boy wearing a green hat dancing in his bedroom => Room Child:Dance+Hat~Hat=Green
        a couple under one umbrella walking in the rain, city => City Rain Woman:Walk Man:Walk+Umbrella
        overcast beach, nobody around => Sea Overcast Nobody
        a father and daughter dancing in the living room in the evening => Room Sunset Man:Dance Child:Dance
        night sky without stars, a woman in white dances on the beach => Sea Night NoStars Woman:Dance:White
        a girl in a yellow dress and a boy in a blue shirt dance in the meadow => Meadow Woman:Dance:Yellow=Dress Child:Dance:Blue=Shirt
        close-up of a woman in the snow, smiling => Snow CloseUp Woman:Stand
        the camera slowly pans across snowy mountains at sunrise => Mountains Sunrise Winter PanRight Nobody
        a man in a black suit with red shoes dances on the street => City Man:Dance:Black=Suit~Shoes=Red
        kids holding hands in a meadow, bright sunny day => Meadow Noon Clear Full Child:Stand
        a farmer walks through a field at sunset => Meadow Sunset Man:Walk
        a dancer in a floral dress by the lake => Mountains Woman:Dance=Dress | floral|lake
        grandma and grandson walking in the forest in autumn => Forest Autumn Woman:Walk*Old Child:Walk
        a jogger by the sea in the early morning => Sea Sunrise Woman:Walk | jogger
        woman with long hair, wind on her face, walks along the shore => Sea Full Woman:Walk*LongHair
        """);

    public static TheoryData<string, string> Read => Table.Rows("""
        红裙女孩和蓝衣男孩在草地上跳舞 => Meadow Woman:Dance:Red=Dress Child:Dance:Blue
        白衣女子和黑衣男子 => Woman:Stand:White Man:Stand:Black
        女孩穿红裙男孩穿蓝衣 => Woman:Stand:Red=Dress Child:Stand:Blue
        女孩红裙，男孩蓝衣 => Woman:Stand:Red=Dress Child:Stand:Blue
        an elderly couple holding hands, walking along the shore => Sea Full Woman:Walk*Old Man:Walk*Old
        wind on her face, walking => Full Woman:Walk
        feet in the sand, a girl walking => Sea Full Woman:Walk | feet
        close on her face => CloseUp Woman
        戴蓝色帽子的小男孩 => Child:Stand+Hat~Hat=Blue
        撑红伞的女孩走在街上 => City Rain Woman:Walk+Umbrella~Umbrella=Red
        一个女孩撑着蓝色的伞 => Woman:Stand+Umbrella~Umbrella=Blue
        一个女孩和一个撑黄伞的男孩 => Woman:Stand+Umbrella Child:Stand+Umbrella~Umbrella=Yellow
        她的伞是绿色的 => Woman:Stand+Umbrella~Umbrella=Green
        女孩拿着蓝色丝带跳舞 => Woman:Dance+Ribbons~Ribbons=Blue
        穿红鞋的女孩跳舞 => Woman:Dance+Ribbons~Shoes=Red
        a man in a white shirt and black trousers => Man:Stand:White=Shirt~Trousers=Black
        a woman in black trousers => Woman:Stand !Black | black|trousers
        no red umbrella, a woman in red walks in the rain => Woman:Walk:Red !Umbrella
        穿红色碎花裙的女孩在海边跳舞 => Sea Woman:Dance:Red=Dress | 碎花裙
        一个女孩穿花裙子跳舞 => Sea Woman:Dance=Dress | 花裙子
        夜里，一个女孩在海边，没有星星 => Sea Night NoStars Woman
        a night beach without moon => Sea Night NoMoon Nobody
        月光下的海边，没有星星 => Sea Night NoStars !NoMoon
        爷爷带着孙子散步 => Man:Walk*Old Child:Walk
        a mother and her daughter on the beach => Sea Woman Child
        姐姐和妹妹跳舞 => Woman:Dance
        渔民在海边 => Sea Man
        宝妈推着婴儿车在公园散步 => Meadow Woman:Walk
        天蒙蒙亮，海边 => Sea Sunrise
        日薄西山，老人赶着回家 => Sunset Man:Walk*Old
        overcast day at the beach => Sea Noon Overcast
        情侣在雨中共撑一把伞 => Rain Woman:Stand Man:Stand+Umbrella
        a man with a beard stands by the sea => Sea Man:Stand*Beard
        an old man, no beard => Man:Stand*Old*Shaven
        妈妈在公园。妈妈在跳舞 => Meadow Woman:Dance
        """);

    [Theory]
    [MemberData(nameof(Written))]
    public void Everyday_prompts_are_read_as_they_were_meant(string prompt, string expected) => Check(prompt, expected);

    [Theory]
    [MemberData(nameof(Read))]
    public void What_once_was_read_wrongly_stays_right(string prompt, string expected) => Check(prompt, expected);

    [Theory]
    [InlineData("妈妈和女儿", 2)]
    [InlineData("姐姐和妹妹跳舞", 2)]
    [InlineData("a mother and daughter", 2)]
    [InlineData("a woman dances with her mother", 2)]
    [InlineData("mother, father and son", 3)]
    [InlineData("妈妈在公园。妈妈在跳舞", 1)]
    [InlineData("a daughter waits. The girl dances.", 2)]
    [InlineData("母女", 2)]
    [InlineData("爷孙俩", 2)]
    [InlineData("一家三口", 3)]
    public void Kin_are_counted(string prompt, int people) => Reading.Shot(prompt).Figures.Count.ShouldBe(people, Reading.Line(Reading.Shot(prompt)));

    [Fact]
    public void Accessories_that_were_spoken_of_are_told_with_the_plan()
    {
        Reading.Of("a woman dances").SpokenOf[0].ShouldBeEmpty();
        Reading.Of("a woman dances without ribbons").SpokenOf[0].ShouldBe([Accessory.Ribbons]);
        Reading.Of("一个女孩跳舞", "丝带").SpokenOf[0].ShouldBe([Accessory.Ribbons]);
        var shots = Reading.Shots("a woman dances", "she waves a ribbon", "she walks").SpokenOf;
        shots.Select(s => s.Count).ShouldBe([0, 1, 1]);
        var divided = Reading.Divided("A woman dances on the beach. Then she walks in the city with a hat.");
        divided.SpokenOf.Count.ShouldBe(divided.Plan.Shots.Count);
        divided.SpokenOf[0].ShouldBe([Accessory.Hat]);
    }

    private static void Check(string prompt, string expected)
    {
        var (words, reported) = expected.Split(" | ") is [var first, var second] ? (first, second) : (expected, "");
        Reading.ShouldSay(Reading.Shot(prompt), words, prompt);
        string.Join('|', Reading.Of(prompt).NotUnderstood).ShouldBe(reported, prompt);
    }
}
