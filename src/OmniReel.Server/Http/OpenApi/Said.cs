namespace OmniReel.Server.Http.OpenApi;

/// <summary>A text of the document in both languages: <c>description</c> is English, <c>x-description-zh</c> says the same in Chinese.</summary>
internal sealed record Said(string English, string Chinese);
