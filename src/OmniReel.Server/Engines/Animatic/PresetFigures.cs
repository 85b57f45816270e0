using OmniReel.Media.Plans;
using OmniReel.Server.Elements;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>The presets as figures that this engine draws.</summary>
internal static class PresetFigures
{
    /// <summary>How the preset looks, and what it does when it has nothing else to do.</summary>
    public static FigurePlan Of(ElementSubject subject) => subject switch
    {
        ElementSubject.WomanWithUmbrella => Figure(Person.Woman, Garment.Coat, NamedColor.Red, Accessory.Umbrella),
        ElementSubject.WomanInBlue => Figure(Person.Woman, Garment.Dress, NamedColor.Blue),
        ElementSubject.TeaPicker => Figure(Person.Woman, Garment.Shirt, NamedColor.Green, Accessory.Hat),
        ElementSubject.WomanInSuit => Figure(Person.Woman, Garment.Suit, NamedColor.Purple),
        ElementSubject.ManInSuit => Figure(Person.Man, Garment.Suit, NamedColor.Blue),
        ElementSubject.Traveller => Figure(Person.Man, Garment.Coat, NamedColor.Brown, Accessory.Hat),
        ElementSubject.ManWithUmbrella => Figure(Person.Man, Garment.Coat, NamedColor.Black, Accessory.Umbrella),
        ElementSubject.ManDancing => Figure(Person.Man, Garment.Shirt, NamedColor.White) with { Action = FigureAction.Dance },
        ElementSubject.ChildInRaincoat => Figure(Person.Child, Garment.Coat, NamedColor.Yellow, Accessory.Umbrella),
        ElementSubject.ChildWithCap => Figure(Person.Child, Garment.Shirt, NamedColor.Orange, Accessory.Hat),
        ElementSubject.ChildDancing => Figure(Person.Child, Garment.Dress, NamedColor.Pink) with { Action = FigureAction.Dance },
        _ => new FigurePlan { Person = Person.Woman, Action = FigureAction.Dance, Accessories = [Accessory.Ribbons] },
    };

    private static FigurePlan Figure(Person person, Garment garment, NamedColor color, params Accessory[] accessories) =>
        new() { Person = person, Garment = garment, Clothing = color, Accessories = accessories };
}
