using OmniReel.Media.Tests.Script;

namespace OmniReel.Media.Tests.Things;

/// <summary>Everyday nouns name the same thing in both languages.</summary>
public sealed class ThingNameTests
{
    private const string Nouns = """
        dog 狗|cat 猫|fox 狐狸|wolf 狼|bear 熊|panda 熊猫|tiger 老虎|lion 狮子|elephant 大象|giraffe 长颈鹿|zebra 斑马|monkey 猴子|horse 马|donkey 驴子
        cow 奶牛|sheep 绵羊|goat 山羊|pig 猪|rabbit 兔子|squirrel 松鼠|mouse 老鼠|hedgehog 刺猬|deer 鹿|camel 骆驼|kangaroo 袋鼠|frog 青蛙
        turtle 海龟|snake 蛇|crocodile 鳄鱼|dragon 龙|dinosaur 恐龙|duck 鸭子|goose 鹅|swan 天鹅|penguin 企鹅|rooster 公鸡|hen 母鸡|chick 小鸡|owl 猫头鹰
        eagle 老鹰|dove 鸽子|parrot 鹦鹉|peacock 孔雀|crow 乌鸦|sparrow 麻雀|bat 蝙蝠|butterfly 蝴蝶|bee 蜜蜂|dragonfly 蜻蜓|ant 蚂蚁|spider 蜘蛛|snail 蜗牛
        ladybug 瓢虫|fish 鱼|goldfish 金鱼|shark 鲨鱼|whale 鲸鱼|dolphin 海豚|octopus 章鱼|jellyfish 水母|crab 螃蟹|seal 海豹|shrimp 虾|sunflower 向日葵
        tulip 郁金香|rose 玫瑰|lotus 荷花|cactus 仙人掌|mushroom 蘑菇|bamboo 竹子|apple 苹果|banana 香蕉|pear 梨|peach 桃子|cherry 樱桃|strawberry 草莓
        grapes 葡萄|watermelon 西瓜|pineapple 菠萝|lemon 柠檬|tomato 西红柿|carrot 胡萝卜|corn 玉米|pumpkin 南瓜|bread 面包|cake 蛋糕|pizza 披萨
        hamburger 汉堡|noodles 面条|dumpling 饺子|sushi 寿司|egg 鸡蛋|cheese 奶酪|coffee 咖啡|tea 茶|milk 牛奶|beer 啤酒|ice cream 冰淇淋|candy 糖果
        balloon 气球|kite 风筝|lantern 灯笼|candle 蜡烛|car 汽车|bus 公交车|taxi 出租车|truck 卡车|bicycle 自行车|motorcycle 摩托车|train 火车
        plane 飞机|helicopter 直升机|rocket 火箭|boat 小船|ship 轮船|sailboat 帆船|canoe 独木舟|submarine 潜艇|hot air balloon 热气球|ufo 飞碟|satellite 卫星
        house 房子|castle 城堡|temple 寺庙|pagoda 宝塔|lighthouse 灯塔|windmill 风车|ferris wheel 摩天轮|tent 帐篷|fountain 喷泉|book 书本|key 钥匙
        guitar 吉他|piano 钢琴|violin 小提琴|drum 大鼓|trumpet 小号|clock 时钟|telephone 电话|television 电视机|laptop 笔记本电脑
        chair 椅子|table 桌子|bed 床|sofa 沙发|lamp 台灯|bell 铃铛|gift 礼物|teddy bear 泰迪熊|football 足球|basketball 篮球|suitcase 行李箱|anchor 锚
        """;

    public static TheoryData<string, string> Pairs => Rows();

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Both_languages_name_the_same_thing(string english, string chinese)
    {
        var (one, two) = (Reading.Of($"a {english}"), Reading.Of($"一个{chinese}"));
        one.Plan.Shots[0].Things.Select(t => t.Id).ShouldBe(two.Plan.Shots[0].Things.Select(t => t.Id));
        one.Plan.Shots[0].Things.Count.ShouldBe(1);
        one.NotUnderstood.ShouldBeEmpty();
        two.NotUnderstood.ShouldBeEmpty();
        one.Plan.Shots[0].Seed.ShouldBe(two.Plan.Shots[0].Seed);
    }

    private static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var pair in Nouns.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var gap = pair.LastIndexOf(' ');
            rows.Add(pair[..gap], pair[(gap + 1)..]);
        }

        return rows;
    }
}
