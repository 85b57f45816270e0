using OmniReel.Contract.Requests;
using OmniReel.Media.Encoding;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Engines.Kling.Elements;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Checking;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Kling.Orders;

/// <summary>
/// Gets requests ready to be sent. All inputs are fetched and checked first, as for any other engine: what would be refused is refused
/// before money is spent. Then those that the upstream can fetch itself are named to it, pictures that it cannot go along in the body, and
/// a video that it cannot goes as a link to this server.
/// </summary>
/// <param name="stored">Reads a task's stored body.</param>
/// <param name="room">For the bodies that are being sent.</param>
internal sealed class KlingOrders(
    TaskInputs inputs, UpstreamElements elements, UpstreamReach reach, IArtifactStore artifacts, IUpstreamHints hints,
    Func<VideoTask, CancellationToken, ValueTask<ReadOnlyMemory<byte>>> stored, BodyRoom room)
{
    private const int PercentWhenReady = 5;

    /// <summary>Pixels a side of what is kept of a first frame that is only tried.</summary>
    private const int TriedSide = 16;

    /// <summary>As <see cref="IPaidWork.PrepareAsync"/>.</summary>
    public async Task<IPaidOrder> PrepareAsync(EngineAttempt attempt, IProgress<int> percent, CancellationToken cancellation)
    {
        var (task, request, body, slot) = attempt;
        slot.Leave();
        try
        {
            // Before the inputs are prepared, since the body is let go of then; where no picture lies in it, that was done already.
            var bytes = body.IsHeld ? body.Bytes : await stored(task, cancellation);
            var written = KlingRequest.Of(bytes.Span, request);
            var prepared = await inputs.PrepareAsync(task.Tenant, task.CreatedAt, request, body, new SharesToPercent(percent), cancellation);
            try
            {
                body.Dispose();
                if (prepared.FirstFrame is { } first)
                    await prepared.DecodeAsync(first, TriedSide, TriedSide, cancellation);
                return new KlingOrder(written, await FillAsync(task, request, written, prepared, cancellation), prepared, hints, room);
            }
            catch
            {
                prepared.Dispose();
                throw;
            }
        }
        catch (InputsRefusedException e)
        {
            throw new EngineRefusedException(e.In(task.Facts.Language));
        }
        catch (InputsBusyException e)
        {
            throw new EngineBusyException(e.Message, e);
        }
        catch (FfmpegException e) when (e.IsMissing)
        {
            throw new EngineRefusedException(TaskMessages.EncoderMissing(task.Facts.Language), e);
        }
        catch (Exception e) when (e is FfmpegException or SandboxException or IOException)
        {
            throw new EngineTroubleException("An input could not be looked at.", e);
        }
    }

    /// <summary>Takes away what was kept for the upstream to fetch.</summary>
    public void Forget(VideoTask task) => artifacts.Remove(GivenFilm(task));

    private static string GivenFilm(VideoTask task) => $"{task.Id}-given";

    private async Task<List<PlaceValue>> FillAsync(VideoTask task, VideoRequest request, KlingRequest written, PreparedInputs prepared, CancellationToken cancellation)
    {
        var values = new List<PlaceValue>(written.Places.Count);
        foreach (var place in written.Places)
        {
            values.Add(place.Kind switch
            {
                PlaceKind.Picture => await PictureAsync(request.Images[place.At], prepared.Pictures[place.At], cancellation),
                PlaceKind.Element => PlaceValue.Number(await elements.BringAsync(task, request.Elements[place.At], place.At, cancellation)),
                _ => PlaceValue.Text(await FilmAsync(task, request.Video!.Url, prepared.Film!, cancellation)),
            });
        }

        return values;
    }

    private async Task<PlaceValue> PictureAsync(ImageInput asked, PictureInput here, CancellationToken cancellation) =>
        asked.Url is { } url && reach.OwnArtifact(url) is null && await reach.ReachesAsync(url, cancellation)
            ? PlaceValue.Text(url)
            : PlaceValue.File(here.File.Path, here.File.Bytes);

    private async Task<string> FilmAsync(VideoTask task, string url, FilmInput here, CancellationToken cancellation)
    {
        if (reach.OwnArtifact(url) is { } own)
            return reach.Link(own, task.CreatedAt, BeginOf(url)) ?? throw Unreachable(task, here);
        if (await reach.ReachesAsync(url, cancellation))
            return url;
        var link = reach.Link(GivenFilm(task), task.CreatedAt, inside: null) ?? throw Unreachable(task, here);
        var draft = artifacts.NewDraft(".mp4");
        File.Copy(here.File.Path, draft);
        await artifacts.CommitAsync(draft, GivenFilm(task), "video/mp4", cancellation);
        return link;
    }

    private static string BeginOf(string url) => url[..url.IndexOf("/files/", StringComparison.Ordinal)];

    private static EngineRefusedException Unreachable(VideoTask task, FilmInput here) => new(OrderMessages.NoPublicAddress(task.Facts.Language, here.Field));

    private sealed class SharesToPercent(IProgress<int> percent) : IProgress<double>
    {
        public void Report(double value) => percent.Report((int)(value * PercentWhenReady));
    }
}
