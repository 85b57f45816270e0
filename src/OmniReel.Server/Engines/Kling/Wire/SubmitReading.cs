using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Engines.Kling.Wire;

/// <summary>
/// What an answer says of a submit. Whatever does not say surely that it was taken, or surely that it was not, may have been: it is
/// lost.
/// </summary>
internal static class SubmitReading
{
    public static SubmitAnswer Of(WireAnswer answer)
    {
        if (answer.IsGoodStatus)
        {
            if (answer.IsReadable && answer.IsGoodCode && TaskReading.Id(answer.Root) is { } id)
                return new SubmitAnswer.Accepted(id);
            return Refused(answer) ?? (SubmitAnswer)Lost(answer);
        }

        // A server in trouble may have taken it all the same, whatever it says.
        if (answer.Status is < 400 or >= 500)
            return Lost(answer);
        if (Refused(answer) is { } refused)
            return refused;
        // A code that is none of the documented ones is more than its status: it may speak of a submit that was passed on.
        return answer.Code is null or 0 && RefusalCodes.KindOfStatus(answer.Status) is { } kind
            ? new SubmitAnswer.Rejected(kind, 0, answer.Told)
            : Lost(answer);
    }

    private static SubmitAnswer.Rejected? Refused(WireAnswer answer) =>
        answer is { IsReadable: true, Code: { } code } && RefusalCodes.KindOf(code) is { } kind ? new SubmitAnswer.Rejected(kind, code, answer.Message) : null;

    private static SubmitAnswer.Lost Lost(WireAnswer answer) => new(answer.Told);
}
