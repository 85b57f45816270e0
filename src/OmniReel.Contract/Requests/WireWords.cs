using OmniReel.Contract.Rules;

namespace OmniReel.Contract.Requests;

/// <summary>The enumerations of request bodies, each in the order in which the document lists them: for forms, and for documents that describe the API.</summary>
public static class WireWords
{
    /// <summary>Of <c>model_name</c>.</summary>
    public static IReadOnlyList<string> Models => Words.Models;

    /// <summary>Of <c>shot_type</c>.</summary>
    public static IReadOnlyList<string> ShotTypes => Words.ShotTypes;

    /// <summary>Of <c>sound</c>.</summary>
    public static IReadOnlyList<string> OnOff => Words.OnOff;

    /// <summary>Of <c>image_list[].type</c>.</summary>
    public static IReadOnlyList<string> ImageTypes => Words.ImageTypes;

    /// <summary>Of <c>video_list[].refer_type</c>.</summary>
    public static IReadOnlyList<string> ReferTypes => Words.ReferTypes;

    /// <summary>Of <c>video_list[].keep_original_sound</c>.</summary>
    public static IReadOnlyList<string> YesNo => Words.YesNo;

    /// <summary>Of <c>mode</c>.</summary>
    public static IReadOnlyList<string> Modes => Words.Modes;

    /// <summary>Of <c>aspect_ratio</c>.</summary>
    public static IReadOnlyList<string> Ratios => Words.Ratios;

    /// <summary>Of an element's <c>reference_type</c>.</summary>
    public static IReadOnlyList<string> ReferenceTypes => Words.ReferenceTypes;
}
