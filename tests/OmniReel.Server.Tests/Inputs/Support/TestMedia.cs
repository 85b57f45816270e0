namespace OmniReel.Server.Tests.Inputs.Support;

/// <summary>First bytes of files. Nothing decodes them here.</summary>
internal static class TestMedia
{
    public static byte[] Png(int length = 1000) => Filled([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], length);

    public static byte[] Jpeg(int length = 1000) => Filled([0xFF, 0xD8, 0xFF, 0xE0], length);

    public static byte[] Mp4(int length = 1000, string brand = "isom") => Filled([0, 0, 0, 24, .. "ftyp"u8, .. System.Text.Encoding.ASCII.GetBytes(brand)], length);

    public static byte[] Filled(byte[] head, int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        head.CopyTo(bytes, 0);
        return bytes;
    }
}
