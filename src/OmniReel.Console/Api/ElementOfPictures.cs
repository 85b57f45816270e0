using System.Text.Json;

namespace OmniReel.Console.Api;

/// <summary>An element to be made of pictures.</summary>
/// <param name="Name">At most 20 characters.</param>
/// <param name="Description">At most 100 characters.</param>
/// <param name="Pictures">Links: first the one from the front, then one to three others.</param>
/// <param name="Tag">The id of a tag; null for none.</param>
public sealed record ElementOfPictures(string Name, string Description, IReadOnlyList<string> Pictures, string? Tag)
{
    /// <summary>The body of the request.</summary>
    public byte[] ToUtf8() => Write(json =>
    {
        json.WriteString("element_name", Name);
        json.WriteString("element_description", Description);
        json.WriteString("reference_type", "image_refer");
        json.WriteStartObject("element_image_list");
        json.WriteString("frontal_image", Pictures[0]);
        json.WriteStartArray("refer_images");
        foreach (var picture in Pictures.Skip(1))
        {
            json.WriteStartObject();
            json.WriteString("image_url", picture);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        if (Tag is null) return;
        json.WriteStartArray("tag_list");
        json.WriteStartObject();
        json.WriteString("tag_id", Tag);
        json.WriteEndObject();
        json.WriteEndArray();
    });

    /// <summary>The body of a deletion.</summary>
    public static byte[] Deletion(long id) => Write(json => json.WriteString("element_id", id.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static byte[] Write(Action<Utf8JsonWriter> fields)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        return memory.ToArray();
    }
}
