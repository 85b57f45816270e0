namespace OmniReel.Media.Encoding;

/// <summary>What a file given by a user is, by its first bytes; it decides the one demuxer that may look at it.</summary>
public enum MediaFormat
{
    /// <summary>A JPEG picture (FF D8 FF).</summary>
    Jpeg,

    /// <summary>A PNG picture.</summary>
    Png,

    /// <summary>An MP4 or MOV film (<c>ftyp</c> and its relatives).</summary>
    Mp4,
}
