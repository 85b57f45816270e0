namespace OmniReel.Media.Frames;

/// <summary>
/// A tile of triangular noise of at most one level, added to luma before rounding: it hides the steps of slow gradients and
/// is too fine to cost the encoder bits. Each frame takes it at another place.
/// </summary>
internal static class Grain
{
    public const int Side = 64;

    /// <summary>Rows are this long, so that a run of 64 may begin anywhere in the tile.</summary>
    public const int Stride = Side * 2;

    /// <summary>Values in 1/65536 of a luma level, −32767 to 32767 (two draws of half a level), row by row.</summary>
    public static int[] Tile { get; } = Draw();

    /// <summary>Where in the tile a frame begins.</summary>
    public static (int X, int Y) Origin(int frame)
    {
        var mixed = unchecked((uint)frame * 2654435761u);
        return ((int)(mixed >> 26), (int)(mixed >> 20) & (Side - 1));
    }

    private static int[] Draw()
    {
        var random = new Random(709);
        var tile = new int[Stride * Side];
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var value = random.Next(-24000, 24000) + random.Next(-24000, 24000);
                tile[y * Stride + x] = value;
                tile[y * Stride + x + Side] = value;
            }
        }

        return tile;
    }
}
