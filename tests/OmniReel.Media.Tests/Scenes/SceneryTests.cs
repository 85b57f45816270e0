using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;

namespace OmniReel.Media.Tests.Scenes;
using OmniReel.Testing;

public sealed class SceneryTests
{
    private static readonly Stage[] Shapes = [new(192, 108), new(108, 192), new(144, 144)];


    public static TheoryData<Place> Places => [.. Enum.GetValues<Place>()];

    public static TheoryData<ShotSize> Sizes => [.. Enum.GetValues<ShotSize>()];

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_time_season_weather_shape_and_size_composes_from_far_to_near(Place place)
    {
        foreach (var stage in Shapes)
        foreach (var time in Enum.GetValues<TimeOfDay>())
        foreach (var season in Enum.GetValues<Season>())
        foreach (var weather in Enum.GetValues<Weather>())
        {
            // The short form gives each combination one of the three shapes; every size meets every time, season and weather.
            if (!Checkout.LongCounts && Shapes[((int)time + 2 * (int)season + (int)weather) % 3] != stage)
                continue;
            var size = (ShotSize)(((int)time + (int)season + (int)weather) % 4);
            var scene = Scenery.Compose(Shot(place, time, season, weather, size, FigureAction.Stand), stage);
            var depths = scene.Behind.Concat(scene.InFront).Select(l => l.Depth).ToList();
            depths.SequenceEqual(depths.Order()).ShouldBeTrue($"{place} {time} {season} {weather} {size}: {string.Join(" ", depths)}");
            scene.Standings.Count.ShouldBe(1);
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void People_stand_on_ground_that_is_seen_and_inside_the_frame(Place place)
    {
        foreach (var stage in Shapes)
        foreach (var size in new[] { ShotSize.Wide, ShotSize.Full })
        foreach (var action in Enum.GetValues<FigureAction>())
        for (var count = 0; count <= 3; count++)
        {
            // The short form takes every third combination; the stride meets every count, action, size and shape.
            if (!Checkout.LongCounts && (count + (int)size + 2 * (int)action + Array.IndexOf(Shapes, stage)) % 3 != 0)
                continue;
            var shot = Shot(place, TimeOfDay.Sunset, Season.Summer, Weather.Clear, size, [.. Enumerable.Repeat(action, count)]);
            var scene = Scenery.Compose(shot, stage);
            scene.Standings.Count.ShouldBe(count);
            foreach (var (standing, figure) in scene.Standings.Zip(shot.Figures))
            {
                var half = Blocking.HalfWidth(figure) * standing.PixelsPerMetre;
                half += standing.Travel / 2;
                (standing.Ground.X - half).ShouldBeGreaterThanOrEqualTo(-1f, $"{place} {size} {action} {count}");
                (standing.Ground.X + half).ShouldBeLessThanOrEqualTo(stage.Width + 1f, $"{place} {size} {action} {count}");
                standing.Ground.Y.ShouldBeInRange(stage.Height * 0.6f, stage.Height * 0.99f);
                (standing.Ground.Y - Composition.Crown * standing.PixelsPerMetre).ShouldBeGreaterThan(0);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_face_is_seen_in_every_size(ShotSize size)
    {
        foreach (var stage in Shapes)
        {
            var standing = Scenery.Compose(Shot(Place.Sea, TimeOfDay.Noon, Season.Summer, Weather.Clear, size, FigureAction.Stand), stage).Standings[0];
            var crown = standing.Ground.Y - Composition.Crown * standing.PixelsPerMetre;
            crown.ShouldBeInRange(stage.Height * 0.05f, stage.Height * 0.7f);
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Night_is_darker_than_sunset_and_sunset_than_noon(Place place)
    {
        foreach (var stage in Shapes[..2])
        {
            double At(TimeOfDay time)
            {
                using var picture = Picture.Of(Scenery.Compose(Shot(place, time, Season.Summer, Weather.Clear, ShotSize.Full), stage), stage, new Moment(0, 72));
                return Picture.Luma(picture);
            }

            double night = At(TimeOfDay.Night), sunset = At(TimeOfDay.Sunset), noon = At(TimeOfDay.Noon);
            night.ShouldBeLessThan(sunset - 10, $"{place} at {stage}");
            sunset.ShouldBeLessThan(noon - 10, $"{place} at {stage}");
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void The_same_shot_gives_the_same_pixels_and_time_changes_them(Place place)
    {
        var stage = Shapes[0];
        var shot = Shot(place, TimeOfDay.Noon, Season.Summer, Weather.Clear, ShotSize.Full);
        var scene = Scenery.Compose(shot, stage);
        using var once = Picture.Of(scene, stage, new Moment(30, 72));
        using var later = Picture.Of(scene, stage, new Moment(54, 72));
        using var again = Picture.Of(Scenery.Compose(shot, stage), stage, new Moment(30, 72));
        once.Bytes.ShouldBe(again.Bytes);
        once.Bytes.ShouldNotBe(later.Bytes);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void The_stage_is_painted_to_its_last_reachable_pixel(Place place)
    {
        foreach (var stage in Shapes)
        {
            var scene = Scenery.Compose(Shot(place, TimeOfDay.Noon, Season.Summer, Weather.Clear, ShotSize.Full), stage);
            using var bitmap = new SkiaSharp.SKBitmap((int)stage.Reach.Width, (int)stage.Reach.Height);
            using (var canvas = new SkiaSharp.SKCanvas(bitmap))
            {
                canvas.Translate(-stage.Reach.Left, -stage.Reach.Top);
                foreach (var layer in scene.Behind)
                {
                    // The first layer clears; whether the others reach the bottom shows without it.
                    canvas.Save();
                    if (layer == scene.Behind[0])
                        canvas.Clear(new SkiaSharp.SKColor(255, 0, 255));
                    else
                        layer.Draw(canvas, new Moment(0, 72));
                    canvas.Restore();
                }
            }

            var magenta = new SkiaSharp.SKColor(255, 0, 255);
            var pixels = bitmap.Pixels;
            for (var x = 0; x < bitmap.Width; x++)
                pixels[(bitmap.Height - 1) * bitmap.Width + x].ShouldNotBe(magenta, $"{place} at {stage}, column {x} of the last row");
            // At both sides the ground begins somewhere and does not end before the bottom.
            foreach (var x in new[] { 0, bitmap.Width - 1 })
            {
                var column = Enumerable.Range(0, bitmap.Height).Select(y => pixels[y * bitmap.Width + x]).ToList();
                var ground = column.FindIndex(p => p != magenta);
                ground.ShouldBeInRange(0, bitmap.Height * 3 / 4, $"{place} at {stage}, column {x}");
                column.FindLastIndex(p => p == magenta).ShouldBeLessThan(bitmap.Height * 3 / 4, $"{place} at {stage}, column {x}");
            }
        }
    }

    [Fact]
    public void An_unusually_large_square_composes()
    {
        var scene = Scenery.Compose(Shot(Place.Sea, TimeOfDay.Noon, Season.Summer, Weather.Clear, ShotSize.Full, FigureAction.Stand), new Stage(2880, 2880));
        scene.Standings.Count.ShouldBe(1);
    }

    private static ShotPlan Shot(Place place, TimeOfDay time, Season season, Weather weather, ShotSize size, params FigureAction[] actions) => new()
    {
        Frames = 72,
        Place = place,
        Time = time,
        Season = season,
        Weather = weather,
        Size = size,
        Figures = [.. actions.Select(a => new FigurePlan { Action = a })],
        Seed = 20260117,
    };
}
