namespace OmniReel.Media.Tests.Script;

/// <summary>What prompts mean, slot by slot.</summary>
public sealed class PromptTableTests
{
    public static TheoryData<string, string> Chinese => Table.Rows("""
        生成一个海边有一个人跳舞的视频 => Sea Sunset Clear Summer Drift Full Woman:Dance+Ribbons
        海滩 => Sea Sunset Nobody Wide
        沙滩上的日出 => Sea Sunrise Nobody
        大海，风平浪静 => Sea
        海浪拍打着礁石 => Sea Nobody
        城市 => City Noon Nobody
        白天的街道 => City Noon
        清晨的小巷 => City Sunrise
        胡同里一位老人在散步 => City Man:Walk
        马路边，一个小孩在等待 => City Child:Stand
        夜市 => City Night
        城市夜景 => City Night
        屋顶上的女孩 => City Woman:Stand
        森林 => Forest Sunrise Nobody
        竹林深处，女子起舞 => Forest Woman:Dance
        树下站着一个男人 => Forest Man:Stand
        山峰 => Mountains Sunrise
        雪山 => Mountains Winter Clear
        悬崖上，少年眺望远方 => Mountains Man:Stand
        山谷里的清晨 => Mountains Sunrise
        草地 => Meadow Noon
        草原上的黄昏 => Meadow Sunset
        公园里，孩子们在奔跑 => Meadow Child:Walk
        花园中的女孩 => Meadow Woman
        麦田里的男孩 => Meadow Child
        房间 => Room Sunset
        客厅里的一家人 => Room Woman Man Child
        厨房 => Room
        教室里的小朋友 => Room Child
        咖啡馆的窗边，一位女士 => Room Woman
        办公室，深夜 => Room Night
        舞台上的芭蕾舞者 => Theatre Woman:Dance
        中午的海边 => Sea Noon
        正午，烈日当空 => Noon Clear
        傍晚的海边 => Sea Sunset
        夕阳下的城市 => City Sunset
        晚霞映照海面 => Sea Sunset
        黎明的山顶 => Mountains Sunrise
        月光下的森林 => Forest Night
        星空下的草原 => Meadow Night
        深夜的街头，一个男人独自走着 => City Night Man:Walk
        晴朗的海滩 => Sea Clear
        蓝天白云下的草地 => Meadow Noon Clear
        下雨的街道 => City Rain Nobody
        雨夜 => Rain Night City
        暴风雨中的大海 => Sea Rain
        毛毛雨，小巷 => City Rain
        一个女人在雨中行走 => Rain Woman:Walk+Umbrella City
        一个女人在雨中跳舞 => Rain Woman:Dance !Umbrella
        雨中的房间里，一个女孩站着 => Room Rain !Umbrella
        下雪的森林 => Forest Snow Winter
        雪花纷飞的城市 => City Snow Winter
        暴风雪 => Snow Winter Mountains
        雪地里的小孩 => Winter Clear Child
        冬天的公园 => Meadow Winter Clear
        夏夜的海边 => Sea Night Summer
        雪夜的街道 => City Night Snow Winter
        一个女孩 => Woman:Stand
        两个女孩在海边 => Sea Woman:Stand
        一对情侣在海边散步 => Sea Woman:Walk Man:Walk
        两个人在跳舞 => Woman:Dance+Ribbons Man:Dance
        三个人站在山顶 => Mountains Woman:Stand Man:Stand
        舞者 => Woman:Dance+Ribbons Sea
        男舞者在城市 => City Man:Dance !Ribbons
        小男孩在草地上跑 => Meadow Child:Walk
        老爷爷在公园打太极 => Meadow Man:Dance
        妈妈和孩子在海边散步 => Sea Woman:Walk Child:Walk
        爸爸带着孩子在公园 => Meadow Man Child
        女孩旋转 => Woman:Dance
        女孩翩翩起舞 => Woman:Dance
        男人和女人跳华尔兹 => Man:Dance Woman:Dance
        跳舞的女孩 => Woman:Dance
        在海边散步的老人 => Sea Man:Walk
        女孩在等待 => Woman:Stand
        女孩看着大海 => Sea Woman:Stand
        女孩一边走一边看海 => Sea Woman:Walk
        穿红裙子的女孩 => Woman:Stand:Red
        穿着红色的裙子的女孩 => Woman:Stand:Red
        女孩穿着一条蓝色连衣裙 => Woman:Stand:Blue
        身穿黑色大衣的男人走在街上 => City Man:Walk:Black
        穿黄雨衣的小孩 => Child:Stand:Yellow
        一身白衣的女子在竹林里舞剑 => Forest Woman:Dance:White
        红衣女子在雪中起舞 => Snow Woman:Dance:Red
        穿绿色外套的男孩和穿紫色裙子的女孩 => Child:Stand:Green=Coat Woman:Stand:Purple=Dress
        她身着粉色长裙翩翩起舞 => Woman:Dance:Pink
        戴帽子的男人 => Man:Stand+Hat
        女孩撑着伞走在街上 => City Rain Woman:Walk+Umbrella
        女孩拿着丝带跳舞 => Woman:Dance+Ribbons
        戴草帽的女孩在麦田 => Meadow Woman:Stand+Hat
        遮阳伞下的女孩，海滩 => Sea Clear Woman:Stand+Umbrella
        推近，海边的女孩 => Sea Push Woman
        镜头缓缓推进 => Push
        镜头慢慢拉远，城市 => City Pull
        镜头向左平移，森林 => Forest TruckLeft
        镜头从左到右摇 => PanRight
        镜头缓缓向右移动 => TruckRight
        镜头向上升起，雪山 => Mountains CraneUp
        镜头下移 => CraneDown
        固定镜头，海边 => Sea Static
        镜头静止不动 => Static
        平移镜头 => TruckRight
        特写，女孩的脸部 => CloseUp Woman
        近景：一个男人 => MediumCloseUp Man
        中景，女孩跳舞 => Medium Woman:Dance
        全景，海边 => Full Sea
        远景，一个人站在山顶 => Wide Mountains Woman:Stand
        全身镜头，女孩 => Full Woman
        舞者在黄昏的海边旋转，镜头推近，特写 => Sea Sunset Push CloseUp Woman:Dance
        冬天的夜晚，男人在街上走 => City Night Winter Man:Walk
        一個女孩在海邊跳舞 => Sea Woman:Dance
        黃昏的沙灘，鏡頭向左搖 => Sea Sunset PanLeft
        穿紅裙子的女孩在雨中漫步 => Rain Woman:Walk:Red=Dress+Umbrella
        雪夜裡，老人撐著傘走過街道 => City Night Snow Man:Walk+Umbrella
        遠景，森林裡的清晨 => Forest Sunrise Wide
        夜空 => Night
        早上，厨房 => Room Sunrise
        窗外下着雪 => Room Snow
        先去城市，最后到海边 => Sea
        一群人在广场跳舞 => City Woman:Dance Man:Dance
        情侣在雨中共舞 => Rain Woman:Dance Man:Dance
        一只狗在草地上奔跑 => Meadow Nobody
        天黑了，一个小孩回家 => Night Child:Walk
        云海 => Mountains
        山谷，云海翻腾 => Mountains
        海鲜市场 => City
        一个人在山上看海 => Mountains Woman:Stand
        站在山顶眺望远方的大海 => Mountains Woman:Stand
        站在窗前看着下雪的城市 => Room Snow
        裙子是蓝色的，一个女孩 => Woman:Stand:Blue=Dress
        小女孩在雪地里堆雪人 => Winter Clear Child
        孩子踩水坑 => Child:Walk
        太阳下的城市 => City Noon
        城市，太阳 => City Noon
        冬日暖阳，城市 => City Noon Winter
        热带雨林 => Forest Clear
        雨林里的女孩 => Forest Clear Woman
        小姑娘在花园 => Meadow Child
        两个男孩在海边 => Sea Child
        藏蓝色大衣的中年男子 => Man:Stand:Blue=Coat
        穿雨衣的女孩 => Woman:Stand=Coat
        穿白衬衫的男人 => Man:Stand:White=Shirt
        穿西装的男人 => Man:Stand=Suit
        穿毛衣的女孩走在街上 => City Woman:Walk=Shirt
        穿外套的女孩 => Woman:Stand=Coat
        白色衬衫和黑色裤子，一个男人 => Man:Stand:White=Shirt
        白衬衫黑大衣的男人 => Man:Stand:Black=Coat
        女孩跳街舞 => Woman:Dance
        牛仔在沙漠里 => Desert Man:Stand
        第一人称视角，走在街上 => City Nobody
        """);

    public static TheoryData<string, string> English => Table.Rows("""
        a beach => Sea Sunset Nobody Wide
        waves on the shore => Sea Nobody
        the seaside at dawn => Sea Sunrise
        ocean at noon => Sea Noon
        a city street => City Noon
        downtown in the afternoon => City Noon
        a dark alley => City
        rooftops of the old town => City
        a forest => Forest Sunrise
        deep in the woods => Forest
        jungle in the rain => Forest Rain
        mountains => Mountains Sunrise
        a cliff at sunset => Mountains Sunset
        snowy mountain => Mountains Winter Clear
        rolling hills => Mountains
        a meadow => Meadow Noon
        a park in winter => Meadow Winter Clear
        flower garden in the evening => Meadow Sunset
        fields under a starry sky => Meadow Night
        a room => Room
        the kitchen in the morning => Room Sunrise
        a cafe by the window => Room
        a classroom => Room
        an office at night => Room Night
        sunny beach => Sea Noon Clear
        golden hour in the city => City Sunset
        moonlit forest => Forest Night
        midnight street => City Night
        rainy night => City Rain Night
        drizzle over the harbor => Sea Rain
        stormy sea => Sea Rain
        snow falls on the village => City Snow Winter
        blizzard in the mountains => Mountains Snow Winter
        a winter morning in the forest => Forest Sunrise Winter Clear
        a summer night at the beach => Sea Night Summer
        a woman => Woman:Stand
        a girl is walking on the beach => Sea Woman:Walk
        a boy runs through a field => Meadow Child:Walk
        a man strolled along the street => City Man:Walk
        an old man sits in the park => Meadow Man:Stand
        a dancer twirling by the sea => Sea Woman:Dance+Ribbons
        ballerina => Woman:Dance
        two people dancing => Woman:Dance+Ribbons Man:Dance
        a couple waltzing in a ballroom => Room Woman:Dance Man:Dance
        three kids running in the garden => Meadow Child:Walk
        two women and a man => Woman Man
        a mother and her child walk home => Woman:Walk Child:Walk
        children dance in the snow => Snow Child:Dance
        a family at the beach => Sea Woman Man Child
        a dancing girl => Woman:Dance
        a woman dances while a man watches => Woman:Dance Man:Stand
        a man stands and a woman dances => Man:Stand Woman:Dance
        someone waits in the street => City Woman:Stand
        a person dances. The person is a man. => Man:Dance
        a girl looks at the ocean => Sea Woman:Stand
        walking along the beach => Sea Woman:Walk
        dancing in the rain => Rain Woman:Dance !Umbrella
        a woman walks in the rain => City Rain Woman:Walk+Umbrella
        a man with an umbrella => Man:Stand+Umbrella Rain City
        a girl under an umbrella on a sunny beach => Sea Clear Woman:Stand+Umbrella
        a woman in a red dress => Woman:Stand:Red
        a woman in red => Woman:Stand:Red
        a girl dressed in white dances => Woman:Dance:White
        a man wearing a yellow coat walks downtown => City Man:Walk:Yellow
        a woman in a long flowing red silk dress => Woman:Stand:Red
        in a blue dress, a girl dances => Woman:Dance:Blue
        a man in a black suit and a woman in a green gown => Man:Stand:Black Woman:Stand:Green
        her dress is red. She dances on the beach => Sea Woman:Dance
        a boy in a navy jacket => Child:Stand:Blue=Coat
        a girl with ribbons dances => Woman:Dance+Ribbons
        a man in a hat walks => Man:Walk+Hat
        a woman wearing a straw hat in a wheat field => Meadow Woman:Stand+Hat
        push in on a woman => Push Woman
        the camera pushes in slowly => Push
        dolly in, city street => City Push
        zoom in => ZoomIn
        slow zoom out over the sea => Sea ZoomOut
        camera pulls back from the city => City Pull
        pan left across the mountains => Mountains PanLeft
        the camera pans slowly to the right => PanRight
        tilt up to the sky => TiltUp
        tilt down => TiltDown
        static shot of a beach => Sea Static
        locked-off shot => Static
        tripod shot of a forest => Forest Static
        close-up of a woman => CloseUp Woman
        closeup of her face => CloseUp Woman
        extreme close up, a man => ExtremeCloseUp Man
        medium shot of a dancer => Medium Woman:Dance
        wide shot of the city at dusk => Wide City Sunset
        establishing shot of a beach => Wide Sea
        full body shot of a girl dancing => Full Woman:Dance
        cinematic 4K video of a woman dancing at the beach => Sea Woman:Dance
        MAKE A VIDEO OF A GIRL DANCING ON THE BEACH => Sea Woman:Dance
        A paper boat drifts down a rain gutter. => City Rain Nobody
        a lighthouse at night => Sea Night Nobody
        a dog runs on the beach => Sea Nobody
        light dances on the water => Sea Nobody
        leaves dancing in the wind => Forest Nobody
        from the city to the beach => Sea
        sunset by the cafe window => Room Sunset
        a girl 跳舞 on the 海滩 => Sea Woman:Dance
        海边 a man walking, slow push in => Sea Man:Walk Push
        close-up，穿 red dress 的女孩 => CloseUp Woman:Stand:Red
        ＢＥＡＣＨ ａｔ ｎｉｇｈｔ => Sea Night
        café in the rain => Room Rain
        🌊💃 => Sea Woman:Dance
        🏙🌧 => City Rain
        walk => City Woman:Walk
        he walks through the woods => Forest Man:Walk
        they dance => Woman:Dance Man:Dance
        2 girls walk => Woman:Walk
        a red flower and a woman => Woman:Stand !Red
        a woman with a red umbrella => Woman:Stand+Umbrella~Umbrella=Red !:Red
        cowboy walking away from camera in the desert => Desert Drift Man:Walk
        the camera moves away from the city => City Pull
        a girl walks from the forest to the beach => Sea Woman:Walk
        the dress is blue => Woman:Stand:Blue=Dress
        a man in a navy peacoat => Man:Stand:Blue=Coat
        lighthouse keeper walks => Sea Man:Walk
        kid splashing in puddles => Rain Child:Walk
        camera pulls in slowly => Push
        low-angle tracking shot => Follow
        tracking shot of a woman => Follow Woman
        POV walking through a forest => Forest Nobody
        POV of a man walking => Man:Walk
        a snowman in a field => Meadow Winter
        depth of field, a street => City
        a woman in the street, f/1.8, 35mm, bokeh, anamorphic, teal and orange, color grade => City Woman:Stand !Orange
        a city under the sun => City Noon
        noon at the seaside, umbrella on the sand => Sea Noon Clear Nobody
        a woman with an umbrella at noon => Noon Clear Woman:Stand+Umbrella
        a rain forest => Forest Clear
        white dress, red hat, blue shoes, a woman => Woman:Stand:White=Dress
        a woman in a red and white dress => Woman:Stand:Red=Dress
        a woman in a black coat => Woman:Stand:Black=Coat
        a woman in a white dress in the snow => Snow Woman:Stand:White=Dress
        a man in a white shirt and blue jeans => Man:Stand:White=Shirt
        a man in a tuxedo => Man:Stand=Suit
        a woman in a sweater => Woman:Stand=Shirt
        a woman in a white blouse and a black skirt => Woman:Stand:White=Shirt
        a woman in a red dress under a gray coat => Woman:Stand:Gray=Coat
        a woman in a raincoat walks => Woman:Walk=Coat
        a woman dances => Woman:Dance !=
        a teenager walks => Child:Walk
        a little girl on the beach => Sea Child
        boys on the beach => Sea Child
        a girl looks at the sea from a mountain => Mountains Woman:Stand
        a cowboy hat on a woman => Woman:Stand
        """);

    [Theory]
    [MemberData(nameof(Chinese))]
    public void Reads_Chinese(string prompt, string expected) => Reading.ShouldSay(Reading.Shot(prompt), expected, prompt);

    [Theory]
    [MemberData(nameof(English))]
    public void Reads_English_and_mixtures(string prompt, string expected) => Reading.ShouldSay(Reading.Shot(prompt), expected, prompt);

    [Theory]
    [InlineData("两个女孩在海边", 2)]
    [InlineData("三个小孩", 3)]
    [InlineData("3个小孩", 3)]
    [InlineData("一个女孩和两个男孩", 3)]
    [InlineData("五个女孩", 3)]
    [InlineData("three women", 3)]
    [InlineData("2 men in the street", 2)]
    [InlineData("a girl dances. The girl spins. She smiles.", 1)]
    [InlineData("一个女孩在海边。女孩在跳舞。", 1)]
    [InlineData("a woman and another woman", 2)]
    [InlineData("ten dancers", 3)]
    [InlineData("a crowd in the square", 3)]
    [InlineData("someone dances, a man", 1)]
    [InlineData("人", 1)]
    public void Counts_people(string prompt, int people) => Reading.Shot(prompt).Figures.Count.ShouldBe(people, Reading.Line(Reading.Shot(prompt)));

    [Fact]
    public void A_garment_changes_the_seed_and_no_garment_does_not()
    {
        var plain = Reading.Shot("a woman dances");
        plain.Figures.Single().Garment.ShouldBeNull();
        Reading.Shot("a woman in a dress dances").Seed.ShouldNotBe(plain.Seed);
        Reading.Shot("a woman in a coat dances").Seed.ShouldNotBe(Reading.Shot("a woman in a dress dances").Seed);
        Reading.Shot("一个女人跳舞").Seed.ShouldBe(plain.Seed);
    }

    [Fact]
    public void The_tables_are_as_large_as_they_claim()
    {
        TestContext.Current.TestOutputHelper!.WriteLine($"prompt rows: {Chinese.Count} Chinese, {English.Count} English and mixed");
        (Chinese.Count + English.Count).ShouldBeGreaterThanOrEqualTo(150);
    }
}
