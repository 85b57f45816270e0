using CsCheck;
using OmniReel.Media.Frames;
using OmniReel.Media.Motion;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Tests.Motion;

public sealed class CameraTests
{
    private static readonly Stage Wide = new(1280, 720);

    private static readonly Stage[] Stages = [Wide, new(720, 1280), new(960, 960), new(1000, 400)];

    [Fact]
    public void No_move_ever_shows_the_end_of_a_layer() =>
        Gen.Select(Gen.Enum<CameraMove>(), Gen.Int[0, 3].Select(i => Stages[i]), Gen.Float[0, 2.5f], Gen.Int[0, 120], Gen.Bool)
            .Sample((move, stage, depth, frame, mirrored) =>
            {
                var camera = new Camera(move, stage, new SKPoint(stage.Width * 0.4f, stage.Height * 0.6f), mirrored);
                var seen = camera.At(depth, new Moment(frame, 121)).MapRect(stage.Reach);
                return seen.Left <= 0 && seen.Top <= 0 && seen.Right >= stage.Width && seen.Bottom >= stage.Height;
            });

    [Theory]
    [InlineData(CameraMove.PanLeft, 1, 0)]
    [InlineData(CameraMove.PanRight, -1, 0)]
    [InlineData(CameraMove.TiltUp, 0, 1)]
    [InlineData(CameraMove.TiltDown, 0, -1)]
    public void A_turning_camera_takes_everything_the_other_way(CameraMove move, int x, int y)
    {
        foreach (var depth in new[] { 0f, 1f, 1.5f })
        {
            var way = Way(move, depth);
            Math.Sign(way.X).ShouldBe(x);
            Math.Sign(way.Y).ShouldBe(y);
            way.Length.ShouldBeGreaterThan(0.04f * Wide.Width);
        }

        Way(move, 1.5f).Length.ShouldBeGreaterThan(Way(move, 0).Length * 1.5f);
    }

    [Fact]
    public void A_drift_leaves_the_horizon_and_is_small()
    {
        Way(CameraMove.Drift, 0).Length.ShouldBe(0);
        Way(CameraMove.Drift, 1).Length.ShouldBeInRange(0.01f * Wide.Width, 0.04f * Wide.Width);
    }

    [Theory]
    [InlineData(CameraMove.Push, 1)]
    [InlineData(CameraMove.Pull, -1)]
    public void Push_and_pull_change_the_size_and_leave_the_pivot(CameraMove move, int sign)
    {
        var camera = new Camera(move, Wide, new SKPoint(500, 400));
        SKMatrix first = camera.At(1, new Moment(0, 121)), last = camera.At(1, new Moment(120, 121));

        (sign * (last.ScaleX - first.ScaleX)).ShouldBeGreaterThan(0.15f);
        last.MapPoint(500, 400).X.ShouldBe(500, 0.01);
        Math.Min(first.ScaleX, last.ScaleX).ShouldBe(1);
    }

    [Theory]
    [InlineData(CameraMove.OrbitLeft, -1)]
    [InlineData(CameraMove.OrbitRight, 1)]
    public void An_orbit_leaves_the_subject_and_turns_far_and_near_opposite_ways(CameraMove move, int far)
    {
        Way(move, 1).Length.ShouldBe(0);
        (far * Way(move, 0).X).ShouldBeGreaterThan(0.10f * Wide.Width);
        (far * Way(move, 1.5f).X).ShouldBeLessThan(-0.05f * Wide.Width);
    }

    [Theory]
    [InlineData(CameraMove.TruckLeft, 1, 0)]
    [InlineData(CameraMove.TruckRight, -1, 0)]
    [InlineData(CameraMove.CraneUp, 0, 1)]
    [InlineData(CameraMove.CraneDown, 0, -1)]
    public void A_camera_that_goes_leaves_the_horizon(CameraMove move, int x, int y)
    {
        Way(move, 0).Length.ShouldBe(0);
        var near = Way(move, 1);
        (Math.Sign(near.X), Math.Sign(near.Y)).ShouldBe((x, y));
        near.Length.ShouldBeGreaterThan(0.08f * Wide.Height);
        Way(move, 0.5f).Length.ShouldBe(near.Length / 2, 0.5);
    }

    [Theory]
    [InlineData(CameraMove.ZoomIn)]
    [InlineData(CameraMove.ZoomOut)]
    public void A_zoom_takes_every_depth_alike(CameraMove move)
    {
        var camera = new Camera(move, Wide, new SKPoint(500, 400));
        foreach (var frame in new[] { 0, 60, 120 })
            camera.At(0, new Moment(frame, 121)).ShouldBe(camera.At(1.5f, new Moment(frame, 121)));
    }

    [Fact]
    public void A_dolly_zoom_leaves_the_subject_its_size()
    {
        var camera = new Camera(CameraMove.DollyZoom, Wide, new SKPoint(500, 400));
        var last = new Moment(120, 121);
        camera.At(1, last).ScaleX.ShouldBe(1);
        camera.At(0, last).ScaleX.ShouldBeGreaterThan(1.25f);
        camera.At(1.5f, last).ScaleX.ShouldBeLessThan(0.95f);
    }

    [Fact]
    public void A_hand_follows_its_seed()
    {
        Way(1).ShouldBe(Way(1));
        Way(1).ShouldNotBe(Way(0x123456789));
        new Camera(CameraMove.Push, Wide, default).Lean(new Moment(33, 121)).ShouldBe(0);

        static (float, float) Way(ulong seed)
        {
            var camera = new Camera(CameraMove.Handheld, Wide, default, manner: new CameraManner(null, seed));
            return (camera.At(1, new Moment(33, 121)).TransX, camera.Lean(new Moment(33, 121)));
        }
    }

    [Fact]
    public void Static_holds_still()
    {
        var camera = new Camera(CameraMove.Static, Wide, default);
        camera.Holds.ShouldBeTrue();
        camera.At(1, new Moment(77, 121)).IsIdentity.ShouldBeTrue();
    }

    [Fact]
    public void It_starts_and_stops_softly()
    {
        var camera = new Camera(CameraMove.PanRight, Wide, default);
        float first = Step(0), middle = Step(60), last = Step(119);

        first.ShouldBeLessThan(middle / 4);
        last.ShouldBeLessThan(middle / 4);

        float Step(int frame) => Math.Abs(camera.At(1, new Moment(frame + 1, 121)).TransX - camera.At(1, new Moment(frame, 121)).TransX);
    }

    private static SKPoint Way(CameraMove move, float depth)
    {
        var camera = new Camera(move, Wide, new SKPoint(640, 360));
        SKMatrix first = camera.At(depth, new Moment(0, 121)), last = camera.At(depth, new Moment(120, 121));
        return new SKPoint(last.TransX - first.TransX, last.TransY - first.TransY);
    }
}
