using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Pricing;

/// <summary>What goes into a film, as far as its price depends on it.</summary>
public enum PriceCase
{
    /// <summary>No video goes in, no sound comes out.</summary>
    Silent,

    /// <summary>No video goes in, sound is made.</summary>
    Sound,

    /// <summary>A video goes in.</summary>
    Video,
}

/// <summary>Derives a <see cref="PriceCase"/>.</summary>
public static class PriceCases
{
    /// <summary>The case of a request.</summary>
    public static PriceCase Of(VideoRequest request) => request switch
    {
        { Video: not null } => PriceCase.Video,
        { Sound: true } => PriceCase.Sound,
        _ => PriceCase.Silent,
    };

    /// <summary><c>silent</c>, <c>sound</c> or <c>video</c>, as in a price table.</summary>
    public static string WireName(this PriceCase priceCase) => priceCase switch
    {
        PriceCase.Video => "video",
        PriceCase.Sound => "sound",
        _ => "silent",
    };
}
