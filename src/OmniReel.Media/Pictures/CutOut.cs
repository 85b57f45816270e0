using OmniReel.Media.Frames;

namespace OmniReel.Media.Pictures;

/// <summary>A subject cut from its plain ground: how opaque it is at every pixel, and the ground without it.</summary>
internal sealed class CutOut
{
    /// <summary>Distances from the ground's colour at which the subject begins, and is all.</summary>
    private const float Ground = 7, Subject = 30;

    private CutOut(Still ground, Plane matte) => (Backdrop, Matte) = (ground, matte);

    public Still Backdrop { get; }

    /// <summary>As large as luma.</summary>
    public Plane Matte { get; }

    public static CutOut Of(Still still, PlainGround found, Grid grid)
    {
        var exact = still.Exact;
        int width = exact.Width, height = exact.Height;
        float[] near = Grown(found.Subject, grid, 2), core = Array.ConvertAll(Grown(Array.ConvertAll(found.Subject, s => 1 - s), grid, 2), s => 1 - s);
        var matte = new byte[width * height];
        var backdrop = new I420Frame(width, height);
        exact.Bytes.CopyTo(backdrop.Bytes, 0);
        Parallel.For(0, height, y =>
        {
            var gy = y / (float)grid.Cell;
            for (var x = 0; x < width; x++)
            {
                var gx = x / (float)grid.Cell;
                var close = grid.Sample(near, gx, gy);
                if (close == 0)
                    continue;
                int luma = y * width + x, chroma = y / 2 * (width / 2) + x / 2;
                (float Y, float U, float V) ground = (grid.Sample(found.Luma, gx, gy), grid.Sample(found.U, gx, gy), grid.Sample(found.V, gx, gy));
                var distance = Salience.Distance(ground, (exact.Bytes[luma], exact.Bytes[exact.UStart + chroma], exact.Bytes[exact.VStart + chroma]));
                var opaque = Math.Max(grid.Sample(core, gx, gy), Salience.Step(Ground, Subject, distance) * Math.Min(1, 2 * close));
                matte[luma] = (byte)(255 * opaque + 0.5f);
                backdrop.Bytes[luma] = Toward(exact.Bytes[luma], ground.Y, close);
                if (x % 2 != 0 || y % 2 != 0)
                    continue;
                backdrop.Bytes[exact.UStart + chroma] = Toward(exact.Bytes[exact.UStart + chroma], ground.U, close);
                backdrop.Bytes[exact.VStart + chroma] = Toward(exact.Bytes[exact.VStart + chroma], ground.V, close);
            }
        });
        return new CutOut(new Still(backdrop), new Plane(matte, width, height));
    }

    private static byte Toward(byte seen, float ground, float share) => (byte)(seen + (ground - seen) * Math.Min(1, 2 * share) + 0.5f);

    /// <summary>Wider by some points on each side.</summary>
    private static float[] Grown(float[] mask, Grid grid, int points)
    {
        var grown = (float[])mask.Clone();
        grid.Blur(grown, points, new float[mask.Length]);
        for (var i = 0; i < grown.Length; i++)
            grown[i] = Math.Min(1, 3 * grown[i]);
        return grown;
    }
}
