namespace OmniReel.Contract.Requests;

/// <summary>Why a URL will not be connected to, without the field's name in front: what is wrong and what would be right.</summary>
/// <param name="English">Goes on after "image_url: ".</param>
/// <param name="Chinese">The same in Chinese.</param>
public readonly record struct UrlComplaint(string English, string Chinese);

/// <summary>What a URL of a request is for.</summary>
public enum UrlUse
{
    /// <summary>A picture or a film is read from it.</summary>
    Media,

    /// <summary>Callbacks are sent to it.</summary>
    Callback,
}

/// <summary>Which URLs whoever reads a request would connect to. Answered from the text alone: nothing is resolved or fetched.</summary>
public interface IUrlPolicy
{
    /// <summary>Why it will never connect there, naming the setting that would allow it if there is one; null when it may.</summary>
    UrlComplaint? Complaint(string url, UrlUse use);
}
