using System.Globalization;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Pricing;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Http.Videos;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Submits;

/// <summary>Paid submits in the wire's words.</summary>
internal static class SubmitShape
{
    /// <param name="submit">The submit.</param>
    /// <param name="task">Its task; null when it is not there any more.</param>
    public static SubmitData Of(Submit submit, VideoTask? task) => new()
    {
        Id = submit.Id.ToString(CultureInfo.InvariantCulture),
        TaskId = submit.TaskId.ToString(CultureInfo.InvariantCulture),
        TaskStatus = task is null ? null : TaskShape.Word(task.Status),
        Connection = submit.Connection,
        Reference = submit.Reference,
        UpstreamId = submit.UpstreamId,
        State = Word(submit.State),
        Note = submit.Note,
        Units = Amounts.Wire(submit.Units),
        SentAt = submit.SentAt,
        UpdatedAt = submit.UpdatedAt,
        FilmUrl = Unsigned(submit.FilmUrl),
    };

    public static StrangeFilmData Of(StrangeFilm film) => new()
    {
        Connection = film.Connection,
        UpstreamId = film.UpstreamId,
        Reference = film.Reference,
        Note = film.Note,
        CreatedAt = film.CreatedAt,
        FoundAt = film.FoundAt,
    };

    /// <summary>False for a word that is none.</summary>
    public static bool TryState(string word, out SubmitState state)
    {
        foreach (var known in Enum.GetValues<SubmitState>())
        {
            state = known;
            if (Word(known) == word) return true;
        }

        state = default;
        return false;
    }

    public static string Word(SubmitState state) => state switch
    {
        SubmitState.Sending => SubmitStateWords.Sending,
        SubmitState.Unknown => SubmitStateWords.Unknown,
        SubmitState.Accepted => SubmitStateWords.Accepted,
        SubmitState.Delivered => SubmitStateWords.Delivered,
        SubmitState.FailedThere => SubmitStateWords.FailedThere,
        SubmitState.Rejected => SubmitStateWords.Rejected,
        SubmitState.NotSent => SubmitStateWords.NotSent,
        SubmitState.ProvedAbsent => SubmitStateWords.ProvedAbsent,
        SubmitState.Superseded => SubmitStateWords.Superseded,
        SubmitState.Abandoned => SubmitStateWords.Abandoned,
        SubmitState.Settled => SubmitStateWords.Settled,
        _ => SubmitStateWords.Orphaned,
    };

    // What signs a link stands in its query: whoever has it can fetch the film.
    private static string? Unsigned(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri)
        ? uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : null;
}
