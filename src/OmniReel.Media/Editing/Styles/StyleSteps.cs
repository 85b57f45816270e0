using OmniReel.Media.Plans;

namespace OmniReel.Media.Editing.Styles;

/// <summary>Which step makes which style.</summary>
internal static class StyleSteps
{
    public static IFrameStep Of(Style style, int width, int height) => style switch
    {
        Style.Ink => new InkStyle(width, height),
        Style.LineArt => new PenStyle(width, height),
        Style.Pencil => new PencilStyle(width, height),
        Style.Oil => new OilStyle(width, height),
        Style.Watercolor => new WatercolorStyle(width, height),
        Style.Pixel => new PixelStyle(width, height),
        Style.Poster => new FlatStyle(width, height, FlatLook.Poster),
        Style.Comic => new FlatStyle(width, height, FlatLook.Comic),
        _ => new FlatStyle(width, height, FlatLook.Cartoon),
    };
}
