using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using SkiaSharp;

namespace OmniReel.Media.Tests.Scenes;

/// <summary>What clouds make of a sky.</summary>
public sealed class OvercastTests
{
    public static TheoryData<TimeOfDay, Weather> Skies
    {
        get
        {
            var skies = new TheoryData<TimeOfDay, Weather>();
            foreach (var time in Enum.GetValues<TimeOfDay>())
            foreach (var weather in new[] { Weather.Rain, Weather.Snow, Weather.Overcast })
                skies.Add(time, weather);
            return skies;
        }
    }

    [Theory]
    [MemberData(nameof(Skies))]
    public void The_light_comes_from_a_brighter_place_and_never_from_a_hole(TimeOfDay time, Weather weather)
    {
        foreach (var season in Enum.GetValues<Season>())
        {
            var sky = Airs.At(time, season, weather).Sky;
            for (var i = 1; i < sky.Length; i++)
                Luma(sky[i]).ShouldBeLessThan(Luma(sky[i - 1]) + 2, $"{time} {season} {weather}, ring {i}");
        }
    }

    [Theory]
    [MemberData(nameof(Skies))]
    public void Clouds_take_the_colour_out_of_the_sky(TimeOfDay time, Weather weather)
    {
        // A night's clouds are dark blue as the night is.
        foreach (var season in time == TimeOfDay.Night ? [] : Enum.GetValues<Season>())
        {
            var (clear, overcast) = (Airs.At(time, season, Weather.Clear).Sky, Airs.At(time, season, weather).Sky);
            overcast.Average(Chroma).ShouldBeLessThan(0.62 * clear.Average(Chroma), $"{time} {season} {weather}");
        }
    }

    [Fact]
    public void Nothing_falls_from_an_overcast_sky()
    {
        var stage = new Stage(192, 108);
        var shot = new ShotPlan { Frames = 24, Weather = Weather.Overcast, Figures = [new FigurePlan()], Seed = 7 };
        Media.Scenes.Falling.Precipitation.Of(shot, Scenery.Compose(shot, stage), stage).ShouldBeEmpty();
    }

    [Fact]
    public void A_night_without_moon_or_stars_lacks_just_them()
    {
        var stage = new Stage(192, 108);
        var night = new ShotPlan { Frames = 24, Time = TimeOfDay.Night, Seed = 7 };
        int Layers(ShotPlan shot) => Scenery.Compose(shot, stage).Behind.Count;
        (Layers(night) - Layers(night with { HasMoon = false })).ShouldBe(1);
        (Layers(night) - Layers(night with { HasStars = false })).ShouldBe(2);
    }

    private static double Luma(SKColor c) => 0.2126 * c.Red + 0.7152 * c.Green + 0.0722 * c.Blue;

    private static double Chroma(SKColor c) => Math.Max(c.Red, Math.Max(c.Green, c.Blue)) - Math.Min(c.Red, Math.Min(c.Green, c.Blue));
}
