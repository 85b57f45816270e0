using System.Security.Cryptography;
using OmniReel.Media.Frames;
using OmniReel.Testing;

namespace OmniReel.Media.Tests.Films;

/// <summary>
/// Films are kept and shown again under the renderer's version. Golden/versions.txt has a line for each version with a digest of the
/// golden pictures that belong to it: new pictures need a new version. Lines that are there are never changed.
/// </summary>
public sealed class RendererVersionTests
{
    private static readonly string s_folder = Path.Combine(Checkout.Root, "tests", "OmniReel.Media.Tests", "Films", "Golden");

    [Fact]
    public void New_pictures_have_a_new_version()
    {
        var pictures = Digest();
        var versions = File.ReadAllLines(Path.Combine(s_folder, "versions.txt")).Select(line => line.Split(' ')).ToDictionary(line => line[0], line => line[1]);
        versions.ShouldContainKey(RendererVersion.Current, $"Add the line \"{RendererVersion.Current} {pictures}\" to versions.txt.");
        versions[RendererVersion.Current].ShouldBe(
            pictures,
            $"The golden pictures changed, so films made earlier look otherwise: give RendererVersion.Current a new value, and versions.txt a line with it and {pictures}.");
    }

    private static string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(s_folder, "*.png").Order(StringComparer.Ordinal))
            hash.AppendData(File.ReadAllBytes(file));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
