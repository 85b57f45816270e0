using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Callbacks.Sending;
using OmniReel.Server.Callbacks.Signing;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http.Callbacks;

/// <summary><c>POST /v1/callbacks/rotate-secret</c> and <c>/test</c>: what one needs to set up a receiver.</summary>
internal sealed class CallbackSetup(SigningSecrets secrets, CallbackSender sender, CallbackRequests requests, Gate gate, TimeProvider time) : IEndpoints, IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    public void Map(RouteTable routes)
    {
        routes.Add("/v1/callbacks/rotate-secret", new Verbs { Post = gate.Keyed((context, _) => RotateAsync(context)) });
        routes.Add("/v1/callbacks/test", new Verbs { Post = gate.Keyed((context, _) => TestAsync(context)) });
    }

    public void Dispose() => _one.Dispose();

    private Task RotateAsync(HttpContext context)
    {
        try
        {
            var made = secrets.Rotate();
            context.Response.Headers.CacheControl = "no-store";
            return AnswerWriter.OkAsync(context, new RotationData { Secret = made.Secret, PreviousUntil = made.PreviousUntil }, WireContext.Default.RotationData);
        }
        catch (SecretIsGivenException)
        {
            return AnswerWriter.ErrorAsync(context, CallbackErrors.SecretIsGiven);
        }
    }

    private async Task TestAsync(HttpContext context)
    {
        var (wish, error) = await requests.BodyAsync(context.Request, WireContext.Default.CallbackTestRequest);
        if (wish is not null && !(Uri.TryCreate(wish.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")) error = CallbackErrors.Url;
        if (error is not null)
        {
            await AnswerWriter.ErrorAsync(context, error);
            return;
        }

        // One at a time: a test is for a person who waits for it, not a way to send requests by the thousand.
        if (!await _one.WaitAsync(TimeSpan.Zero, context.RequestAborted))
        {
            await AnswerWriter.ErrorAsync(context, CallbackErrors.TestUnderWay);
            return;
        }

        try
        {
            var result = await sender.SendAsync(wish!.Url!, "whm_test_" + Guid.NewGuid().ToString("N"), Sample(), context.RequestAborted);
            await AnswerWriter.OkAsync(context, Shown(result), WireContext.Default.AttemptData);
        }
        finally
        {
            _one.Release();
        }
    }

    private AttemptData Shown(SendResult result) => new()
    {
        At = Now,
        Delivered = result.Verdict == SendVerdict.Delivered,
        Status = result.Status,
        Reason = result.Reason,
        Answer = result.Answer.Length > 0 ? result.Answer : null,
    };

    // As the vendor's test: a task that was only just submitted.
    private byte[] Sample() => WireJson.ToUtf8(
        new CallbackBody
        {
            TaskId = "100000000000000000",
            TaskStatus = TaskStatusWords.Submitted,
            TaskStatusMsg = "",
            CreatedAt = Now,
            UpdatedAt = Now,
            FinalUnitDeduction = "0",
            TaskInfo = new TaskInfo { ExternalTaskId = "test" },
            TaskResult = TaskResultData.None,
        },
        WireContext.Default.CallbackBody);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
