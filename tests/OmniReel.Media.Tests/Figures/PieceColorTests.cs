using OmniReel.Media.Figures;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Tests.Figures;

/// <summary>Colours named of hats, umbrellas, ribbons, shoes and trousers are those pieces' own.</summary>
public sealed class PieceColorTests
{
    private static readonly SKColor Cloth = ClothColors.Of(NamedColor.Red), Accent = Tint.Hex(0xFFC23E);

    public static TheoryData<NamedColor> Colors => [.. Enum.GetValues<NamedColor>()];

    [Theory]
    [MemberData(nameof(Colors))]
    public void A_named_piece_takes_its_colour_and_leaves_the_rest(NamedColor color)
    {
        foreach (var person in Enum.GetValues<Person>())
        {
            var plain = Of(new FigurePlan { Person = person });
            var dyed = Of(new FigurePlan { Person = person, Pieces = new PieceColors(color, color, color, color, color) });
            foreach (var piece in new[] { Dye.Canopy, Dye.Ribbon, Dye.Hat, Dye.Shoes, Dye.Trousers })
                dyed[piece].ShouldBe(ClothColors.Of(color), $"{person} {piece}");
            foreach (var piece in new[] { Dye.Cloth, Dye.ClothDeep, Dye.Accent, Dye.Hair, Dye.Skin })
                dyed[piece].ShouldBe(plain[piece], $"{person} {piece}");
        }
    }

    [Theory]
    [MemberData(nameof(Colors))]
    public void The_second_tone_of_a_piece_differs_from_the_first(NamedColor color)
    {
        var dyed = Of(new FigurePlan { Pieces = new PieceColors(color, color, color) });
        dyed[Dye.CanopyDeep].ShouldNotBe(dyed[Dye.Canopy]);
        dyed[Dye.RibbonDeep].ShouldNotBe(dyed[Dye.Ribbon]);
        dyed[Dye.HatBand].ShouldNotBe(dyed[Dye.Hat]);
    }

    [Fact]
    public void Named_shoes_are_worn_with_every_garment()
    {
        foreach (var person in Enum.GetValues<Person>())
        foreach (var garment in Enum.GetValues<Garment>())
        {
            var plan = new FigurePlan { Person = person, Garment = garment, Pieces = new PieceColors(Shoes: NamedColor.Green) };
            Wear(plan).Hose.Shoes.ShouldBe(Dye.Shoes, $"{person} {garment}");
        }
    }

    [Fact]
    public void Hair_is_as_it_is_named_and_grey_when_old()
    {
        Of(new FigurePlan { Looks = [Look.Old] })[Dye.Hair].ToHsv(out _, out var saturation, out var value);
        saturation.ShouldBeLessThan(20);
        value.ShouldBeGreaterThan(60);
        foreach (var garment in Enum.GetValues<Garment>())
        {
            Wear(new FigurePlan { Garment = garment, Looks = [Look.LongHair] }).BehindHead.Count.ShouldBe(1);
            Wear(new FigurePlan { Garment = garment, Looks = [Look.Bun] }).BehindHead.ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_beard_is_there_when_named_and_away_when_denied()
    {
        for (var choice = 0UL; choice < 6; choice++)
        {
            Cuts(Look.Beard, choice).ShouldBe(Cuts(Look.Beard, 0));
            Cuts(Look.Shaven, choice).ShouldBe(Cuts(Look.Shaven, 0));
        }

        Cuts(Look.Beard, 0).ShouldNotBe(Cuts(Look.Shaven, 0));

        static string Cuts(Look look, ulong choice) =>
            string.Join(' ', Wear(new FigurePlan { Person = Person.Man, Looks = [look] }, choice).Head.Cuts.Select(c => c.Dye));
    }

    [Fact]
    public void A_suit_that_nobody_coloured_is_sober()
    {
        foreach (var name in Enum.GetValues<NamedColor>())
        {
            ClothColors.Suiting(ClothColors.Of(name)).ToHsv(out _, out _, out var value);
            value.ShouldBeLessThan(75, name.ToString());
        }
    }

    [Fact]
    public void Nobody_shades_the_eyes_from_the_moon()
    {
        var plan = new FigurePlan();
        Repertoire.GestureOf(plan, Shot(TimeOfDay.Sunset)).ShouldBe(Media.Motion.Gesture.Shade);
        foreach (var shot in new[]
        {
            Shot(TimeOfDay.Night), Shot(TimeOfDay.Noon), Shot(TimeOfDay.Sunset) with { Weather = Weather.Rain },
            Shot(TimeOfDay.Sunset) with { Size = ShotSize.CloseUp }, Shot(TimeOfDay.Sunset) with { Place = Place.Room },
        })
            Repertoire.GestureOf(plan, shot).ShouldBe(Media.Motion.Gesture.None, shot.ToString());
        Repertoire.GestureOf(plan with { Accessories = [Accessory.Hat] }, Shot(TimeOfDay.Sunset)).ShouldBe(Media.Motion.Gesture.None);
    }

    private static ShotPlan Shot(TimeOfDay time) => new() { Frames = 73, Time = time, Seed = 1 };

    private static Dyes Of(FigurePlan plan) => new(Media.Color.Wardrobes.Red, Cloth, Accent, plan);

    private static Outfit Wear(FigurePlan plan, ulong choice = 0) =>
        Wardrobe.For(plan, Shot(TimeOfDay.Noon), Build.Of(plan.Person), TestStages.Wide, choice);
}
