namespace OmniReel.Media.Ink;

/// <summary>The grain of drawing paper: shallow pits, closer together than lines are broad.</summary>
internal static class Tooth
{
    private const int Side = 256, Deepest = 15;

    private static readonly Lazy<byte[]> s_tile = new(Draw);

    /// <summary>How much darker a pixel is, in 1/256.</summary>
    public static byte At(int x, int y) => s_tile.Value[(y & (Side - 1)) * Side + (x & (Side - 1))];

    private static byte[] Draw()
    {
        var random = new Random(23);
        var noise = new float[Side * Side];
        for (var i = 0; i < noise.Length; i++)
            noise[i] = random.NextSingle();
        var tile = new byte[Side * Side];
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var sum = 0f;
                for (var dy = -1; dy <= 1; dy++)
                {
                    for (var dx = -1; dx <= 1; dx++)
                        sum += noise[((y + dy) & (Side - 1)) * Side + ((x + dx) & (Side - 1))] * (dx == 0 && dy == 0 ? 2 : 1);
                }

                tile[y * Side + x] = (byte)(Deepest * Math.Clamp((sum / 10 - 0.34f) * 3, 0, 1));
            }
        }

        return tile;
    }
}
