using OmniReel.Contract.Films;
using OmniReel.Contract.Requests;

namespace OmniReel.Server.Lab.FakeUpstream.Films;

/// <summary>What films of one kind have in common: they are made once.</summary>
/// <param name="Width">Pixels, even.</param>
/// <param name="Height">Pixels, even.</param>
/// <param name="Seconds">Whole seconds; there is one frame more at the end.</param>
/// <param name="Sound">Whether it has a track of sound.</param>
public sealed record FilmKind(int Width, int Height, int Seconds, bool Sound)
{
    /// <summary>The length of an edit, whose input nobody looks at here.</summary>
    private const int EditSeconds = 5;

    /// <summary>The side of films for tests of speed.</summary>
    private const int TinyWidth = 256, TinyHeight = 144;

    /// <summary>Frames, at 24 a second.</summary>
    public int Frames => FilmLength.Frames(Seconds);

    /// <summary>The kind that a request asks for; 16:9 where the shape follows an input.</summary>
    public static FilmKind Of(VideoRequest request, bool tiny)
    {
        var size = tiny ? new OutputSize(TinyWidth, TinyHeight) : OutputSize.Of(request.Mode, request.AspectRatio ?? AspectRatio.Landscape);
        return new FilmKind(size.Width, size.Height, request.Seconds ?? EditSeconds, request.Sound);
    }
}
