using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Errors;
using OmniReel.Server.Lab.FakeUpstream.Books;
using OmniReel.Server.Lab.FakeUpstream.Control;
using OmniReel.Server.Lab.FakeUpstream.Faults;
using OmniReel.Server.Lab.FakeUpstream.Films;

namespace OmniReel.Server.Lab.FakeUpstream.Wire;

/// <summary><c>/files/TASK/LINK/film.mp4</c>: the films, whole or broken. Needs no key, as a signed link does not.</summary>
internal sealed class FilmSurface(FakeRoom room, FilmPress press, AnswerSender sender)
{
    public static string Link(HttpContext context, FakeTask task) => $"http://{context.Request.Host}/files/{task.Id}/{task.Link}/film.mp4";

    public async Task ServeAsync(HttpContext context)
    {
        var parts = context.Request.Path.Value!.Split('/');
        if (parts.Length != 5 || room.Paid.ById(parts[2]) is not { } task || parts[4] is not ("film.mp4" or "marked.mp4")
            || task.StatusAt(room.Now()) != TaskStatusWords.Succeed)
        {
            await AnswerSender.SendAsync(context, FakeAnswer.Error(ErrorCode.NotFound));
            return;
        }

        if (parts[3] != task.Link.ToString(CultureInfo.InvariantCulture))
        {
            await ForbidAsync(context);
            return;
        }

        byte[] film;
        try
        {
            film = await press.FilmAsync(task.Order.Film, parts[4] is "film.mp4" ? task.Id : $"{task.Id}/marked");
        }
        catch (FakeUpstreamException failed)
        {
            await AnswerSender.SendAsync(context, FakeAnswer.Error(ErrorCode.Internal, failed.Message));
            return;
        }

        var at = new Occasion(FaultStep.Download, null, task.Reference, task.Id);
        if (room.Meet(at, context) is { } mishap) await SpoilAsync(context, task, film, mishap);
        else await WholeAsync(context, task, film);
    }

    private async Task WholeAsync(HttpContext context, FakeTask task, byte[] film)
    {
        var (from, to) = Range(context.Request.Headers.Range.ToString(), film.Length) ?? (0, film.Length);
        var isPart = to - from < film.Length;
        var answer = new FakeAnswer(isPart ? 206 : 200, isPart ? film[from..to] : film, FakeAnswer.Film, isPart ? ("Content-Range", $"bytes {from}-{to - 1}/{film.Length}") : ("Accept-Ranges", "bytes"));
        var sum = isPart ? Sum(answer.Body) : task.FilmSum ??= context.Request.Path.Value!.EndsWith("/film.mp4", StringComparison.Ordinal) ? Sum(film) : null;
        Write(context, task, answer.Body.Length, sum ?? Sum(film), null);
        await AnswerSender.SendAsync(context, answer);
    }

    private async Task SpoilAsync(HttpContext context, FakeTask task, byte[] film, Mishap mishap)
    {
        var whole = new FakeAnswer(200, film, FakeAnswer.Film).Raw(out var headers);
        switch (mishap.Id)
        {
            case "download-error":
                Write(context, task, 0, null, mishap.Id);
                await AnswerSender.SendAsync(context, FakeAnswer.Gateway((int)mishap.Number("status")));
                break;
            case "url-expired":
                task.KillLink();
                Write(context, task, 0, null, mishap.Id);
                await ForbidAsync(context);
                break;
            case "download-cut":
                var come = (int)Math.Min(film.Length - 1, mishap.Number("bytes"));
                Write(context, task, come, Sum(film.AsSpan(0, come)), mishap.Id);
                await AnswerSender.CutAsync(context, whole.AsMemory(0, headers + come));
                break;
            case "download-slow":
                Write(context, task, film.Length, Sum(film), mishap.Id);
                await sender.TrickleAsync(context, whole, (int)mishap.Number("bytes"), TimeSpan.FromMilliseconds(mishap.Number("ms")));
                break;
            case "download-short":
                await FalseAsync(context, task, film[..(int)Math.Max(0, film.Length - mishap.Number("by"))], mishap);
                break;
            default:
                await FalseAsync(context, task, mishap.Word("how") switch { "html" => FakeAnswer.Gateway(200).Body, "zeros" => new byte[65_536], _ => [] }, mishap);
                break;
        }
    }

    private async Task FalseAsync(HttpContext context, FakeTask task, byte[] body, Mishap mishap)
    {
        Write(context, task, body.Length, Sum(body), mishap.Id);
        await AnswerSender.SendAsync(context, new FakeAnswer(200, body, FakeAnswer.Film));
    }

    private static Task ForbidAsync(HttpContext context) => AnswerSender.SendAsync(context, new FakeAnswer(403, "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>"u8.ToArray(), "application/xml"));

    private void Write(HttpContext context, FakeTask task, long bytes, string? sum, string? fault)
    {
        room.Tally.Served(bytes);
        room.Journal.Append(new JournalEntry
        {
            Kind = "download", At = room.Now(), Connection = FakeRoom.Connection(context), Path = context.Request.Path, Reference = task.Reference, TaskId = task.Id, Bytes = bytes, FilmSum = sum, Fault = fault,
        });
    }

    private static string Sum(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The one range of <c>bytes=FROM-</c> or <c>bytes=FROM-TO</c>, its end excluded; null for all.</summary>
    private static (int From, int To)? Range(string header, int length)
    {
        if (!header.StartsWith("bytes=", StringComparison.Ordinal)) return null;
        var ends = header["bytes=".Length..].Split('-');
        if (ends.Length != 2 || !int.TryParse(ends[0], out var from) || from >= length) return null;
        return (from, int.TryParse(ends[1], out var last) ? Math.Min(last + 1, length) : length);
    }
}
