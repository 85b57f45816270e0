using System.Text.Json.Nodes;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Routes;
using OmniReel.Server.Access;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Bodies;
using OmniReel.Server.Http.Callbacks;
using OmniReel.Server.Http.Lab;
using OmniReel.Server.Http.Console;
using OmniReel.Server.Http.Routes;
using OmniReel.Server.Http.Submits;
using OmniReel.Server.Inputs;
using OmniReel.Server.Lab.Scenarios;

namespace OmniReel.Server.Http.OpenApi.Operations;

/// <summary>Every refusal and failure that an answer can be, by the name under which the document shows it. They are the errors themselves, so that they read as they do on the wire.</summary>
internal static class KnownErrors
{
    public static readonly ApiError UploadOverQuota = ApiErrors.For(InputFaults.OverQuota("file", 2L << 30, TimeSpan.FromDays(7)));
    public static readonly ApiError ElementsOverQuota = ApiErrors.For(InputFaults.ElementsOverQuota("element_image_list", 2L << 30));
    public static readonly ApiError UploadOfOtherKind = ApiErrors.For(InputFaults.Unsupported("file", null));
    public static readonly ApiError ExternalIdTaken = ApiErrors.ExternalIdTaken("order-42");

    public static readonly ApiError NoEngineCan = Unrouted();
    public static readonly ApiError SubmitNotOpen = SubmitErrors.NotOpen(SubmitStateWords.Settled, "Written off by account default.");
    public static readonly ApiError FilmIsTaken = SubmitErrors.FilmIsTaken(SubmitOperations.Sample with { State = SubmitState.Delivered });
    public static readonly ApiError NoConnection = SubmitErrors.NoConnection("kling");

    public static readonly ApiError TooManyKeys = SessionErrors.TooMany(30);
    public static readonly ApiError LabOrder = Unread("eror; code=1303");
    public static readonly ApiError LabPace = LabErrors.Of(LabErrors.Pace("pace", "fast"));

    /// <summary>What a request without a good key is told.</summary>
    public static IReadOnlyList<ApiError> Key { get; } =
    [
        ApiErrors.For(KeyVerdict.Missing), ApiErrors.For(KeyVerdict.Wrong), ApiErrors.For(KeyVerdict.Unproven), ApiErrors.For(KeyVerdict.BadTimes),
        ApiErrors.For(KeyVerdict.TooEarly), ApiErrors.For(KeyVerdict.Expired), SessionErrors.Over,
    ];

    /// <summary>What a JSON body is told that is not read.</summary>
    public static IReadOnlyList<ApiError> Body { get; } =
    [
        ApiErrors.For(BodyFault.BrokenOff), ApiErrors.For(BodyFault.TooLarge), ApiErrors.For(BodyFault.WrongType), ApiErrors.For(BodyFault.WrongCharset),
        ApiErrors.For(BodyFault.Packed), ApiErrors.For(BodyFault.NoRoom),
    ];

    /// <summary>What whoever reads or writes the store is told when it is at fault.</summary>
    public static IReadOnlyList<ApiError> Store { get; } = [ApiErrors.StoreBusy, ApiErrors.StoreFull, ApiErrors.StoreFailed];

    /// <summary>What any path and verb may be told.</summary>
    public static IReadOnlyList<ApiError> Anywhere { get; } =
    [
        ApiErrors.Internal, ApiErrors.WrongVerb("PUT", "GET, HEAD, POST"), UnknownPath.Error("/nothing"),
        ApiErrors.TwoLengths, ApiErrors.ChunksInHttp10, ApiErrors.TransferEncoding,
        SessionErrors.Foreign, SessionErrors.NoCsrf,
    ];

    /// <summary>All of them, named.</summary>
    public static IReadOnlyList<(string Name, ApiError Error)> All { get; } =
    [
        ("no_key", Key[0]), ("wrong_key", Key[1]), ("token_not_proven", Key[2]), ("token_times", Key[3]), ("token_too_early", Key[4]), ("token_expired", Key[5]), ("session_over", Key[6]),
        ("body_broken_off", Body[0]), ("body_too_large", Body[1]), ("body_not_json", Body[2]), ("body_charset", Body[3]), ("body_packed", Body[4]), ("body_no_room", Body[5]),
        ("store_busy", Store[0]), ("store_full", Store[1]), ("store_failed", Store[2]),
        ("internal", Anywhere[0]), ("wrong_verb", Anywhere[1]), ("no_such_path", Anywhere[2]), ("two_lengths", Anywhere[3]), ("chunks_in_http_1_0", Anywhere[4]), ("transfer_encoding", Anywhere[5]),
        ("session_foreign", Anywhere[6]), ("session_without_second_secret", Anywhere[7]), ("too_many_keys", TooManyKeys),
        ("not_ready", ApiErrors.NotReady),
        ("task_not_found", ApiErrors.TaskNotFound), ("already_ended", ApiErrors.AlreadyEnded), ("paid_already", ApiErrors.PaidAlready), ("external_id_taken", ExternalIdTaken),
        ("idempotency_key_form", ApiErrors.IdempotencyKeyForm), ("idempotency_key_reused", ApiErrors.IdempotencyKeyReused),
        ("page_num", ApiErrors.PageNum), ("page_size", ApiErrors.PageSize), ("profile", ApiErrors.Profile),
        ("no_engine", NoEngineCan),
        ("element_not_found", ApiErrors.ElementNotFound), ("element_is_preset", ApiErrors.ElementIsPreset), ("element_late", ApiErrors.ElementLate), ("elements_over_quota", ElementsOverQuota),
        ("link_forged", ApiErrors.LinkForged), ("link_expired", ApiErrors.LinkExpired), ("file_gone", ApiErrors.FileGone),
        ("upload_too_large", ApiErrors.UploadTooLarge), ("upload_form", ApiErrors.UploadForm), ("upload_of_other_kind", UploadOfOtherKind), ("upload_over_quota", UploadOverQuota),
        ("upload_no_room", ApiErrors.UploadNoRoom), ("upload_not_kept", ApiErrors.UploadNotKept),
        ("callback_not_found", CallbackErrors.NotFound), ("callback_state", CallbackErrors.State), ("callback_task_id", CallbackErrors.TaskId), ("callback_since", CallbackErrors.Since),
        ("callback_empty_filter", CallbackErrors.EmptyFilter), ("callback_url", CallbackErrors.Url), ("callback_body", CallbackErrors.Body),
        ("callback_secret_is_given", CallbackErrors.SecretIsGiven), ("callback_test_under_way", CallbackErrors.TestUnderWay),
        ("submit_not_found", SubmitErrors.NotFound), ("submit_states", SubmitErrors.States), ("submit_before", SubmitErrors.Before), ("submit_count", SubmitErrors.Count),
        ("settle_action", SubmitErrors.Action), ("settle_no_upstream_id", SubmitErrors.NoUpstreamId), ("settle_id_without_adopt", SubmitErrors.IdWithoutAdopt), ("settle_body", SubmitErrors.Body),
        ("settle_task_is_gone", SubmitErrors.TaskIsGone), ("submit_not_open", SubmitNotOpen), ("settle_film_is_taken", FilmIsTaken), ("settle_no_connection", NoConnection),
        ("lab_body", LabErrors.Body), ("lab_order", LabOrder), ("lab_pace", LabPace), ("lab_seconds", LabErrors.Seconds), ("lab_number", LabErrors.After),
    ];

    /// <summary>The name of one of them.</summary>
    public static string NameOf(ApiError error)
    {
        foreach (var (name, known) in All)
        {
            if (known == error) return name;
        }

        throw new InvalidOperationException($"The document has no name for the error \"{error.English}\": add one in Http/OpenApi/Operations/KnownErrors.cs.");
    }

    /// <summary>What a 4k film is told where the only engine makes none.</summary>
    private static ApiError Unrouted()
    {
        var film = new VideoRequest { Profile = ApiProfile.Vendor, Model = VideoModel.V3Omni, Mode = VideoMode.UltraHd, Kind = default };
        var limits = new EngineLimits { Modes = [VideoMode.Std, VideoMode.Pro] };
        var (english, chinese) = (In(Language.English), In(Language.Chinese));
        return english with { Chinese = chinese.Chinese };

        ApiError In(Language language) => NoEngine.Error(NoEngine.Violations([new EngineGap("relay-a", limits.Lacks(film, language))], film, language));
    }

    /// <summary>What an order is told that cannot be read.</summary>
    private static ApiError Unread(string order)
    {
        try
        {
            return LabOrderReader.Read(order).Count > 0 ? throw new InvalidOperationException($"\"{order}\" can be read.") : ApiErrors.Internal;
        }
        catch (LabOrderException wrong)
        {
            return LabErrors.Of(wrong);
        }
    }

    /// <summary>The component that shows an error as it is answered.</summary>
    public static JsonObject Shown(ApiError error) => new()
    {
        ["summary"] = error.English,
        ["x-summary-zh"] = error.Chinese,
        ["value"] = Samples.Node(
            new Envelope<ErrorData>
            {
                Code = (int)error.Code,
                Message = error.English,
                RequestId = Samples.RequestId,
                Data = error.Field is null ? null : new ErrorData { Errors = [error.Violation(Language.English)] },
            },
            WireContext.Default.EnvelopeErrorData),
    };
}
