using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.StoredBodies;

namespace OmniReel.Server.Tasks;

/// <summary>Reads a task's request again from the body that was stored with it; an element deleted since is still known.</summary>
public sealed class TaskRequests(IElementCatalogs elements)
{
    /// <summary>Throws <see cref="EngineRefusedException"/> when this version no longer accepts what an earlier one did.</summary>
    public VideoRequest Read(VideoTask task, HeldBody body)
    {
        var facts = task.Facts;
        var read = RequestReader.Read(body.Bytes.Span, facts.Profile, elements.EverOf(task.Tenant), LanguageTags.FromTag(facts.Language));
        return read.Request ?? throw new EngineRefusedException(TaskMessages.BodyUnreadable(facts.Language));
    }
}
