using OmniReel.Media.Plans;
using OmniReel.Media.Script;

namespace OmniReel.Media.Tests.Things;

/// <summary>What prompts say of pictures that they name.</summary>
public sealed class PrintScriptTests
{
    [Theory]
    [InlineData("<<<image_1>>> walks on the beach at sunset", "image_1 subject walk", 0)]
    [InlineData("让<<<image_1>>>在海边跳舞", "image_1 subject dance", 0)]
    [InlineData("<<<image_1>>> jumps in the meadow", "image_1 subject hop", 0)]
    [InlineData("<<<image_1>>> flies over the city", "image_1 subject soar", 0)]
    [InlineData("<<<image_1>>>在草地上奔跑", "image_1 subject trot", 0)]
    [InlineData("the girl in <<<image_1>>> dances by the sea", "image_1 subject dance", 0)]
    [InlineData("the character from <<<image_1>>> walks in the forest", "image_1 subject walk", 0)]
    [InlineData("<<<image_1>>>中的女孩在雨中行走", "image_1 subject walk", 0)]
    [InlineData("<<<image_1>>>里的角色在森林里跳舞", "image_1 subject dance", 0)]
    [InlineData("<<<image_1>>> walks by the sea. She dances.", "image_1 subject dance", 0)]
    [InlineData("a girl holding <<<image_1>>> by the sea", "image_1 prop rest", 1)]
    [InlineData("女孩拿着<<<image_1>>>站在海边", "image_1 prop rest", 1)]
    [InlineData("a man stands next to <<<image_1>>> in the city", "image_1 prop rest", 1)]
    [InlineData("a woman dances, with <<<image_1>>> as the background", "image_1 backdrop", 1)]
    [InlineData("a woman dances in front of <<<image_1>>>", "image_1 backdrop", 1)]
    [InlineData("the background is <<<image_1>>>, a woman walks", "image_1 backdrop", 1)]
    [InlineData("a woman walks in the place of <<<image_1>>>", "image_1 backdrop", 1)]
    [InlineData("以<<<image_1>>>为背景，一个女孩跳舞", "image_1 backdrop", 1)]
    [InlineData("背景是<<<image_1>>>，一个男人走路", "image_1 backdrop", 1)]
    [InlineData("女孩在<<<image_1>>>的场景中跳舞", "image_1 backdrop", 1)]
    [InlineData("<<<image_1>>> dances in <<<image_2>>>", "image_1 subject dance; image_2 backdrop", 0)]
    [InlineData("<<<element_1>>>在<<<image_1>>>里走路", "element_1 subject walk; image_1 backdrop", 0)]
    [InlineData("no <<<image_1>>>, a woman walks", "", 1)]
    public void A_name_is_a_subject_a_prop_or_a_backdrop(string prompt, string parts, int people)
    {
        var reading = Read(prompt);
        var shot = reading.Plan.Shots[0];
        Parts(shot).ShouldBe(parts);
        shot.Figures.Count.ShouldBe(people);
        reading.NotUnderstood.ShouldNotContain(word => word.Contains("image", StringComparison.Ordinal) || word.Contains('<'));
    }

    [Theory]
    [InlineData("<<<image_1>>> walks by the sea at night", Place.Sea, TimeOfDay.Night, "")]
    [InlineData("让<<<image_1>>>在雪山上跳舞", Place.Mountains, TimeOfDay.Sunrise, "")]
    [InlineData("the girl in <<<image_1>>> walks in the city at noon with a glorp", Place.City, TimeOfDay.Noon, "glorp")]
    public void The_rest_of_the_prompt_is_read_as_always(string prompt, Place place, TimeOfDay time, string lost)
    {
        var reading = Read(prompt);
        (reading.Plan.Shots[0].Place, reading.Plan.Shots[0].Time).ShouldBe((place, time));
        string.Join(' ', reading.NotUnderstood).ShouldBe(lost);
    }

    [Fact]
    public void Names_of_pictures_that_are_not_there_are_words_like_any()
    {
        var reading = ScriptReader.Read(new ScriptRequest([new ScriptShot("<<<image_1>>> by the sea", 48)], "", 640, 360));
        Parts(reading.Plan.Shots[0]).ShouldBe("");
        var without = ScriptReader.Read(new ScriptRequest([new ScriptShot("   image_1>>> by the sea", 48)], "", 640, 360));
        without.Plan.Shots[0].Seed.ShouldBe(reading.Plan.Shots[0].Seed);
    }

    [Fact]
    public void A_picture_that_a_shot_names_is_in_that_shot_only_and_one_that_none_names_in_all()
    {
        var reading = ScriptReader.Read(new ScriptRequest(
            [new ScriptShot("the sea", 24), new ScriptShot("<<<image_1>>> dances by the sea", 24), new ScriptShot("a man walks in the city", 25)], "", 640, 360)
        { Pictures = new HashSet<string> { "image_1", "image_2" } });
        var plan = PrintCasting.Join(reading.Plan, [PrintPictures.Figure("image_1"), PrintPictures.Photograph("image_2")]);
        plan.Shots.Select(Parts).ShouldBe(["image_2 prop rest", "image_1 subject dance; image_2 prop rest", "image_2 prop rest"]);
        plan.Shots.Select(s => s.Seed).ShouldBe(reading.Plan.Shots.Select(s => s.Seed), "the same words keep their clouds");
        plan.Shots[1].Things[0].Print!.Picture!.CutOut.ShouldBeTrue();
        plan.Shots[1].Things[1].Print!.Picture!.CutOut.ShouldBeFalse();
    }

    [Fact]
    public void A_cut_out_that_no_prompt_names_stands_in_for_the_person_of_the_prompt_and_a_sheet_stands_by()
    {
        var reading = ScriptReader.Read(new ScriptRequest([new ScriptShot("a woman dances by the sea", 48)], "", 640, 360) { Pictures = new HashSet<string> { "image_1" } });
        var cut = PrintCasting.Join(reading.Plan, [PrintPictures.Figure("image_1")]).Shots[0];
        (Parts(cut), cut.Figures.Count).ShouldBe(("image_1 subject dance", 0));
        var beside = PrintCasting.Join(reading.Plan, [PrintPictures.Figure("image_1")], takesPlaces: false).Shots[0];
        (Parts(beside), beside.Figures.Count).ShouldBe(("image_1 subject dance", 1));
        var sheet = PrintCasting.Join(reading.Plan, [PrintPictures.Photograph("image_1")]).Shots[0];
        (Parts(sheet), sheet.Figures.Count).ShouldBe(("image_1 prop rest", 1));
    }

    private static ScriptReading Read(string prompt) => ScriptReader.Read(
        new ScriptRequest([new ScriptShot(prompt, 48)], "", 640, 360) { Pictures = new HashSet<string> { "image_1", "image_2", "element_1" } });

    private static string Parts(ShotPlan shot) => string.Join("; ", shot.Things.Where(t => t.Print is not null)
        .Select(t => $"{t.Print!.Name} {t.Print.Role} {t.Motion}".ToLowerInvariant())
        .Concat(shot.Backdrop is { } backdrop ? [$"{backdrop.Name} backdrop"] : []));
}
