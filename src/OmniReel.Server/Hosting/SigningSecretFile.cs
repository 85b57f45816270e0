using System.Text;
using OmniReel.Server.Access;
using OmniReel.Server.Callbacks.Signing;

namespace OmniReel.Server.Hosting;

/// <summary>The secrets that rotations made, in a file of the data folder that its owner alone may read.</summary>
internal sealed class SigningSecretFile(string path) : ISigningSecretFile
{
    public string? Read() => File.Exists(path) ? File.ReadAllText(path) : null;

    public void Keep(string text) => SecretFile.Create(path, Encoding.UTF8.GetBytes(text));
}
