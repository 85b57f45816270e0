using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Rules;

/// <summary>What a body for an element says, as far as it can be told: what it is to be made from decides which fields have an effect.</summary>
internal sealed class ElementFacts(ElementBody body, ElementForm form, IUrlPolicy? urls)
{
    private readonly string? _referenceType = form == ElementForm.Simple ? "image_refer" : Words.Meant(body.ReferenceType, Words.ReferenceTypes);

    public ElementBody Body { get; } = body;

    public ElementForm Form { get; } = form;

    /// <summary>Which URLs may be used; null when any may.</summary>
    public IUrlPolicy? Urls { get; } = urls;

    public bool IsSimple => Form == ElementForm.Simple;

    public bool IsFromImages => _referenceType == "image_refer";

    public bool IsFromVideo => _referenceType == "video_refer";

    /// <summary>Where the frontal image stands.</summary>
    public Field FrontalField => IsSimple ? Field.ElementFrontalImage : Field.FrontalImage;

    /// <summary>Where the other images stand.</summary>
    public Field OthersField => IsSimple ? Field.ElementReferList : Field.ReferImages;
}

/// <summary>One rule about the body of a request for an element.</summary>
internal abstract class ElementRule(string id, string field, string english, string chinese) : RuleText(id, field, english, chinese)
{
    /// <summary>A rule that films have too.</summary>
    protected ElementRule(RuleText same)
        : this(same.Id, same.About, same.English, same.Chinese)
    {
    }

    public abstract void Check(ElementFacts facts, Findings findings);
}
