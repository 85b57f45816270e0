using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OmniReel.Server.Lab.Rooms;

namespace OmniReel.Server.Http.Lab;

/// <summary>Writes requests into the journals of their tests.</summary>
internal sealed class LabNotes(TimeProvider time)
{
    private static readonly string[] s_secret = ["authorization", "cookie", "csrf", "secret", "token", "signature", "api-key", "apikey"];

    /// <summary>Writes a request down as it came; disposed of, with what became of it.</summary>
    public LabNote Begin(HttpContext context, LabVisit visit)
    {
        var request = context.Request;
        var body = new HeardStream(request.Body);
        request.Body = body;
        var start = time.GetTimestamp();
        var number = visit.Room.Journal.Add(number => new LabEntry
        {
            Number = number,
            At = time.GetUtcNow().ToUnixTimeMilliseconds(),
            LabAt = visit.Room.Clock.GetUtcNow().ToUnixTimeMilliseconds(),
            Kind = visit.Kind,
            Method = request.Method,
            Path = PathOf(context),
            Headers = request.Headers.ToDictionary(one => one.Key, one => Shown(one.Key, one.Value.ToString()), StringComparer.OrdinalIgnoreCase),
            RequestId = context.TraceIdentifier,
        });
        var note = new LabNote(context, visit, body, (note, status) => visit.Room.Journal.Change(number, entry => entry with
        {
            Body = IsText(request.ContentType) ? body.Text : null,
            BodyBytes = body.Length,
            Status = status,
            Ms = status is null ? null : Math.Round(time.GetElapsedTime(start).TotalMilliseconds, 3),
            Fault = note.Fault,
        }));
        // Whoever has the answer finds it in the journal.
        context.Response.OnStarting(note.BeginAsync);
        return note;
    }

    private static string PathOf(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var sig = target.IndexOf("sig=", StringComparison.Ordinal);
        if (sig < 0) return target;
        var end = target.IndexOf('&', sig);
        return $"{target[..sig]}sig=***{(end < 0 ? "" : target[end..])}";
    }

    private static string Shown(string name, string value)
    {
        if (!Array.Exists(s_secret, word => name.Contains(word, StringComparison.OrdinalIgnoreCase))) return value;
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? value[..space] + " ***" : "***";
    }

    private static bool IsText(string? type) =>
        string.IsNullOrEmpty(type) || type.Contains("json", StringComparison.OrdinalIgnoreCase) || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A request that is under way.</summary>
internal sealed class LabNote(HttpContext context, LabVisit visit, HeardStream body, Action<LabNote, int?> end) : IDisposable
{
    /// <summary>The fault that it met; null for none.</summary>
    public string? Fault { get; set; }

    /// <summary>It came to an answer; otherwise it broke.</summary>
    public bool IsOver { get; set; }

    /// <summary>Reads what nobody has read, for the journal.</summary>
    public Task HearAsync() => body.ReadRestAsync(context.RequestAborted);

    /// <summary>The answer begins; it does so even where nobody is connected any more.</summary>
    public Task BeginAsync()
    {
        if (!visit.IsCut) end(this, context.Response.StatusCode);
        return Task.CompletedTask;
    }

    /// <summary>Cuts the connection, once it is written down: whoever sees the cut finds it in the journal.</summary>
    public void Cut()
    {
        visit.IsCut = true;
        end(this, null);
        context.Abort();
    }

    public void Dispose()
    {
        // A client that has all of its answer may be gone already.
        int? broken = context.RequestAborted.IsCancellationRequested ? null : StatusCodes.Status500InternalServerError;
        end(this, visit.IsCut ? null : IsOver ? context.Response.StatusCode : broken);
    }
}
