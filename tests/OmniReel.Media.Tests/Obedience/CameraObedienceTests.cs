using System.Globalization;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using OmniReel.Media.Tests.Script;

namespace OmniReel.Media.Tests.Obedience;

/// <summary>Camera words of both languages, measured as flow on rendered frames: of what is far and of what is near.</summary>
public sealed class CameraObedienceTests
{
    /// <summary>Peaks, and the ground before them.</summary>
    private static readonly (double, double, double, double) Far = (0.26, 0.30, 0.74, 0.56), Near = (0.30, 0.80, 0.70, 0.92);

    private static void Print(FormattableString line) => TestContext.Current.TestOutputHelper!.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("a meadow at noon, no people, {0}", "the camera pans left", "pan right", "camera trucks left", "truck right")]
    [InlineData("正午的草地，没有人，{0}", "镜头向左摇", "镜头右摇", "镜头向左横移", "镜头向右平移")]
    public void Pans_turn_and_trucks_pass(string scene, string panLeft, string panRight, string truckLeft, string truckRight)
    {
        var (pans, trucks) = (new[] { Measure(panLeft), Measure(panRight) }, new[] { Measure(truckLeft), Measure(truckRight) });
        for (var side = 0; side < 2; side++)
        {
            var sign = side == 0 ? 1 : -1;
            (sign * pans[side].Far.X).ShouldBeGreaterThan(9);
            (sign * pans[side].Near.X).ShouldBeGreaterThan(14);
            (sign * trucks[side].Near.X).ShouldBeGreaterThan(18);
            Math.Abs(trucks[side].Far.X).ShouldBeLessThan(Math.Abs(trucks[side].Near.X) / 3);
            Math.Abs(pans[side].Far.Y).ShouldBeLessThan(3);
        }

        ((int X, int Y) Far, (int X, int Y) Near) Measure(string words) => Flow(scene, words);
    }

    [Theory]
    [InlineData("a meadow at noon, no people, {0}", "the camera tilts up", "tilt down", "crane up", "the camera descends")]
    [InlineData("正午的草地，没有人，{0}", "镜头上摇", "镜头下摇", "升镜头", "镜头缓缓下降")]
    public void Tilts_turn_and_cranes_rise(string scene, string tiltUp, string tiltDown, string craneUp, string craneDown)
    {
        var (tilts, cranes) = (new[] { Flow(scene, tiltUp), Flow(scene, tiltDown) }, new[] { Flow(scene, craneUp), Flow(scene, craneDown) });
        for (var side = 0; side < 2; side++)
        {
            var sign = side == 0 ? 1 : -1;
            (sign * tilts[side].Far.Y).ShouldBeGreaterThan(8);
            (sign * cranes[side].Near.Y).ShouldBeGreaterThan(8);
            Math.Abs(cranes[side].Far.Y).ShouldBeLessThan(Math.Abs(cranes[side].Near.Y) / 2);
        }
    }

    [Theory]
    [InlineData("mountains at noon, no people, {0}", "push in", "pull back", "zoom in", "zoom out")]
    [InlineData("正午的雪山，没有人，{0}", "镜头推近", "镜头拉远", "变焦推近", "变焦拉远")]
    public void Pushes_leave_the_far_behind_and_zooms_take_all(string scene, string push, string pull, string zoomIn, string zoomOut)
    {
        double[] grown = [.. new[] { push, pull, zoomIn, zoomOut }.Select(words => Growth(scene, words))];
        grown[0].ShouldBeInRange(0.03, 0.11);
        grown[1].ShouldBeInRange(-0.10, -0.03);
        grown[2].ShouldBeInRange(0.13, 0.22);
        grown[3].ShouldBeInRange(-0.20, -0.11);
    }

    [Theory]
    [InlineData("a woman in a red dress stands on a meadow at noon, the camera orbits around her", "a woman in a red dress stands on a meadow at noon, the camera orbits left")]
    [InlineData("正午，穿红裙的女人站在草地上，镜头环绕着她", "正午，穿红裙的女人站在草地上，镜头向左环绕")]
    public void An_orbit_leaves_the_figure_and_takes_the_far_along(string right, string left)
    {
        foreach (var (prompt, sign) in new[] { (right, 1), (left, -1) })
        {
            using var film = new Watched(prompt);
            Gray first = film.Luma(0), last = film.Luma(film.Last);
            double start = Dress(film, 0), end = Dress(film, film.Last);
            var far = BlockMatch.Shift(first, last, (0.55, 0.35, 0.80, 0.62), 60, 4);
            Print($"{prompt}: figure {start:0.00} -> {end:0.00} of the width, far {far.X} px");
            Math.Abs(end - start).ShouldBeLessThan(0.02);
            (sign * far.X).ShouldBeGreaterThan(18);
        }
    }

    [Theory]
    [InlineData("a woman in a red dress walks along the beach at noon, {0}", "the camera follows her", "static camera")]
    [InlineData("正午，穿红裙的女人走在海边，{0}", "镜头跟随着她", "固定镜头")]
    [InlineData("a woman in a red dress walks across a room at noon, {0}", "tracking shot", "static camera")]
    public void Who_is_followed_stays_in_the_frame(string scene, string follow, string still)
    {
        using Watched followed = new(string.Format(CultureInfo.InvariantCulture, scene, follow)), watched = new(string.Format(CultureInfo.InvariantCulture, scene, still));
        followed.Shot.Camera.ShouldBe(CameraMove.Follow);
        double with = Reach(followed), without = Reach(watched);
        Print($"{followed.Shot.Place}: the dress goes {with:0.000} of the width followed, {without:0.000} not");
        with.ShouldBeLessThan(0.03);
        without.ShouldBeGreaterThan(2.5 * with);

        static double Reach(Watched film) => Math.Abs(Dress(film, film.Last - 4) - Dress(film, 4));
    }

    [Theory]
    [InlineData("a woman walks through the city at noon, the camera follows her", "a woman stands in the city at noon, the camera follows her")]
    [InlineData("正午，女人走在城市街道上，跟拍", "正午，女人站在城市街道上，跟拍")]
    public void The_world_passes_who_is_followed(string walks, string stands)
    {
        using Watched going = new(walks), staying = new(stands);
        (double, double, double, double) houses = (0.58, 0.45, 0.88, 0.95), sky = (0.40, 0.02, 0.60, 0.14);
        var world = BlockMatch.Shift(going.Luma(56), going.Luma(64), houses, 40, 2);
        var far = BlockMatch.Shift(going.Luma(56), going.Luma(64), sky, 40, 2);
        var still = BlockMatch.Shift(staying.Luma(56), staying.Luma(64), houses, 40, 2);
        Print($"{walks}: houses {world.X} px in 8 frames, sky {far.X}; behind one who stands {still.X}");
        Math.Abs(world.X).ShouldBeGreaterThan(6);
        Math.Abs(far.X).ShouldBeLessThan(3);
        Math.Abs(still.X).ShouldBeLessThan(3);
    }

    [Theory]
    [InlineData("mountains at noon, no people, handheld camera", "mountains at noon, no people, static camera")]
    [InlineData("正午的雪山，没有人，手持镜头", "正午的雪山，没有人，固定镜头")]
    public void A_hand_sways_and_leans(string handheld, string still)
    {
        using Watched film = new(handheld, 640, 360), rest = new(still, 640, 360);
        var start = film.Luma(0);
        var places = Enumerable.Range(1, 12).Select(i => 9 * i).Select(frame => (
            Left: BlockMatch.Shift(start, film.Luma(frame), (0.08, 0.32, 0.24, 0.60), 9, 9),
            Right: BlockMatch.Shift(start, film.Luma(frame), (0.76, 0.32, 0.92, 0.60), 9, 9))).ToList();
        var way = places.Zip(places.Skip(1), (a, b) => Math.Abs(a.Left.X - b.Left.X) + Math.Abs(a.Left.Y - b.Left.Y)).Sum();
        var lean = places.Max(p => Math.Abs(p.Left.Y - p.Right.Y));
        var quiet = BlockMatch.Shift(rest.Luma(0), rest.Luma(60), (0.08, 0.32, 0.24, 0.60), 9, 9);
        Print($"{handheld}: way {way} px in 5 s, leans by {lean} px; static {quiet}");
        way.ShouldBeGreaterThan(12);
        lean.ShouldBeGreaterThan(1);
        quiet.ShouldBe((0, 0));
        film.Bytes(40).ShouldBe(film.Bytes(40));
    }

    [Theory]
    [InlineData("mountains at noon, no people, {0}", "pan left", "slow pan left", "the camera quickly pans left", "whip pan left")]
    [InlineData("正午的雪山，没有人，{0}", "镜头左摇", "镜头缓慢左摇", "镜头快速左摇", "甩镜头向左")]
    public void Slow_goes_less_far_and_fast_arrives_early(string scene, string usual, string slow, string fast, string whip)
    {
        int usually = Way(usual, 0, 120), slowly = Way(slow, 0, 120);
        slowly.ShouldBeInRange((int)(0.45 * usually), (int)(0.75 * usually));
        Way(fast, 0, 56).ShouldBeInRange(usually - 1, usually + 1);
        Way(whip, 54, 67).ShouldBeGreaterThan(usually);
        Way(whip, 0, 50).ShouldBe(0);

        int Way(string words, int from, int to)
        {
            using var film = new Watched(string.Format(CultureInfo.InvariantCulture, scene, words));
            var way = BlockMatch.Shift(film.Luma(from), film.Luma(to), Far, 60, 3).X;
            Print($"{words}: {way} px from frame {from} to {to}");
            return way;
        }
    }

    /// <summary>Of the frames of the turn upright edges are streaked away; those before and after are as sharp as those of a camera that rests.</summary>
    [Theory]
    [InlineData("mountains at noon, no people, whip pan left", "mountains at noon, no people, pan left")]
    [InlineData("正午的雪山，没有人，甩镜头向右", "正午的雪山，没有人，镜头右摇")]
    public void A_whip_streaks_while_it_turns(string whip, string pan)
    {
        using Watched whipped = new(whip), panned = new(pan);
        double before = Sharpness(whipped, 50), within = Sharpness(whipped, 60), after = Sharpness(whipped, 72), even = Sharpness(panned, 60);
        Print($"{whip}: change across {before:0.00} before, {within:0.00} within, {after:0.00} after; of a pan {even:0.00}");
        within.ShouldBeLessThan(0.6 * before);
        within.ShouldBeLessThan(0.6 * after);
        even.ShouldBeGreaterThan(0.8 * before);
        var camera = ShotStaging.Compose(whipped.Shot, whipped.Stage).Camera;
        foreach (var frame in new[] { 0, 20, 50, 70, 100, 120 })
            camera.Smear(new Moment(frame, whipped.Shot.Frames)).ShouldBe(default);

        static double Sharpness(Watched film, int frame)
        {
            var luma = film.Luma(frame);
            double sum = 0;
            for (var y = 0; y < luma.Height; y++)
            for (var x = 1; x < luma.Width; x++)
                sum += Math.Abs(luma[x, y] - luma[x - 1, y]);
            return sum / (luma.Width * luma.Height);
        }
    }

    /// <summary>The waves of the sea lie level, and lean with a camera that does.</summary>
    [Theory]
    [InlineData("the sea at noon, no people, static camera", "dutch angle")]
    [InlineData("正午的大海，没有人，固定镜头", "荷兰角")]
    public void A_dutch_angle_leans(string scene, string words)
    {
        using Watched level = new(scene, 640, 360), leaning = new($"{scene}, {words}", 640, 360);
        double upright = Lean(level.Luma(40)), leans = Lean(leaning.Luma(40));
        Print($"{scene}: lines lean by {upright:0.0} degrees, {leans:0.0} with {words}");
        Math.Abs(upright).ShouldBeLessThan(1.5);
        Math.Abs(leans).ShouldBeInRange(5.5, 10);
        leaning.Luma(40).Change(leaning.Luma(80), 0, 1).ShouldBeLessThan(6, "it leans all the time");

        // The direction in which brightness changes least, weighed by how much it changes across: a structure tensor of the lower half.
        static double Lean(Gray luma)
        {
            double xx = 0, yy = 0, xy = 0;
            for (var y = luma.Height / 2; y < luma.Height - 1; y++)
            for (var x = 1; x < luma.Width - 1; x++)
            {
                double dx = luma[x + 1, y] - luma[x - 1, y], dy = luma[x, y + 1] - luma[x, y - 1];
                (xx, yy, xy) = (xx + dx * dx, yy + dy * dy, xy + dx * dy);
            }

            return Math.Atan2(-2 * xy, yy - xx) / 2 * 180 / Math.PI;
        }
    }

    [Theory]
    [InlineData("a woman stands on a meadow at noon, {0}", "extreme long shot", "long shot", "full shot", "medium shot", "medium close-up", "close-up", "extreme close-up")]
    [InlineData("正午，一个女人站在草地上，{0}", "大远景", "远景", "全景", "中景", "近景", "特写", "大特写")]
    public void Every_shot_size_shows_people_larger_than_the_one_before(string scene, params string[] sizes)
    {
        var before = 0d;
        foreach (var (words, size) in sizes.Zip(ShotSizes.FromFar))
        {
            var shot = Reading.Shot(string.Format(CultureInfo.InvariantCulture, scene, words)) with { Seed = 7, Camera = CameraMove.Static };
            shot.Size.ShouldBe(size, words);
            using Watched film = new(shot), empty = new(shot with { Figures = [] });
            var standing = film.Standing;
            // The row of the mouth, where heads are as wide as they are large.
            var row = (int)(standing.Ground.Y - (Composition.Crown - 0.16) * standing.PixelsPerMetre);
            Gray with = film.Luma(24), without = empty.Luma(24);
            var reach = (int)(0.22 * standing.PixelsPerMetre) + 1;
            var width = Enumerable.Range((int)standing.Ground.X - reach, 2 * reach).Count(x => x >= 0 && x < with.Width && Math.Abs(with[x, row] - without[x, row]) > 6);
            Print($"{words}: {standing.PixelsPerMetre / film.Stage.Height:0.00} of the height per metre, head {width} px of {with.Width}");
            width.ShouldBeGreaterThan(0);
            standing.PixelsPerMetre.ShouldBeGreaterThan((float)before * 1.15f);
            before = standing.PixelsPerMetre;
        }
    }

    private static ((int X, int Y) Far, (int X, int Y) Near) Flow(string scene, string words)
    {
        using var film = new Watched(string.Format(CultureInfo.InvariantCulture, scene, words));
        // Over an empty place trucks go half a frame: in a fifth of the shot everything is still to be found again.
        var across = film.Shot.Camera is CameraMove.TruckLeft or CameraMove.TruckRight;
        Gray first = film.Luma(across ? 2 * film.Last / 5 : 0), last = film.Luma(across ? 3 * film.Last / 5 : film.Last);
        var turns = film.Shot.Camera is CameraMove.TiltUp or CameraMove.TiltDown or CameraMove.CraneUp or CameraMove.CraneDown;
        var (aside, down) = turns ? (3, 30) : (70, 3);
        var flow = (BlockMatch.Shift(first, last, Far, aside, down), BlockMatch.Shift(first, last, Near, aside, down));
        Print($"{words}: {film.Shot.Camera} far {flow.Item1}, near {flow.Item2} px");
        return flow;
    }

    private static double Growth(string scene, string words)
    {
        using var film = new Watched(string.Format(CultureInfo.InvariantCulture, scene, words));
        var growth = BlockMatch.Growth(film.Luma(0), film.Luma(film.Last), 0.34, 0.56, 30);
        Print($"{words}: {film.Shot.Camera} the far grows by {100 * growth:0.0} %");
        return growth;
    }

    /// <summary>Where the middle of what is red lies across the frame.</summary>
    private static double Dress(Watched film, int frame) =>
        Blobs.Of(film.Colors(frame), film.Stage.Width, Blobs.IsRed, 12) is { Count: > 0 } found ? found.MaxBy(b => b.Pixels).X : throw new InvalidOperationException($"No red dress in frame {frame} of {film.Shot.Camera}.");
}
