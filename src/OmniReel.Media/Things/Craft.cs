using SkiaSharp;

namespace OmniReel.Media.Things;

/// <summary>
/// How a piece of a craft moves. Body: with the whole. Ground: with the whole, but the springs do not carry it. Wheel: turned by the way that
/// has been made. Swing: to and fro. Spin: round. Rotor: round an upright axis, seen from the side. Smoke: puffs that rise from its point.
/// </summary>
internal enum CraftJoint { Body, Ground, Wheel, Swing, Spin, Rotor, Smoke }

/// <summary>Sheets that move as one, back to front.</summary>
/// <param name="At">What it turns about, in metres, y down.</param>
/// <param name="Amount">Wheel: radius in metres; swing: degrees to each side.</param>
/// <param name="Rate">Swings per second, turns per second.</param>
/// <param name="Phase">Of a swing, in turns.</param>
internal sealed record CraftPiece(CraftJoint Joint, SKPoint At, float Amount, float Rate, float Phase, IReadOnlyList<CraftSheet> Sheets);

/// <summary>A light that is lit in the dark.</summary>
/// <param name="Beams">A lamp that throws its light ahead; else it only glows.</param>
/// <param name="Reach">Metres that the light goes.</param>
internal sealed record CraftLamp(SKPoint At, float Reach, bool Beams, CraftPaper Paper);

/// <summary>A vehicle, a ship, a sea animal, a kite: cut by hand, in metres, y down, facing right.</summary>
/// <remarks>On land the ground is at 0, on the water the waterline.</remarks>
/// <param name="Soft">Its body bends as it moves.</param>
/// <param name="Tie">Where a string is tied to it; null for what has none.</param>
internal sealed record Craft(string Id, IReadOnlyList<CraftPiece> Pieces, IReadOnlyList<CraftLamp> Lamps, bool Soft, SKPoint? Tie)
{
    /// <summary>What it covers at rest.</summary>
    public SKRect Box { get; } = Covered(Pieces);

    /// <summary>Width by height.</summary>
    /// <summary>It runs on rails.</summary>
    public bool OnRails { get; init; }

    /// <summary>The way of what goes along its own axis, y down; null for what goes ahead.</summary>
    public SKPoint? Heading { get; init; }

    public float Aspect => Box.Width / Box.Height;

    /// <summary>Metres of the side of a square as large as its box.</summary>
    public float Size => MathF.Sqrt(Box.Width * Box.Height);

    /// <summary>Share of the height that is below the waterline.</summary>
    public float Draught => Math.Clamp(Box.Bottom / Box.Height, 0, 0.9f);

    private static SKRect Covered(IReadOnlyList<CraftPiece> pieces)
    {
        var box = SKRect.Empty;
        foreach (var sheet in pieces.Where(p => p.Joint != CraftJoint.Smoke).SelectMany(p => p.Sheets).Where(s => s.Paper != CraftPaper.Lamp || s.Lift > 0))
            box = box.IsEmpty ? sheet.Outline.TightBounds : SKRect.Union(box, sheet.Outline.TightBounds);
        return box;
    }
}
