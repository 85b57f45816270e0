using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Errors;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Server.Http.Answers;

/// <summary>
/// Writes every answer's envelope, <c>{code, message, request_id, data}</c>: whole in memory first, so that it carries its length and
/// nothing half-written ever leaves.
/// </summary>
internal static class AnswerWriter
{
    // One buffer a thread: an answer is serialized and copied out without an await between.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? t_json;

    /// <summary>A good answer with data.</summary>
    public static Task OkAsync<T>(HttpContext context, T data, JsonTypeInfo<T> type)
    {
        var json = Begin(0, Envelope.Success, context.TraceIdentifier);
        json.WritePropertyName("data"u8);
        JsonSerializer.Serialize(json, data, type);
        return SendAsync(context, StatusCodes.Status200OK);
    }

    /// <summary>A good answer without data.</summary>
    public static Task OkAsync(HttpContext context)
    {
        Begin(0, Envelope.Success, context.TraceIdentifier);
        return SendAsync(context, StatusCodes.Status200OK);
    }

    /// <summary>A refusal or failure, in the caller's language.</summary>
    public static Task ErrorAsync(HttpContext context, ApiError error)
    {
        if (error.Field is not null) return ErrorsAsync(context, [error]);
        Begin((int)error.Code, error.In(context.Language()), context.TraceIdentifier);
        return SendErrorAsync(context, error);
    }

    /// <summary>Several fields at fault: all of them at once, the first one as the answer's message.</summary>
    public static Task ErrorsAsync(HttpContext context, IReadOnlyList<ApiError> errors)
    {
        var language = context.Language();
        return ErrorAsync(context, errors[0], new ErrorData { Errors = [.. errors.Select(error => error.Violation(language))] }, WireContext.Default.ErrorData);
    }

    /// <summary>A refusal with data.</summary>
    public static Task ErrorAsync<T>(HttpContext context, ApiError error, T data, JsonTypeInfo<T> type)
    {
        var json = Begin((int)error.Code, error.In(context.Language()), context.TraceIdentifier);
        json.WritePropertyName("data"u8);
        JsonSerializer.Serialize(json, data, type);
        return SendErrorAsync(context, error);
    }

    /// <summary>A body that breaks rules or cannot be read: all of it at once.</summary>
    public static Task RefusedAsync(HttpContext context, ReadOutcome read) =>
        ErrorAsync(context, new ApiError(ErrorCode.BadValue, read.Message, read.Message), ErrorData.Of(read), WireContext.Default.ErrorData);

    /// <summary>The language that the caller reads best.</summary>
    public static Language Language(this HttpContext context) => LanguageTags.FromHeader(context.Request.Headers.AcceptLanguage.ToString());

    private static Utf8JsonWriter Begin(int code, string message, string requestId)
    {
        t_buffer ??= new ArrayBufferWriter<byte>(4096);
        t_json ??= new Utf8JsonWriter(t_buffer, WireJson.Options);
        t_buffer.ResetWrittenCount();
        t_json.Reset(t_buffer);
        t_json.WriteStartObject();
        t_json.WriteNumber("code"u8, code);
        t_json.WriteString("message"u8, message);
        t_json.WriteString("request_id"u8, requestId);
        return t_json;
    }

    private static Task SendErrorAsync(HttpContext context, ApiError error)
    {
        if (error.RetryAfter is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString();
        if (error.Status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
        return SendAsync(context, error.Status);
    }

    private static Task SendAsync(HttpContext context, int status)
    {
        t_json!.WriteEndObject();
        t_json.Flush();

        var response = context.Response;
        var bytes = t_buffer!.WrittenSpan;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        response.BodyWriter.Write(bytes);

        // An answer of half a megabyte is rare (a long list); do not let it stay with the thread.
        if (t_buffer.Capacity > 1 << 19) (t_buffer, t_json) = (null, null);
        var flushing = response.BodyWriter.FlushAsync(context.RequestAborted);
        return flushing.IsCompletedSuccessfully ? Task.CompletedTask : flushing.AsTask();
    }
}
