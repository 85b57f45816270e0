using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Pictures;

/// <summary>A picture ready to be sampled anywhere, and as it is. Threads may share it.</summary>
internal sealed class Still
{
    public Still(StillPicture picture)
        : this(PictureI420.Of(picture))
    {
    }

    public Still(I420Frame exact)
    {
        Exact = exact;
        int width = exact.Width, height = exact.Height, half = width / 2 * (height / 2);
        Luma = new Plane(exact.Bytes.AsSpan(0, exact.UStart), width, height);
        U = new Plane(exact.Bytes.AsSpan(exact.UStart, half), width / 2, height / 2);
        V = new Plane(exact.Bytes.AsSpan(exact.VStart, half), width / 2, height / 2);
    }

    /// <summary>What the encoder gets where the film is the picture.</summary>
    public I420Frame Exact { get; }

    public Plane Luma { get; }

    public Plane U { get; }

    public Plane V { get; }
}
