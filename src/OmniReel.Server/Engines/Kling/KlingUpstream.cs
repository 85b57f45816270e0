using OmniReel.Server.Engines.Kling.Wire;
using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Engines.Kling;

/// <summary>One account at the vendor or a relay: what is sent over it is sent once, what is asked over it costs nothing.</summary>
public sealed class KlingUpstream : IUpstream, IDisposable
{
    private readonly KlingConnection _connection;
    private readonly KlingTokens _tokens;
    private readonly KlingQueries _queries;
    private readonly KlingCompass _compass;
    private readonly OnePost _post;

    public KlingUpstream(KlingConnection connection, TimeProvider time)
        : this(connection, time, OnePost.ConnectTime)
    {
    }

    /// <param name="connecting">How long a connection may take.</param>
    internal KlingUpstream(KlingConnection connection, TimeProvider time, TimeSpan connecting)
    {
        _connection = connection;
        _tokens = new KlingTokens(connection.Credentials, time);
        _queries = new KlingQueries(_tokens, connection.Proxy, time);
        _compass = new KlingCompass(connection, _queries);
        _post = new OnePost(connection.Proxy, time) { Connecting = connecting };
    }

    public string Connection => _connection.Name;

    public UpstreamCapabilities Capabilities => _connection.Capabilities;

    public Task<SubmitAnswer> SubmitAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation) => PostAsync(places => places.Videos, body, cancellation);

    public Task<UpstreamSighting> FindAsync(string reference, CancellationToken cancellation) =>
        AskAsync(places => places.Video(reference), answer => QuestionReading.Find(answer, reference), static why => new UpstreamSighting.Unclear(why), cancellation);

    public Task<UpstreamPage> ListAsync(int page, int size, CancellationToken cancellation) =>
        AskAsync(places => places.Page(page, size), QuestionReading.Page, static why => new UpstreamPage(null, why), cancellation);

    public Task<UpstreamReport> PollAsync(string upstreamId, CancellationToken cancellation) =>
        AskAsync(places => places.Video(upstreamId), answer => QuestionReading.Poll(answer, upstreamId), static why => new UpstreamReport(UpstreamStatus.Unclear) { Message = why }, cancellation);

    public void Dispose()
    {
        _compass.Dispose();
        _queries.Dispose();
    }

    /// <summary>As <see cref="SubmitAsync"/>, for an element, which is free.</summary>
    internal Task<SubmitAnswer> CreateElementAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation) => PostAsync(places => places.Elements, body, cancellation);

    /// <summary>An element's task by its id or its reference.</summary>
    internal Task<T> ElementAsync<T>(string id, Func<WireAnswer, T> read, Func<string, T> failed, CancellationToken cancellation) =>
        AskAsync(places => places.Element(id), read, failed, cancellation);

    /// <summary>The free list call, for whoever wants to know whether the connection works.</summary>
    internal async Task<(Bearing Bearing, string? Complaint, DateTimeOffset? Clock)> ProveAsync(CancellationToken cancellation)
    {
        var bearing = await _compass.FindAsync(cancellation);
        if (bearing.Places is not { } places)
            return (bearing, bearing.Why, null);
        var (complaint, clock) = await _queries.AskAsync(
            places.Page(1, 1), static answer => answer is { IsReadable: true, IsGoodStatus: true, IsGoodCode: true } ? null : answer.Told, static why => why, cancellation);
        return (bearing, complaint, clock);
    }

    private async Task<SubmitAnswer> PostAsync(Func<KlingPlaces, Uri> where, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        try
        {
            var bearing = await _compass.FindAsync(cancellation);
            if (bearing.Places is { } places)
                return await _post.SendAsync(where(places), _tokens.Current(), body, cancellation);
            return bearing.IsClosed ? new SubmitAnswer.Rejected(RejectKind.Account, 0, bearing.Why) : new SubmitAnswer.NotSent(bearing.Why);
        }
        catch (OperationCanceledException)
        {
            return new SubmitAnswer.NotSent("it was cut off here");
        }
    }

    private async Task<T> AskAsync<T>(Func<KlingPlaces, Uri> where, Func<WireAnswer, T> read, Func<string, T> failed, CancellationToken cancellation)
    {
        var bearing = await _compass.FindAsync(cancellation);
        return bearing.Places is { } places ? await _queries.GetAsync(where(places), read, failed, cancellation) : failed(bearing.Why);
    }
}
