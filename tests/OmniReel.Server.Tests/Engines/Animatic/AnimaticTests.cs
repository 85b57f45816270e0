using System.Text.Json;
using OmniReel.Contract.Films;
using OmniReel.Contract.Requests;
using OmniReel.Media.Plans;
using OmniReel.Media.Script;
using OmniReel.Server.Elements;
using OmniReel.Server.Engines.Animatic;

namespace OmniReel.Server.Tests.Engines.Animatic;

public sealed class AnimaticTests
{
    private static readonly VideoRequest s_request = new()
    {
        Profile = ApiProfile.Relay,
        Model = VideoModel.V3Omni,
        Mode = VideoMode.Std,
        Kind = new RequestKind(InputKind.TextToVideo, ShotKind.SingleShot),
        AspectRatio = AspectRatio.Landscape,
        Seconds = 5,
        Prompt = "the sea",
        NegativePrompt = "rain",
    };

    [Fact]
    public void A_single_shot_has_24_frames_a_second_and_one_more()
    {
        var script = AnimaticScript.Of(s_request, new OutputSize(1280, 720));
        script.Shots.ShouldHaveSingleItem().Frames.ShouldBe(121);
        script.NegativePrompt.ShouldBe("rain");
        script.Divide.ShouldBeFalse();
        AnimaticScript.Of(s_request with { Kind = new(InputKind.TextToVideo, ShotKind.Intelligence) }, new(1280, 720)).Divide.ShouldBeTrue();
    }

    [Fact]
    public void Shots_cut_on_the_second_and_the_last_one_carries_the_extra_frame()
    {
        var request = s_request with
        {
            Kind = new RequestKind(InputKind.TextToVideo, ShotKind.Customize),
            Shots = [new ShotRequest("one", 2), new ShotRequest("two", 1), new ShotRequest("three", 3)],
            Seconds = 6,
        };
        var script = AnimaticScript.Of(request, new OutputSize(720, 1280));
        script.Shots.Select(s => (s.Prompt, s.Frames)).ShouldBe([("one", 48), ("two", 24), ("three", 73)]);
        script.Shots.Sum(s => s.Frames).ShouldBe(FilmLength.Frames(6));
    }

    [Fact]
    public void The_names_of_elements_that_are_there_are_no_words_to_be_understood()
    {
        var one = s_request with { Elements = [PresetElements.DancerId], Prompt = "<<<element_1>>> and <<<element_2>>> by the sea" };
        var script = AnimaticScript.Of(one, new OutputSize(1280, 720));
        script.Shots.ShouldHaveSingleItem().Prompt.ShouldBe("  and <<<element_2>>> by the sea");
        var shots = one with { Kind = new(InputKind.Reference, ShotKind.Customize), Shots = [new ShotRequest("海边<<<element_1>>>", 5)] };
        AnimaticScript.Of(shots, new OutputSize(1280, 720)).Shots.ShouldHaveSingleItem().Prompt.ShouldBe("海边 ");
    }

    [Fact]
    public void Beside_a_film_that_drives_another_pictures_are_shown()
    {
        var request = s_request with { Kind = new RequestKind(InputKind.VideoFeature, ShotKind.SingleShot) };
        AnimaticLimits.NotHonoured(request).ShouldBeEmpty();
        AnimaticLimits.NotHonoured(request with { Images = [new ImageInput("https://a/b.png", null, ImageRole.Reference)] }).ShouldBeEmpty();
    }

    [Fact]
    public void References_are_made_from_elements_and_from_images()
    {
        var elements = s_request with { Kind = new(InputKind.Reference, ShotKind.SingleShot), Elements = [PresetElements.DancerId] };
        var images = elements with { Images = [new ImageInput("https://a/b.png", null, ImageRole.Reference)] };
        AnimaticLimits.NotHonoured(images).ShouldBeEmpty();
        AnimaticLimits.NotHonoured(images with { Kind = new(InputKind.FirstFrame, ShotKind.SingleShot) }).ShouldBe(["image_list", "element_list"]);
        AnimaticLimits.NotHonoured(images with { Kind = new(InputKind.FirstFrame, ShotKind.Customize) }).ShouldBeEmpty();
    }

    [Fact]
    public void Sound_and_a_watermark_are_made()
    {
        AnimaticLimits.NotHonoured(s_request with { Watermark = true, Sound = true }).ShouldBeEmpty();
    }

    [Fact]
    public void The_preset_dancer_dances_where_nobody_was_named_and_walks_where_the_prompt_says_so()
    {
        var plan = Plan(Shot(), Shot(new FigurePlan { Person = Person.Man, Action = FigureAction.Walk, Clothing = NamedColor.Red }));
        var cast = ElementFigures.Join(Read(plan), s_request with { Elements = [PresetElements.DancerId] }, new PresetElements());
        cast.Shots[0].Figures.ShouldHaveSingleItem().ShouldBe(new FigurePlan { Person = Person.Woman, Action = FigureAction.Dance } with { Accessories = cast.Shots[0].Figures[0].Accessories });
        var walker = cast.Shots[1].Figures.ShouldHaveSingleItem();
        (walker.Person, walker.Action, walker.Clothing).ShouldBe((Person.Woman, FigureAction.Walk, NamedColor.Red));
        ElementFigures.Join(Read(plan), s_request, new PresetElements()).ShouldBe(plan);
    }

    [Fact]
    public void An_element_that_one_shot_names_is_in_that_shot_only()
    {
        var request = s_request with
        {
            Kind = new RequestKind(InputKind.Reference, ShotKind.Customize),
            Elements = [PresetElements.DancerId],
            Shots = [new ShotRequest("the sea", 2), new ShotRequest("<<<element_1>>> by the sea", 3)],
        };
        var cast = ElementFigures.Join(Read(Plan(Shot(), Shot())), request, new PresetElements());
        cast.Shots[0].Figures.ShouldBeEmpty();
        cast.Shots[1].Figures.ShouldHaveSingleItem().Action.ShouldBe(FigureAction.Dance);
    }

    [Theory]
    [InlineData("the sea", "", true)]
    [InlineData("the sea, no ribbons", "", false)]
    [InlineData("海边，没有丝带", "", false)]
    [InlineData("the sea", "ribbons", false)]
    public void The_dancer_brings_ribbons_unless_the_prompt_speaks_of_them(string prompt, string negative, bool ribbons)
    {
        var request = s_request with { Prompt = prompt, NegativePrompt = negative, Elements = [PresetElements.DancerId] };
        var dancer = ElementFigures.Join(ScriptReader.Read(AnimaticScript.Of(request, new OutputSize(1280, 720))), request, new PresetElements()).Shots[0].Figures.ShouldHaveSingleItem();
        dancer.Accessories.ShouldBe(ribbons ? [Accessory.Ribbons] : []);
    }

    [Fact]
    public void A_second_element_stands_beside_the_first_and_both_beside_who_is_left()
    {
        var man = new FigurePlan { Person = Person.Man, Action = FigureAction.Walk, Accessories = [Accessory.Hat] };
        var child = new FigurePlan { Person = Person.Child };
        var request = s_request with { Elements = [PresetElements.DancerId, PresetElements.DancerId] };
        var cast = ElementFigures.Join(Read(Plan(Shot(), Shot(man), Shot(man, man, child))), request, new PresetElements());
        cast.Shots[0].Figures.Count.ShouldBe(2);
        cast.Shots[1].Figures.Select(f => (f.Person, f.Action)).ShouldBe([(Person.Woman, FigureAction.Walk), (Person.Woman, FigureAction.Walk)]);
        cast.Shots[1].Figures[0].Accessories.ShouldBe([Accessory.Hat]);
        cast.Shots[2].Figures.Select(f => f.Person).ShouldBe([Person.Woman, Person.Woman, Person.Child]);
    }

    [Fact]
    public void The_plan_is_told_in_snake_case_words_and_a_seed_that_no_client_rounds()
    {
        var shot = Shot(new FigurePlan { Action = FigureAction.Dance, Clothing = NamedColor.Red, Garment = Garment.Suit, Looks = [Look.LongHair], Pieces = new PieceColors(Hat: NamedColor.Blue) }) with { Camera = CameraMove.PanLeft, Seed = ulong.MaxValue };
        using var json = JsonDocument.Parse(PlanJson.Write(Plan(shot)));
        json.RootElement.GetProperty("frames").GetInt32().ShouldBe(121);
        var told = json.RootElement.GetProperty("shots")[0];
        told.GetProperty("camera").GetString().ShouldBe("pan_left");
        told.GetProperty("time").GetString().ShouldBe("noon");
        told.GetProperty("seed").GetString().ShouldBe("ffffffffffffffff");
        var figure = told.GetProperty("figures")[0];
        figure.GetProperty("clothing").GetString().ShouldBe("red");
        figure.GetProperty("garment").GetString().ShouldBe("suit");
        figure.GetProperty("looks")[0].GetString().ShouldBe("long_hair");
        figure.GetProperty("pieces").GetProperty("hat").GetString().ShouldBe("blue");
    }

    /// <summary>As if the plan had been read of prompts that speak of no accessory.</summary>
    private static ScriptReading Read(FilmPlan plan) => new(plan, []) { SpokenOf = [.. plan.Shots.Select(_ => new HashSet<Accessory>())] };

    private static FilmPlan Plan(params ShotPlan[] shots) => new(1280, 720, shots);

    private static ShotPlan Shot(params FigurePlan[] figures) => new() { Frames = 121, Figures = figures, Seed = 1 };
}
