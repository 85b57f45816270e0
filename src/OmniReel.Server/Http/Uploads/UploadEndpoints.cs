using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using OmniReel.Contract.Answers;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Health;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Uploads;

namespace OmniReel.Server.Http.Uploads;

/// <summary><c>POST /v1/files</c>: a file of the caller's, as the body itself or as the one file of a form, becomes a link that every URL field takes.</summary>
internal sealed partial class UploadEndpoints(
    UploadIntake intake, SignedLinks links, LinkBase linkBase, Gate gate, Readiness readiness, ILogger<UploadEndpoints> log) : IEndpoints
{
    // The largest video, and what a form puts around it.
    private const long LongestBody = (200L << 20) + (1 << 20);

    private const int DiskFull = 28;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    public void Map(RouteTable routes) => routes.Add("/v1/files", new Verbs { Post = gate.Keyed(TakeAsync) });

    private async Task TakeAsync(HttpContext context, string tenant)
    {
        var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (limit is { IsReadOnly: false }) limit.MaxRequestBodySize = LongestBody;
        var error = readiness.IsDraining ? ApiErrors.NotReady
            : context.Request.ContentLength > LongestBody ? ApiErrors.UploadTooLarge
            : context.Request.Headers.ContentEncoding.Count > 0 ? ApiErrors.For(Bodies.BodyFault.Packed)
            : null;
        if (error is not null)
        {
            await AnswerWriter.ErrorAsync(context, error);
            return;
        }

        var (upload, refusal) = await TryTakeAsync(context.Request, tenant);
        if (upload is null)
        {
            await AnswerWriter.ErrorAsync(context, refusal!);
            return;
        }

        var data = new FileData
        {
            Id = upload.Id,
            Url = linkBase.For(context) + links.For(upload.Id, upload.ExpiresAt),
            ExpiresAt = upload.ExpiresAt * 1000,
        };
        await AnswerWriter.OkAsync(context, data, WireContext.Default.FileData);
    }

    private async Task<(Upload? Upload, ApiError? Refusal)> TryTakeAsync(HttpRequest request, string tenant)
    {
        UploadIntake.UploadDraft draft;
        try
        {
            draft = await intake.BeginAsync(tenant, request.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, NotKept(e));
        }

        await using (draft)
            return await TryTakeAsync(request, draft);
    }

    private async Task<(Upload? Upload, ApiError? Refusal)> TryTakeAsync(HttpRequest request, UploadIntake.UploadDraft draft)
    {
        try
        {
            if (await UploadForm.ReadAsync(request, draft) is { } wrong) return (null, wrong);
        }
        catch (InputException fault)
        {
            return (null, ApiErrors.For(fault));
        }
        catch (BadHttpRequestException e)
        {
            return (null, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? ApiErrors.UploadTooLarge : ApiErrors.For(Bodies.BodyFault.BrokenOff));
        }
        catch (IOException e) when (IsDiskFull(e))
        {
            return (null, ApiErrors.UploadNoRoom);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return (null, ApiErrors.For(Bodies.BodyFault.BrokenOff));
        }

        try
        {
            // What has come whole is kept, also when its sender has gone meanwhile.
            return (await draft.FinishAsync(CancellationToken.None), null);
        }
        catch (InputException fault)
        {
            return (null, ApiErrors.For(fault));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, NotKept(e));
        }
    }

    /// <summary>What is said when the file could not be made, written to its end or given its name.</summary>
    private ApiError NotKept(Exception cause)
    {
        LogNotKept(cause);
        return cause is IOException full && IsDiskFull(full) ? ApiErrors.UploadNoRoom : ApiErrors.UploadNotKept;
    }

    private static bool IsDiskFull(IOException e) => e.HResult is DiskFull or DiskFullOnWindows;

    [LoggerMessage(Level = LogLevel.Error, Message = "An upload could not be kept.")]
    private partial void LogNotKept(Exception cause);
}
