using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;

namespace OmniReel.Server.Tasks;

/// <summary>Reads a task's request again from the body that was stored with it; an element deleted since is still known.</summary>
public sealed class TaskRequests(IElementCatalogs elements)
{
    /// <summary>Throws <see cref="EngineRefusedException"/> when this version no longer accepts what an earlier one did.</summary>
    public VideoRequest Read(LeasedTask leased)
    {
        var facts = leased.Task.Facts;
        var read = RequestReader.Read(leased.Body.Span, facts.Profile, elements.EverOf(leased.Task.Tenant), LanguageTags.FromTag(facts.Language));
        return read.Request ?? throw new EngineRefusedException(TaskMessages.BodyUnreadable(facts.Language));
    }
}
