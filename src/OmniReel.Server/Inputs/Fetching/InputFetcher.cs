using System.Buffers;
using System.Buffers.Text;
using Microsoft.Extensions.Logging;
using OmniReel.Server.Artifacts;

namespace OmniReel.Server.Inputs.Fetching;

/// <summary>Brings inputs here: from the web, from our own artifacts, or out of the body.</summary>
internal sealed partial class InputFetcher(WebFetch web, FetchSlots slots, SignedLinks links, IArtifactStore artifacts, ILogger<InputFetcher> log) : IInputFetcher
{
    private const int Piece = 64 << 10;

    /// <inheritdoc/>
    public async Task<InputFile> FetchAsync(FetchShare share, long acceptedAt, string url, InputMedia media, string field, string folder, CancellationToken cancellation)
    {
        // Good when it was accepted is good however long it waited: the upload is kept as long.
        if (links.Find(url, DateTimeOffset.FromUnixTimeMilliseconds(acceptedAt) - SignedLinks.Grace) is { } own)
            return await CopyAsync(own.Artifact, own.Verdict, media, field, folder, cancellation);
        using var slot = await slots.OfShareAsync(share, cancellation);
        try
        {
            return await web.FetchAsync(url, media, field, folder, cancellation);
        }
        catch (InputException fault)
        {
            LogFailed(field, fault.Rule, fault.InnerException?.Message ?? fault.Message);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<InputFile> DecodeAsync(ReadOnlyMemory<byte> inline, string field, string folder, CancellationToken cancellation)
    {
        await using var draft = InputDraft.In(folder, InputMedia.Image, field);
        var text = new InlineText(inline);
        var encoded = ArrayPool<byte>.Shared.Rent(Piece);
        var decoded = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            // A multiple of four in every piece but the last, so that no group of Base64 is cut.
            for (var isLast = false; !isLast;)
            {
                var length = text.Read(encoded.AsSpan(0, Piece));
                isLast = length < Piece;
                if (length < 0 || Base64.DecodeFromUtf8(encoded.AsSpan(0, length), decoded, out _, out var written) != OperationStatus.Done)
                    throw InputFaults.Unsupported(field, InputMedia.Image);
                await draft.AddAsync(decoded.AsMemory(0, written), cancellation);
            }

            return await draft.FinishAsync();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(encoded);
            ArrayPool<byte>.Shared.Return(decoded);
        }
    }

    private async Task<InputFile> CopyAsync(string artifact, LinkVerdict verdict, InputMedia media, string field, string folder, CancellationToken cancellation)
    {
        if (verdict != LinkVerdict.Good || artifacts.Find(artifact) is not { } found) throw InputFaults.LinkOver(field);
        await using var from = artifacts.Open(found);
        await using var draft = InputDraft.In(folder, media, field, found.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, cancellation)) > 0) await draft.AddAsync(buffer.AsMemory(0, read), cancellation);
            return await draft.FinishAsync();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // What is too precise for the caller is for the operator. The URL may hold a signature, and is not told.
    [LoggerMessage(Level = LogLevel.Information, Message = "An input ({Field}) could not be had: {Rule}: {Cause}")]
    private partial void LogFailed(string field, string rule, string cause);
}
