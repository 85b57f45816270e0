namespace OmniReel.Media.Frames;

/// <summary>Pixels, and what lays sheets and sprites into them. One per thread.</summary>
internal sealed class Board : IDisposable
{
    public Board(int width, int height)
    {
        Pixels = new PixelBlock(width, height);
        Canvas = new FrameCanvas(Pixels);
        Blit = new SheetBlit(Pixels);
    }

    public PixelBlock Pixels { get; }

    public FrameCanvas Canvas { get; }

    public SheetBlit Blit { get; }

    public void Dispose()
    {
        Canvas.Dispose();
        Blit.Dispose();
        Pixels.Dispose();
    }
}
