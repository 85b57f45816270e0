using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Inputs.Uploads;

namespace OmniReel.Server.Http.Uploads;

/// <summary>Finds the file in the body of an upload: the body itself, or the one file of a form.</summary>
internal static class UploadForm
{
    private const int LongestBoundary = 128;
    private const int MostFields = 32;

    /// <summary>Reads the file into the draft. What is wrong with the form is returned; a body that breaks off throws.</summary>
    public static async Task<ApiError?> ReadAsync(HttpRequest request, UploadIntake.UploadDraft draft)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            await draft.ReadAsync(request.Body, request.HttpContext.RequestAborted);
            return null;
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) || boundary.Length is 0 or > LongestBoundary) return ApiErrors.UploadForm;
        return await ReadAsync(new MultipartReader(boundary.ToString(), request.Body), draft, request.HttpContext.RequestAborted);
    }

    private static async Task<ApiError?> ReadAsync(MultipartReader form, UploadIntake.UploadDraft draft, CancellationToken cancellation)
    {
        var isFound = false;
        for (var fields = 0; await form.ReadNextSectionAsync(cancellation) is { } section; fields++)
        {
            if (fields >= MostFields) return ApiErrors.UploadForm;
            var isFile = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) && disposition.IsFileDisposition();
            // What else a form holds is read over, and not kept.
            if (!isFile) continue;
            if (isFound) return ApiErrors.UploadForm;
            isFound = true;
            await draft.ReadAsync(section.Body, cancellation);
        }

        return isFound ? null : ApiErrors.UploadForm;
    }
}
