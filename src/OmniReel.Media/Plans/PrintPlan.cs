using System.Text.Json.Serialization;

namespace OmniReel.Media.Plans;

/// <summary>A picture of the request's that stands in a scene.</summary>
/// <param name="Name">What prompts call it, without brackets: <c>image_1</c>, <c>element_2</c>.</param>
public sealed record PrintPlan(string Name, PrintRole Role)
{
    /// <summary>Null until the picture is there; a plan is drawn only when it is.</summary>
    public PrintPicture? Picture { get; init; }
}

/// <summary>Subject: it acts. Prop: it is held, lies or stands by. Backdrop: it takes the place of the place.</summary>
public enum PrintRole { Subject, Prop, Backdrop }

/// <summary>A picture at a size that films need.</summary>
/// <param name="CutOut">Its subject is cut from its ground along a sure edge; else all of it is shown, as a sheet.</param>
/// <param name="Digest">Of the pixels, in hexadecimal digits: with it the plan says which picture it is.</param>
/// <param name="Pixels">Row by row: blue, green, red and alpha, colours multiplied by it. Never changed.</param>
public sealed record PrintPicture(int Width, int Height, bool CutOut, string Digest, [property: JsonIgnore] byte[] Pixels);
