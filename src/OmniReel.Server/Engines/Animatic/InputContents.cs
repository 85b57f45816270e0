using OmniReel.Server.Inputs.Checking;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>What a request's inputs are, in digests.</summary>
internal static class InputContents
{
    /// <summary>Of each picture its role and its SHA-256, then the SHA-256 of the film where there is one. Reads the inputs to their ends.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(PreparedInputs inputs, CancellationToken cancellation)
    {
        var contents = new List<string>();
        foreach (var picture in inputs.Pictures)
            contents.Add($"{picture.Role} {await FilmOrder.SumAsync(picture.File.Path, cancellation)}");
        if (inputs.Film is { } film)
            contents.Add(await FilmOrder.SumAsync(film.File.Path, cancellation));
        return contents;
    }
}
