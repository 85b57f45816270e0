namespace OmniReel.Media.Figures;

/// <summary>Something a figure is made of, as data; the theatre cuts it into a piece that can be drawn.</summary>
internal interface IItem;
