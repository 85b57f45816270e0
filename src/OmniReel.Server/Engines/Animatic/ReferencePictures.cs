using OmniReel.Contract.Requests;
using OmniReel.Media.Encoding;
using OmniReel.Media.Script;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Elements;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Checking;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>The pictures that a film puts into its scenes.</summary>
/// <param name="Missing">Fields of elements whose media are not there.</param>
public sealed record References(IReadOnlyList<GivenPicture> Pictures, IReadOnlyList<string> Missing)
{
    /// <summary>What prompts call them, without brackets.</summary>
    public IReadOnlySet<string> Names => Pictures.Select(picture => picture.Name).ToHashSet();
}

/// <summary>Brings reference images and the caller's own elements as pictures: an element's frontal image, or a moment of its video.</summary>
public sealed class ReferencePictures(IElementStore elements, IArtifactStore artifacts, MediaCheck check, InputFolders folders, PresetElements presets, TaskInputs inputs)
{
    /// <summary>Of an element's video: all are longer.</summary>
    private const double Second = 1;

    /// <param name="longest">Most pixels of a picture's longer side.</param>
    /// <exception cref="InputsRefusedException">One cannot be decoded, or nothing may be opened.</exception>
    public async Task<References> BringAsync(VideoTask task, VideoRequest request, PreparedInputs prepared, int longest, CancellationToken cancellation)
    {
        var (pictures, missing) = (new List<GivenPicture>(), new List<string>());
        // A film that is one picture has no scene to put others into.
        if (prepared.FirstFrame is not null && request.Kind.Shots == ShotKind.SingleShot)
            return new References(pictures, missing);
        foreach (var (at, picture) in prepared.Pictures.Index().Where(one => one.Item.Role == ImageRole.Reference))
        {
            var (width, height) = Within(picture.Facts.Width, picture.Facts.Height, longest);
            pictures.Add(new GivenPicture($"image_{at + 1}", width, height, await prepared.DecodeWithAlphaAsync(picture, width, height, cancellation)));
        }

        foreach (var (at, id) in request.Elements.Index().Where(one => presets.Preset(one.Item) is null))
        {
            if (await ElementAsync(task.Tenant, id, at, longest, cancellation) is { } picture)
                pictures.Add(picture);
            else
                missing.Add(Field(at));
        }

        return new References(pictures, missing);
    }

    /// <summary>What the caller's own elements of a request are, in its order: the names of their media, which never change; "" for one that is not there.</summary>
    public async Task<IReadOnlyList<string>> ContentsAsync(VideoTask task, VideoRequest request, CancellationToken cancellation)
    {
        var contents = new List<string>();
        foreach (var id in request.Elements.Where(id => presets.Preset(id) is null))
            contents.Add((await MediaAsync(task.Tenant, id, cancellation))?.Id ?? "");
        return contents;
    }

    private async Task<Artifact?> MediaAsync(string tenant, string digits, CancellationToken cancellation) =>
        ElementIds.TryParse(digits, out var id) && await elements.FindMadeAsync(tenant, id, cancellation) is { Media: [var media, ..] } ? artifacts.Find(media) : null;

    private async Task<GivenPicture?> ElementAsync(string tenant, string digits, int at, int longest, CancellationToken cancellation)
    {
        if (await MediaAsync(tenant, digits, cancellation) is not { } artifact)
            return null;
        await inputs.RequireSandboxAsync("element_list");
        using var folder = folders.New();
        var file = await CopyAsync(artifact, folder, cancellation);
        var broken = new List<InputException>();
        try
        {
            return await DecodeAsync($"element_{at + 1}", file, Field(at), longest, broken, cancellation) ?? throw new InputsRefusedException(broken);
        }
        catch (InputException unreadable)
        {
            throw new InputsRefusedException([unreadable]);
        }
    }

    private async Task<GivenPicture?> DecodeAsync(string name, InputFile file, string field, int longest, List<InputException> broken, CancellationToken cancellation)
    {
        if (file.Format is MediaFormat.Mp4)
        {
            if (await check.ElementFilmAsync(file, field, broken, cancellation) is not { } film)
                return null;
            var (across, down) = Within(film.Width, film.Height, longest);
            return new GivenPicture(name, across, down, await check.DecodeMomentAsync(file, Second, field, across, down, cancellation));
        }

        if (check.Picture(file, field, broken) is not { } facts)
            return null;
        var (width, height) = Within(facts.Width, facts.Height, longest);
        return new GivenPicture(name, width, height, await check.DecodeAsync(file, facts, field, width, height, cancellation, keepAlpha: true));
    }

    private async Task<InputFile> CopyAsync(Artifact artifact, InputFolders.Folder folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder.Path, "element");
        await using (var from = artifacts.Open(artifact))
        await using (var to = File.Create(path))
            await from.CopyToAsync(to, cancellation);
        var format = artifact.ContentType switch
        {
            "image/jpeg" => MediaFormat.Jpeg,
            "image/png" => MediaFormat.Png,
            _ => MediaFormat.Mp4,
        };
        return new InputFile(path, format, artifact.Length);
    }

    private static string Field(int at) => $"element_list[{at}]";

    /// <summary>Even sides, none longer than given.</summary>
    private static (int Width, int Height) Within(int width, int height, int longest)
    {
        var scale = Math.Min(1.0, longest / (double)Math.Max(width, height));
        return (Even(width * scale), Even(height * scale));

        static int Even(double side) => Math.Max(2, 2 * (int)Math.Round(side / 2));
    }
}
