using System.Numerics;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things.Rigs;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>A layer that somebody rides on.</summary>
internal interface ICarrier
{
    /// <summary>A point of what carries, in stage pixels, at any second of the shot.</summary>
    /// <param name="place">Ahead and above: for an animal from the middle of its back, in heights of its withers; for a vehicle from the ground below its middle, in metres.</param>
    SKPoint At(float second, Vector2 place);
}

/// <summary>Things that carry people: what can be ridden or sat on, how large it is then, and where.</summary>
internal static class Carriage
{
    /// <summary>Metres between two on one back.</summary>
    public const float Behind = 0.40f;

    /// <summary>Of a vehicle that somebody sits on: places in its metres, ahead of its middle and above the ground.</summary>
    /// <param name="Crank">The pedals' axle, or where feet rest.</param>
    /// <param name="CrankRadius">0 for feet that rest.</param>
    /// <param name="Gear">Radius of a wheel that turns as the pedals do.</param>
    internal sealed record Vehicle(Vector2 Seat, Vector2 Grip, Vector2 Crank, float CrankRadius, float Gear);

    /// <summary>Where the craft's own pedals are, as turns from the top of their round.</summary>
    public const float PedalsAtRest = 0.349f;

    private static readonly Dictionary<string, Vehicle> Vehicles = new()
    {
        ["bicycle"] = new(new(-0.25f, 0.90f), new(0.18f, 1.01f), new(-0.08f, 0.30f), 0.172f, 0.85f),
        ["mountain-bike"] = new(new(-0.25f, 0.90f), new(0.18f, 1.01f), new(-0.08f, 0.30f), 0.172f, 0.85f),
        ["motor-scooter"] = new(new(-0.48f, 0.79f), new(0.20f, 1.08f), new(0.14f, 0.24f), 0, 1),
        ["motorcycle"] = new(new(-0.40f, 0.74f), new(0.22f, 1.06f), new(0.02f, 0.42f), 0, 1),
    };

    /// <summary>Where the seat of furniture is, as a share from its top, and its height in metres.</summary>
    private static readonly Dictionary<string, (float Share, float Metres)> Furniture = new()
    {
        ["chair"] = (0.60f, 0.47f), ["sofa-piece"] = (SofaThing.SeatShare, 0.44f), ["couch-and-lamp"] = (SofaThing.SeatShare, 0.44f), ["bed"] = (0.52f, 0.50f), ["seat"] = (0.60f, 0.46f),
    };

    public static bool CanBeRidden(string id) => Vehicles.ContainsKey(id) || IsMount(id);

    public static bool CanBeSatOn(string id) => Furniture.ContainsKey(id);

    public static Vehicle? VehicleOf(string? id) => id is not null && Vehicles.TryGetValue(id, out var vehicle) ? vehicle : null;

    /// <summary>Height of the seat above the ground, in metres.</summary>
    public static float SeatOf(string id) => Furniture.TryGetValue(id, out var piece) ? piece.Metres
        : Vehicles.TryGetValue(id, out var vehicle) ? vehicle.Seat.Y
        : IsMount(id) ? Withers(id) * 0.94f
        : 0;

    /// <summary>Half the width that it takes with who is on it, in metres.</summary>
    public static float HalfWidth(string id) => Vehicles.ContainsKey(id) ? 0.95f : IsMount(id) ? 0.90f * Withers(id) : id is "sofa-piece" or "couch-and-lamp" or "bed" ? 0.95f : 0.50f;

    /// <summary>Metres per second at which riders go.</summary>
    public static float Pace(ShotPlan shot, string id) => shot.Things.FirstOrDefault(t => t.Id == id)?.Motion switch
    {
        ThingMotion.Gallop => 4.8f,
        ThingMotion.Trot => 2.5f,
        ThingMotion.Lumber => 1.0f,
        ThingMotion.Drive => 2.4f,
        _ => 1.35f,
    };

    /// <summary>Those who are on a thing of the shot, in their order.</summary>
    public static IReadOnlyList<int> On(ShotPlan shot, ThingPlan thing) => thing.Print is not null ? [] :
        [.. Enumerable.Range(0, shot.Figures.Count).Where(i => shot.Figures[i] is { Bearing: Bearing.Ride or Bearing.Sit, Action: not FigureAction.Dance } figure && figure.On == thing.Id && Fits(figure))];

    /// <summary>Somebody else sits on the same sofa.</summary>
    public static bool SharesSofa(ShotPlan shot, FigurePlan figure) => figure.Bearing == Bearing.Sit
        && shot.Things.FirstOrDefault(t => SofaThing.Is(t) && t.Id == figure.On) is { Count: 1 } sofa && On(shot, sofa).Count > 1;

    /// <summary>Puts what carries people where these are; copies that nobody is on are left.</summary>
    /// <param name="items">Copies of one thing.</param>
    public static (IReadOnlyList<(int, ThingStand)> Placed, IReadOnlyList<ThingItem> Left) Place(ThingGround ground, IReadOnlyList<ThingItem> items)
    {
        var riders = On(ground.Shot, items[0].Plan);
        var placed = new List<(int, ThingStand)>();
        for (var copy = 0; copy < Math.Min(items.Count, riders.Count); copy++)
        {
            var item = items[copy];
            var standing = ground.Scene.Standings[riders[copy]];
            var ridden = ground.Shot.Figures[riders[copy]].Bearing == Bearing.Ride;
            var foot = SharesSofa(ground.Shot, ground.Shot.Figures[riders[copy]])
                ? standing.Ground with { X = riders.Average(r => ground.Scene.Standings[r].Ground.X) }
                : standing.Ground;
            placed.Add((item.Index, new ThingStand(foot, Height(item.Plan, standing.PixelsPerMetre) * SizeFor(ground.Shot.Figures[riders[copy]]), 1, standing.FacesRight, Carrier.Ground, ridden ? standing.Travel : 0)
            {
                Passing = ridden ? ground.Scene.Passing : 0,
                Ridden = ridden,
            }));
        }

        return (placed, [.. items.Skip(placed.Count)]);
    }

    /// <summary>Children have bicycles of their size.</summary>
    public static float SizeFor(FigurePlan rider) => rider.Person == Person.Child && VehicleOf(rider.On) is not null ? 0.66f : 1;

    /// <summary>Whose copy of a thing somebody is on, and how many sit before on the same one.</summary>
    public static (int Copy, int Row) PlaceOf(ShotPlan shot, ThingPlan thing, int figure)
    {
        var at = On(shot, thing).ToList().IndexOf(figure);
        return at < thing.Count ? (at, 0) : (thing.Count - 1, at - thing.Count + 1);
    }

    private static bool Fits(FigurePlan figure) => figure.Bearing == Bearing.Ride ? CanBeRidden(figure.On!) : CanBeSatOn(figure.On!);

    private static float Height(ThingPlan plan, float metre)
    {
        if (Furniture.TryGetValue(plan.Id, out var piece))
            return piece.Metres / (1 - piece.Share) * metre;
        return CraftFile.Instance.Find(plan.Id) is { } craft ? craft.Box.Height * metre : Withers(plan.Id) * RigMaker.Tall(plan) * metre;
    }

    private static bool IsMount(string id) => RigFile.Instance.Find(id) is { } words && words.Text("kind") == "beast" && ThingCatalog.Instance[id].Metres >= 0.9f;

    /// <summary>Height of the back of who is ridden, in metres.</summary>
    public static float Withers(string id) => Math.Clamp(0.80f * ThingCatalog.Instance[id].Metres, 0.90f, 1.85f);
}
