using System.Text;

namespace OmniReel.Conformance;

/// <summary>What stands in the Authorization header of a question.</summary>
internal enum Credential
{
    /// <summary>The key that the person gave.</summary>
    Given,

    /// <summary>No header at all.</summary>
    None,

    /// <summary>A key that no server has.</summary>
    Wrong,
}

/// <summary>One HTTP request of a check.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">Path and query below the API's prefix, beginning with a slash.</param>
internal sealed record Question(HttpMethod Method, string Path)
{
    /// <summary>The resource that the API is about.</summary>
    public const string Videos = "/videos/omni-video";

    public Credential Credential { get; init; } = Credential.Given;

    /// <summary>A JSON body; null: none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    public static Question Get(string path) => new(HttpMethod.Get, path);

    /// <summary>A create. Whoever asks it answers for the body: a server that takes it may charge for it.</summary>
    public static Question Create(string body) => Create(Encoding.UTF8.GetBytes(body));

    /// <inheritdoc cref="Create(string)"/>
    public static Question Create(ReadOnlyMemory<byte> body) => new(HttpMethod.Post, Videos) { Body = body };
}
