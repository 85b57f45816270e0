using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using OmniReel.Media.Script;

namespace OmniReel.Media.Tests.Script;

/// <summary>A place that is seen again in a film is the same one.</summary>
public sealed class TerrainTests
{
    [Fact]
    public void The_second_shot_of_a_place_has_the_terrain_of_the_first()
    {
        ShotPlan[] shots = [Shot(Place.Forest, Season.Summer, 11), Shot(Place.Sea, Season.Summer, 22), Shot(Place.Forest, Season.Winter, 33)];
        var carried = Terrains.Carry(shots);
        carried.Select(s => s.Terrain).ShouldBe([0ul, 0ul, 11ul]);
        carried.Select(s => s.Seed).ShouldBe([11ul, 22ul, 33ul], "all else stays its own");
    }

    [Fact]
    public void What_lasts_is_chosen_alike_in_every_season_and_what_does_not_is_not()
    {
        var stage = new Stage(320, 180);
        ShotPlan summer = Shot(Place.Forest, Season.Summer, 11), winter = Shot(Place.Forest, Season.Winter, 33) with { Terrain = 11 };
        Studio first = new(summer, stage, Composition.Of(stage, summer)), second = new(winter, stage, Composition.Of(stage, winter));
        for (var i = 0; i < 20; i++)
            first.Lasting(0, 1).ShouldBe(second.Lasting(0, 1));
        first.Between(0, 1).ShouldNotBe(second.Between(0, 1));
    }

    private static ShotPlan Shot(Place place, Season season, ulong seed) => new() { Frames = 73, Place = place, Season = season, Seed = seed };
}
