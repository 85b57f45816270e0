using OmniReel.Client.Reading;
using OmniReel.Client.Sending;
using OmniReel.Contract.Requests;

namespace OmniReel.Client;

/// <summary>The body that a task was created with.</summary>
/// <param name="Body">Its bytes as they were sent: JSON, and ready for <see cref="OmniReelClient.CreateAsync(ReadOnlyMemory{byte}, string?, CancellationToken)"/>. An <c>external_task_id</c> in it is taken by then.</param>
/// <param name="Profile">How it was read: the defaults of what it leaves out are this profile's.</param>
public sealed record SentRequest(ReadOnlyMemory<byte> Body, ApiProfile Profile)
{
    private const string ProfileHeader = "X-OmniReel-Profile";

    /// <summary>Reads the answer of an OmniReel server; another's is a refusal, whatever it is.</summary>
    internal static async Task<SentRequest> OpenAsync(Ask ask, HttpResponseMessage answer, TimeProvider time, CancellationToken cancellation)
    {
        if (!answer.IsSuccessStatusCode || !answer.Headers.TryGetValues(ProfileHeader, out var profile))
            throw await Answer.RefusalAsync(ask, answer, time, cancellation).ConfigureAwait(false);
        var body = await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        return new SentRequest(body, string.Concat(profile) == "relay" ? ApiProfile.Relay : ApiProfile.Vendor);
    }
}
