using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Bodies;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Callbacks;

/// <summary>Reads what requests about callbacks ask for.</summary>
internal sealed class CallbackRequests(BodyReader bodies)
{
    /// <summary>A body as an object; else what is wrong with it.</summary>
    public async ValueTask<(T? Value, ApiError? Error)> BodyAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        using var body = await bodies.ReadAsync(request);
        if (body.Fault != BodyFault.None) return (null, ApiErrors.For(body.Fault));
        try
        {
            return JsonSerializer.Deserialize(body.Bytes.Span, type) is { } value ? (value, null) : (null, CallbackErrors.Body);
        }
        catch (JsonException)
        {
            return (null, CallbackErrors.Body);
        }
    }

    /// <summary>The filter that the words name; false with the refusal.</summary>
    public static bool TryFilter(string? state, string? taskId, long? since, out DeliveryFilter filter, out ApiError error)
    {
        filter = new DeliveryFilter(Since: since);
        error = CallbackErrors.State;
        if (state is { Length: > 0 })
        {
            if (!CallbackShape.TryState(state, out var named)) return false;
            filter = filter with { State = named };
        }

        error = CallbackErrors.TaskId;
        if (taskId is { Length: > 0 })
        {
            if (!TaskIds.TryParse(taskId, out var id)) return false;
            filter = filter with { TaskId = id };
        }

        error = CallbackErrors.Since;
        return since is null or >= 0;
    }

    /// <summary>The filter of a query; false with the refusal.</summary>
    public static bool TryFilter(IQueryCollection query, out DeliveryFilter filter, out ApiError error)
    {
        var since = query["since"].ToString();
        var isNumber = long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var from);
        return TryFilter(query["state"], query["task_id"], since.Length == 0 ? null : isNumber ? from : -1, out filter, out error);
    }
}
