using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Things;

namespace OmniReel.Media.Scenes.Things.Crafts;

/// <summary>How large crafts are: beside people as in life, so far as they fit; what is too large for that stands farther back.</summary>
internal static class CraftScale
{
    /// <summary>Metres of the side below which a thing is enlarged so that it is seen.</summary>
    private const float Seen = 0.42f;

    /// <summary>Height in stage pixels beside people.</summary>
    /// <param name="metre">Pixels per metre where people stand.</param>
    public static float Beside(Craft craft, Habitat habitat, Stage stage, float metre)
    {
        var shown = craft.Size < Seen ? MathF.Pow(craft.Size / Seen, 0.38f - 1) : 1;
        var (width, height) = habitat switch
        {
            Habitat.Sky => (0.30f, 0.30f),
            Habitat.Water => (0.40f, 0.36f),
            // What is as long as a person is tall stands with people.
            _ when craft.Box.Width < 2.4f => (0.86f, 0.60f),
            _ => (0.58f, 0.46f),
        };
        return Math.Min(craft.Box.Height * metre * shown, Math.Min(width * stage.Width / craft.Aspect, height * stage.Height));
    }

    /// <summary>Share of the frame's shorter side that the side of a craft takes where it is what the shot is about.</summary>
    public static float Alone(Craft craft, Habitat habitat) => habitat == Habitat.Water
        ? Math.Clamp(0.33f + 0.19f * MathF.Log10(craft.Size), 0.24f, 0.62f)
        : Math.Clamp(0.44f + 0.12f * MathF.Log10(craft.Size), 0.30f, 0.66f);

    /// <summary>Widths of the frame that a craft may take: trains go beyond it.</summary>
    public static float Widest(Craft craft) => craft.Aspect > 6 ? 1.3f : 0.86f;

    /// <summary>How far up the ground it stands, in stage pixels: with what is smaller than in life, and on the road where there is one.</summary>
    public static float Back(Craft craft, ThingGround ground, float height)
    {
        var unit = ground.Stage.Unit;
        if (!ground.Shot.Size.ShowsFeet())
            return 0;
        if (ground.Shot is { Place: Place.City, Backdrop: null } && craft.Box.Width > 2.4f)
            return 44 * unit;
        var near = Math.Min(1, height / (craft.Box.Height * ground.Metre));
        return ground.People.Count > 0 ? Math.Min(46 * unit, (1 - near) * 0.30f * ground.Stage.Height) : 0;
    }
}
