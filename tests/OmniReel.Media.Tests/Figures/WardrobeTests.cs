using OmniReel.Media.Figures;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Tests.Figures;

public sealed class WardrobeTests
{
    public static TheoryData<Person> People => [.. Enum.GetValues<Person>()];

    [Theory]
    [MemberData(nameof(People))]
    public void Garments_can_be_told_apart(Person person)
    {
        // A man's dress is a robe, which is his coat.
        var garments = Enum.GetValues<Garment>().Where(g => person != Person.Man || g != Garment.Dress).ToList();
        var drawn = garments.Select(g => Drawn(new FigurePlan { Person = person, Garment = g, Clothing = NamedColor.Blue })).ToList();
        for (var a = 0; a < drawn.Count; a++)
        {
            for (var b = a + 1; b < drawn.Count; b++)
                Different(drawn[a], drawn[b]).ShouldBeGreaterThan(1500, $"{garments[a]} and {garments[b]} of a {person}");
        }

        drawn.ForEach(d => d.Dispose());
    }

    [Theory]
    [InlineData(Garment.Shirt)]
    [InlineData(Garment.Suit)]
    public void A_man_in_a_shirt_or_a_suit_has_no_cloth_between_his_knees(Garment garment)
    {
        using var drawn = Drawn(new FigurePlan { Person = Person.Man, Garment = garment, Clothing = NamedColor.Green });
        using var coat = Drawn(new FigurePlan { Person = Person.Man, Garment = Garment.Coat, Clothing = NamedColor.Green });
        var metre = TestStages.Scene(TestStages.Wide).Standings[0].PixelsPerMetre;
        var knees = (int)(TestStages.Wide.Height * 0.93f - 0.62f * metre);
        Opaque(drawn, knees).ShouldBeLessThan((int)(0.30f * metre));
        Opaque(coat, knees).ShouldBeGreaterThan(Opaque(drawn, knees) + (int)(0.06f * metre));
    }

    [Theory]
    [MemberData(nameof(People))]
    public void Ribbons_are_drawn_when_the_plan_has_them_and_only_then(Person person)
    {
        var ribbons = (Accessory[] accessories) => Outfit(new FigurePlan { Person = person, Action = FigureAction.Dance, Accessories = accessories })
            .Items(Build.Of(person)).OfType<OmniReel.Media.Figures.Clothes.StreamerCut>()
            .Count(s => s.Bone is Bone.NearHand or Bone.FarHand);
        ribbons([]).ShouldBe(0);
        ribbons([Accessory.Ribbons]).ShouldBe(2);

        using var without = Drawn(new FigurePlan { Person = person, Action = FigureAction.Dance });
        using var with = Drawn(new FigurePlan { Person = person, Action = FigureAction.Dance, Accessories = [Accessory.Ribbons] });
        Visible(with).ShouldBeGreaterThan(Visible(without) + 2000);
    }

    [Fact]
    public void A_child_never_has_a_beard_and_some_men_do()
    {
        var shot = TestStages.Shot();
        int Cuts(Person person, ulong choice) => Wardrobe
            .For(new FigurePlan { Person = person, Garment = Garment.Shirt }, shot, Build.Of(person), TestStages.Wide, choice).Head.Cuts.Count(c => c.Dye is Dye.Hair or Dye.Beard);
        Cuts(Person.Man, 0).ShouldBe(2);
        Cuts(Person.Man, 1).ShouldBe(1);
        // Hair and a tuft, with buns two knots more but no chin.
        for (var choice = 0ul; choice < 6; choice++)
            Wardrobe.For(new FigurePlan { Person = Person.Child }, shot, Build.Child, TestStages.Wide, choice).Head.Cuts
                .Where(c => c.Dye == Dye.Hair).ShouldAllBe(c => c.Outline.Bounds.Bottom < 0);
    }

    [Theory]
    [InlineData(Place.Room, Weather.Snow)]
    [InlineData(Place.Meadow, Weather.Clear)]
    public void A_man_indoors_or_in_clear_weather_wears_no_coat(Place place, Weather weather)
    {
        var shot = TestStages.Shot() with { Place = place, Weather = weather };
        Wardrobe.For(new FigurePlan { Person = Person.Man }, shot, Build.Man, TestStages.Wide, 1).Skirts.ShouldBeEmpty();
    }

    private static Outfit Outfit(FigurePlan plan) => Wardrobe.For(plan, TestStages.Shot(plan), Build.Of(plan.Person), TestStages.Wide, 1);

    private static SKBitmap Drawn(FigurePlan plan)
    {
        var stage = TestStages.Wide;
        return TestStages.Draw(Ensemble.Of(TestStages.Shot(plan), TestStages.Scene(stage), stage), stage, 0);
    }

    private static int Different(SKBitmap a, SKBitmap b) =>
        a.Pixels.Zip(b.Pixels).Count(p => Math.Abs(p.First.Red - p.Second.Red) + Math.Abs(p.First.Green - p.Second.Green) + Math.Abs(p.First.Alpha - p.Second.Alpha) > 60);

    private static int Visible(SKBitmap bitmap) => bitmap.Pixels.Count(p => p.Alpha > 200);

    private static int Opaque(SKBitmap bitmap, int row) =>
        Enumerable.Range(0, bitmap.Width).Count(x => bitmap.GetPixel(x, row).Alpha > 200);
}
