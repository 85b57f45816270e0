using OmniReel.Server.Artifacts;
using OmniReel.Server.Inputs.Fetching;

namespace OmniReel.Server.Inputs.Uploads;

/// <summary>Takes uploads in: recognised, counted and paid for from the quota while they come, durable when they are done.</summary>
internal sealed class UploadIntake(IArtifactStore artifacts, UploadIndex index, UploadSettings settings, IUnfinishedWork work, TimeProvider time)
{
    /// <summary>The field that faults name.</summary>
    public const string Field = "file";

    /// <summary>Begins an upload; nothing of it stays unless it is finished.</summary>
    public async Task<UploadDraft> BeginAsync(string tenant, CancellationToken cancellation)
    {
        await SweepAsync(_ => { }, cancellation);
        return new UploadDraft(this, tenant, artifacts.NewDraft(".upload"));
    }

    /// <summary>
    /// Deletes what has expired and what nothing that was accepted before still needs: the file first, so that no file is left that
    /// nobody knows of. One that cannot be deleted stays until the next time.
    /// </summary>
    /// <param name="missed">Told why, for each that stays.</param>
    /// <returns>How many were deleted.</returns>
    public async Task<int> SweepAsync(Action<Exception> missed, CancellationToken cancellation)
    {
        var swept = 0;
        foreach (var upload in await OverAsync(missed, cancellation))
        {
            try
            {
                artifacts.Remove(upload.Id);
                index.Remove(upload);
                swept++;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                missed(e);
            }
        }

        return swept;
    }

    // Whoever was accepted before an end, or so soon after it that it was read before, may still come for the file.
    private async Task<IReadOnlyList<Upload>> OverAsync(Action<Exception> missed, CancellationToken cancellation)
    {
        var before = time.GetUtcNow() - SignedLinks.Grace;
        if (index.Expired(before.ToUnixTimeSeconds()).Count == 0) return [];
        try
        {
            var oldest = await work.OldestAsync(cancellation) is { } accepted ? DateTimeOffset.FromUnixTimeMilliseconds(accepted) - SignedLinks.Grace : before;
            return index.Expired((oldest < before ? oldest : before).ToUnixTimeSeconds());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            missed(e);
            return [];
        }
    }

    private async Task<Upload> KeepAsync(string tenant, InputFile file, string contentType, CancellationToken cancellation)
    {
        var ends = (time.GetUtcNow() + settings.Life).ToUnixTimeSeconds();
        var upload = new Upload("up-" + Guid.NewGuid().ToString("n"), tenant, file.Bytes, ends);
        // The record first: a crash between the two leaves a record without a file, which ends by itself.
        await Task.Run(() => Add(upload, file), cancellation);
        try
        {
            await artifacts.CommitAsync(file.Path, upload.Id, contentType, cancellation);
            return upload;
        }
        catch
        {
            File.Delete(file.Path);
            index.Remove(upload);
            throw;
        }
    }

    private void Add(Upload upload, InputFile file)
    {
        try
        {
            index.Add(upload);
        }
        catch
        {
            index.Release(upload.Tenant, UploadIndex.Charge(upload.Bytes));
            File.Delete(file.Path);
            throw;
        }
    }

    /// <summary>An upload that is under way.</summary>
    internal sealed class UploadDraft(UploadIntake intake, string tenant, string path) : IAsyncDisposable
    {
        private const int Piece = 64 << 10;

        private readonly InputDraft _draft = new(path, null, Field);
        private long _reserved;

        /// <summary>Reads a stream to its end. Throws <see cref="InputException"/> as soon as it cannot become an upload.</summary>
        public async Task ReadAsync(Stream from, CancellationToken cancellation)
        {
            var buffer = new byte[Piece];
            int read;
            while ((read = await from.ReadAsync(buffer, cancellation)) > 0)
            {
                if (!intake.Reserve(tenant, read)) throw intake.OverQuota();
                _reserved += read;
                await _draft.AddAsync(buffer.AsMemory(0, read), cancellation);
            }

            var rest = UploadIndex.Charge(_reserved) - _reserved;
            if (!intake.Reserve(tenant, rest)) throw intake.OverQuota();
            _reserved += rest;
        }

        /// <summary>Makes it durable.</summary>
        public async Task<Upload> FinishAsync(CancellationToken cancellation)
        {
            var file = await _draft.FinishAsync();
            // From here on the record answers for the bytes, also where keeping it fails.
            _reserved = 0;
            return await intake.KeepAsync(tenant, file, _draft.ContentType, cancellation);
        }

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            await _draft.DisposeAsync();
            if (_reserved > 0) intake.Release(tenant, _reserved);
        }
    }

    private bool Reserve(string tenant, long bytes) => index.TryReserve(tenant, bytes);

    private void Release(string tenant, long bytes) => index.Release(tenant, bytes);

    private InputException OverQuota() => InputFaults.OverQuota(Field, settings.Quota, settings.Life);
}
