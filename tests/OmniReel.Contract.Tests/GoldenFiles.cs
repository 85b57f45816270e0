namespace OmniReel.Contract.Tests;

/// <summary>The files under Golden/, byte for byte.</summary>
internal static class GoldenFiles
{
    public static byte[] Bytes(string name)
    {
        using var stream = typeof(GoldenFiles).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
