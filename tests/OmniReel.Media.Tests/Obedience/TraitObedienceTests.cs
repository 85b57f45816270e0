using System.Globalization;
using OmniReel.Media.Figures;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using OmniReel.Media.Scenes.Things;
using OmniReel.Media.Scenes.Things.Crafts;
using OmniReel.Media.Scenes.Things.Rigs;
using OmniReel.Media.Tests.Script;
using SkiaSharp;

namespace OmniReel.Media.Tests.Obedience;

/// <summary>Flowers that cover the ground, signs, a rising moon, smoke, branches to sit on, lines to lead by: measured on frames, each with a control.</summary>
public sealed class TraitObedienceTests
{
    private static void Print(FormattableString line) => TestContext.Current.TestOutputHelper!.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("a meadow full of pink flowers at noon", "a meadow at noon", "one pink flower in a meadow at noon")]
    [InlineData("草地上开满粉色的花，正午", "正午的草地", "正午的草地上有一朵粉色的花")]
    public void Flowers_of_which_the_ground_is_full_are_all_over_it(string field, string bare, string one)
    {
        var (full, none) = (Pink(field), Pink(bare));
        Print($"{field}: {full.Share:0.000} pink in {full.Columns} of 16 columns; {bare}: {none.Share:0.000} in {none.Columns}");
        full.Columns.ShouldBeGreaterThan(13);
        full.Share.ShouldBeGreaterThan(0.03);
        none.Share.ShouldBeLessThan(0.01);
        Reading.Shot(field).Things.ShouldHaveSingleItem().IsField.ShouldBeTrue();
        Reading.Shot(one).Things.ShouldHaveSingleItem().IsField.ShouldBeFalse();
    }

    [Theory]
    [InlineData("a field of sunflowers", "sunflower")]
    [InlineData("tulips in the wind", "tulip")]
    [InlineData("金色的麦田", "sheaf-of-rice")]
    [InlineData("野花遍地的山坡", "blossom")]
    [InlineData("roses in full bloom", "rose")]
    [InlineData("盛开的玫瑰", "rose")]
    [InlineData("一朵朵盛开的玫瑰", "rose")]
    [InlineData("a garden full of many roses", "rose")]
    [InlineData("草地上开满了无数鲜花", "blossom")]
    public void A_field_is_of_what_is_said(string prompt, string id)
    {
        var thing = Reading.Shot(prompt).Things.ShouldHaveSingleItem();
        (thing.Id, thing.IsField).ShouldBe((id, true));
    }

    [Theory]
    [InlineData("a girl holding flowers")]
    [InlineData("three roses")]
    [InlineData("桌子上有花")]
    public void Flowers_in_a_hand_or_counted_are_no_field(string prompt) => Reading.Shot(prompt).Things.ShouldAllBe(t => !t.IsField);

    [Theory]
    [InlineData("a single red rose in full bloom", 1)]
    [InlineData("a rose blooming in a field of grass", 1)]
    [InlineData("一朵盛开的玫瑰", 1)]
    [InlineData("三朵盛开的郁金香", 3)]
    public void Flowers_of_a_number_that_bloom_are_as_many(string prompt, int count)
    {
        var thing = Reading.Shot(prompt).Things.ShouldHaveSingleItem();
        (thing.Count, thing.IsField).ShouldBe((count, false));
    }

    [Theory]
    [InlineData("roses in a church")]
    [InlineData("roses on the moon")]
    [InlineData("a beach by the sea full of roses")]
    [InlineData("roses in the city")]
    public void Nothing_covers_ground_where_nothing_grows(string prompt) => Reading.Shot(prompt).Things.ShouldHaveSingleItem().IsField.ShouldBeFalse();

    [Fact]
    public void A_butterfly_above_flowers_flies_over_their_field()
    {
        var stage = new Stage(480, 270);
        var shot = Reading.Shot("a butterfly above the flowers in a meadow");
        shot.Things.Count(t => t.IsField).ShouldBe(1);
        var stand = ThingBlocking.Place(shot, Scenery.Compose(shot, stage), stage).ShouldHaveSingleItem().Stand;
        (stand.Foot.Y / stage.Height).ShouldBeInRange(0.55f, 0.85f);
        stand.Carrier.ShouldBe(Carrier.Air);
    }

    [Theory]
    [InlineData("a city street with neon signs at night", "neon")]
    [InlineData("夜晚的街道，霓虹灯闪烁", "霓虹灯")]
    public void A_negative_prompt_puts_out_the_neon(string prompt, string negative)
    {
        Reading.Shot(prompt).Traits.ShouldBe(Traits.Neon);
        Reading.Shot(prompt, negative).Traits.ShouldBe(Traits.None);
    }

    [Fact]
    public void A_later_shot_without_neon_has_none() =>
        Reading.Shots("a city street with neon signs at night", "a woman walks there", "no neon, she dances").Plan.Shots.Select(s => s.Traits).ShouldBe([Traits.Neon, Traits.Neon, Traits.None]);

    [Theory]
    [InlineData("a bird sits on a rock with snow on it", 1)]
    [InlineData("a dog and a sofa with a girl sitting on it", null)]
    [InlineData("a table with a cake on it", 1)]
    public void On_it_moves_nothing_that_is_somewhere(string prompt, int? first)
    {
        var things = Reading.Shot(prompt).Things;
        things.Count.ShouldBe(2);
        things[0].To.ShouldBe(first);
        (things[1].Relation, things[1].To).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("a bird on a branch in a church")]
    [InlineData("a bird on a branch on a theatre stage")]
    public void No_branch_grows_into_a_hall(string prompt) => Reading.Shot(prompt).Things.ShouldAllBe(t => t.Spot != ThingSpot.Branch);

    [Fact]
    public void Gusts_run_through_a_field()
    {
        double Moved(string prompt)
        {
            using var film = new Watched(prompt);
            return film.Luma(20).Change(film.Luma(32), 0.72, 1);
        }

        double field = Moved("a meadow full of pink flowers at noon, static camera"), bare = Moved("a meadow at noon, static camera, no people");
        Print($"change of luma in 12 frames: {field:0.00} in a field, {bare:0.00} in a bare meadow");
        field.ShouldBeGreaterThan(1.5 * bare);
    }

    [Theory]
    [InlineData("Rain falls in a dark forest, nobody is there", "Rain falls in a forest at noon, nobody is there")]
    [InlineData("黑暗的森林里下着雨，没有人", "中午的森林里下着雨，没有人")]
    public void A_dark_forest_is_dark(string dark, string day)
    {
        double Of(string prompt)
        {
            using var film = new Watched(prompt);
            return film.Luma(20).Mean();
        }

        double night = Of(dark), noon = Of(day);
        Print($"{dark}: luma {night:0}; {day}: {noon:0}");
        night.ShouldBeLessThan(0.62 * noon);
    }

    [Theory]
    [InlineData("夜晚的海边，月亮升起，没有人", "夜晚的海边，有月亮，没有人")]
    [InlineData("the sea at night, the moon rises, no people", "the sea at night with a moon, no people")]
    public void The_moon_rises_where_it_is_said_to(string rising, string resting)
    {
        double up = Climb(rising), still = Climb(resting);
        Print($"{rising}: the moon climbs by {up:0.00} of the height; {resting}: by {still:0.00}");
        up.ShouldBeGreaterThan(0.15);
        Math.Abs(still).ShouldBeLessThan(0.02);
    }

    [Theory]
    [InlineData("neon signs in the city at night, no people", "the city at night, no people")]
    [InlineData("城市夜景，霓虹灯，没有人", "城市夜景，没有人")]
    public void Neon_shines_in_colours_that_no_window_has(string neon, string windows)
    {
        double lit = Vivid(neon), plain = Vivid(windows);
        Print($"{neon}: {lit:0.0000} vivid pink, cyan and green; {windows}: {plain:0.0000}");
        lit.ShouldBeGreaterThan(0.0012);
        plain.ShouldBeLessThan(lit / 5);
    }

    [Theory]
    [InlineData("pan right, city at night, no people", 1)]
    [InlineData("镜头向左横移，中午的森林，没有人", -1)]
    [InlineData("镜头向左摇，城市夜景，没有人", -1)]
    [InlineData("镜头向右平移，城市夜景，霓虹灯", 1)]
    public void A_pan_along_a_street_and_a_truck_go_half_a_frame(string prompt, int side)
    {
        var shot = Reading.Shot(prompt);
        var stage = new Stage(640, 360);
        var way = new Passage(Scenery.Compose(shot, stage).Passing);
        var gone = way.At(1, new Moment(0, shot.Frames)) - way.At(1, new Moment(shot.Frames - 1, shot.Frames));
        Print($"{prompt}: the near ground goes {gone / stage.Width:0.00} of the width");
        (side * gone).ShouldBeGreaterThan(0.5f * stage.Width);
        Scenery.Compose(Reading.Shot("a city at night, static camera, no people"), stage).Passing.ShouldBe(0);
    }

    [Theory]
    [InlineData("An owl sits on a tree in the forest at night", "An owl sits in the forest at night")]
    [InlineData("一只小鸟站在树枝上", "一只母鸡站在草地上")]
    public void Who_sits_on_a_tree_is_on_a_branch_above_the_ground(string tree, string ground)
    {
        var stage = new Stage(1280, 720);
        ThingStand Stand(string prompt)
        {
            var shot = Reading.Shot(prompt);
            return ThingBlocking.Place(shot, Scenery.Compose(shot, stage), stage).ShouldHaveSingleItem().Stand;
        }

        ThingStand up = Stand(tree), down = Stand(ground);
        Print($"{tree}: feet at {up.Foot.Y / stage.Height:0.00} of the height; {ground}: {down.Foot.Y / stage.Height:0.00}");
        up.Foot.Y.ShouldBeLessThan(0.66f * stage.Height);
        down.Foot.Y.ShouldBeGreaterThan(0.8f * stage.Height);
        // There is wood below the feet.
        var scene = Reading.Shot(tree);
        var branch = ThingStaging.Of(scene, Scenery.Compose(scene, stage), stage).OfType<StillLayer>().ShouldHaveSingleItem();
        using var bitmap = new SKBitmap(stage.Width, stage.Height);
        using var canvas = new SKCanvas(bitmap);
        branch.Draw(canvas, default);
        bitmap.GetPixel((int)up.Foot.X, (int)up.Foot.Y + 8).Alpha.ShouldBe((byte)255);
        bitmap.GetPixel((int)up.Foot.X, (int)up.Foot.Y - 40).Alpha.ShouldBeLessThan((byte)255);
    }

    [Theory]
    [InlineData("一个女人牵着一条狗在城市街道上散步", "一个女人和一条狗在城市街道上散步")]
    [InlineData("A man walks his dog on a leash in the park", "A man walks with a dog in the park")]
    public void A_leash_goes_from_the_hand_to_the_collar_and_the_dog_keeps_its_place(string led, string loose)
    {
        var stage = new Stage(1280, 720);
        var shot = Reading.Shot(led);
        var layers = ShotStaging.Compose(shot, stage).Layers;
        var leash = layers.OfType<Leash>().ShouldHaveSingleItem();
        var metre = Scenery.Compose(shot, stage).Standings[0].PixelsPerMetre;
        List<float> apart = [];
        for (var frame = 0; frame < shot.Frames; frame += 6)
        {
            var (collar, hand) = leash.Ends(new Moment(frame, shot.Frames));
            hand.ShouldBe(layers.OfType<Puppet>().Last().Hand(new Moment(frame, shot.Frames)));
            apart.Add(MathF.Abs(collar.X - hand.X) / metre);
        }

        Print($"{led}: collar and hand are {apart.Min():0.00} to {apart.Max():0.00} m apart");
        apart.Min().ShouldBeGreaterThan(0.3f);
        apart.Max().ShouldBeLessThan(2.4f);
        // What swings is the hand, not the distance.
        (apart.Max() - apart.Min()).ShouldBeLessThan(0.9f);
        ShotStaging.Compose(Reading.Shot(loose), stage).Layers.OfType<Leash>().ShouldBeEmpty();
    }

    [Fact]
    public void Trains_have_rails_and_cars_have_none()
    {
        var stage = new Stage(640, 360);
        int Still(string prompt)
        {
            var shot = Reading.Shot(prompt);
            return ThingStaging.Of(shot, Scenery.Compose(shot, stage), stage).OfType<StillLayer>().Count();
        }

        Still("一列火车穿过山间").ShouldBe(1);
        Still("a taxi drives through the city").ShouldBe(0);
    }

    [Fact]
    public void Lanterns_hang_on_cords_clear_of_each_other()
    {
        var stage = new Stage(1280, 720);
        var shot = Reading.Shot("Two red lanterns hang in a room at night");
        var layers = ShotStaging.Compose(shot, stage).Layers;
        layers.OfType<CraftLayer>().Count(l => l.Hangs).ShouldBe(2);
        foreach (var cord in layers.OfType<Tether>())
            cord.Ends(new Moment(0, shot.Frames)).End.Y.ShouldBeLessThan(0);
        var stands = ThingBlocking.Place(shot, Scenery.Compose(shot, stage), stage).Select(p => p.Stand).ToList();
        MathF.Abs(stands[0].Foot.X - stands[1].Foot.X).ShouldBeGreaterThan(0.9f * stands[0].Height);
        stands.ShouldAllBe(s => s.Height < 0.32f * stage.Height);
    }

    [Theory]
    [InlineData("大漠孤烟直，长河落日圆", Traits.Smoke | Traits.River | Traits.GreatSun)]
    [InlineData("a winding river in the desert at sunset, a column of smoke, a huge sun", Traits.Smoke | Traits.River | Traits.GreatSun)]
    public void The_line_of_the_poem_is_seen(string prompt, Traits traits)
    {
        var shot = Reading.Shot(prompt);
        (shot.Place, shot.Time, shot.Traits).ShouldBe((Place.Desert, TimeOfDay.Sunset, traits));
        double Without(Traits none)
        {
            using Watched all = new(shot), less = new(shot with { Traits = shot.Traits & ~none });
            return all.Luma(20).Change(less.Luma(20), 0, 1);
        }

        foreach (var one in new[] { Traits.Smoke, Traits.River, Traits.GreatSun })
        {
            var change = Without(one);
            Print($"{prompt}: without {one} luma changes by {change:0.00}");
            change.ShouldBeGreaterThan(0.15);
        }
    }

    [Fact]
    public void Every_shot_has_its_own_season()
    {
        var shots = Reading.Divided("清晨，一只狐狸在森林里走。中午，它在草地上奔跑。夜晚，它睡在雪地里。").Plan.Shots;
        shots.Select(s => s.Season).ShouldBe([Season.Summer, Season.Summer, Season.Winter]);
        shots[1].Things.ShouldHaveSingleItem().Motion.ShouldBe(ThingMotion.Gallop);
    }

    [Theory]
    [InlineData("fox")]
    [InlineData("cat")]
    [InlineData("deer")]
    public void An_animal_is_as_large_asleep_as_on_its_feet(string id)
    {
        var stage = new Stage(1280, 720);
        float Withers(ThingMotion motion)
        {
            var plan = new ThingPlan { Id = id, Motion = motion };
            return ThingScale.Height(new ShotPlan { Frames = 48, Seed = 1, Things = [plan] }, stage, 0, 300) / RigMaker.Tall(plan);
        }

        Withers(ThingMotion.Sleep).ShouldBe(Withers(ThingMotion.Rest), 0.5f);
        Withers(ThingMotion.Gallop).ShouldBe(Withers(ThingMotion.Rest), 0.5f);
    }

    private static (double Share, int Columns) Pink(string prompt)
    {
        using var film = new Watched(prompt);
        var pixels = film.Colors(30);
        int width = film.Stage.Width, from = (int)(0.66 * film.Stage.Height), count = 0;
        var columns = new int[16];
        for (var y = from; y < film.Stage.Height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var c = pixels[y * width + x];
                if (c.Red < 150 || c.Red < c.Green + 45 || c.Blue < c.Green + 8)
                    continue;
                count++;
                columns[x * 16 / width]++;
            }
        }

        return (count / (double)(width * (film.Stage.Height - from)), columns.Count(c => c > 4));
    }

    /// <summary>Share of the height by which the mean of the brightest pixels goes up.</summary>
    private static double Climb(string prompt)
    {
        using var film = new Watched(prompt);
        double Height(int frame)
        {
            var gray = film.Luma(frame);
            var bright = (from y in Enumerable.Range(0, (int)(0.6 * gray.Height)) from x in Enumerable.Range(0, gray.Width) where gray[x, y] > 200 select y).ToList();
            return bright.Count == 0 ? 0.6 : bright.Average() / gray.Height;
        }

        return Height(40) - Height(film.Last);
    }

    private static double Vivid(string prompt)
    {
        using var film = new Watched(prompt, 640, 360);
        var pixels = film.Colors(30);
        return pixels.Count(c =>
        {
            c.ToHsv(out var hue, out var saturation, out var value);
            return saturation > 50 && value > 72 && hue is > 100 and < 200 or > 290 and < 345;
        }) / (double)pixels.Length;
    }
}
