using System.Diagnostics;
using System.Text;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using OmniReel.Benchmarks.Load;
using OmniReel.Server.Tasks;

namespace OmniReel.Benchmarks.Api;

/// <summary>
/// Tasks a second of one SQLite writer that commits whatever has gathered (WAL, <c>synchronous=FULL</c>) into the server's own
/// tables, fed by 64 callers that each wait for their commit: what disk and database give when nothing else is done.
/// </summary>
internal static class RawGroupCommit
{
    private const int Callers = 64;
    private const int Largest = 256;

    public static async Task<double> MeasureAsync(string folder, TimeSpan length)
    {
        var path = Path.Combine(folder, "raw.db");
        foreach (var old in (string[])["", "-wal", "-shm"])
            File.Delete(path + old);
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;" + Schema());

        var queue = Channel.CreateUnbounded<TaskCompletionSource>(new UnboundedChannelOptions { SingleReader = true });
        using var stop = new CancellationTokenSource(length, TimeProvider.System);
        var began = Stopwatch.GetTimestamp();
        var writer = Task.Run(() => WriteAsync(connection, queue.Reader));
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await queue.Writer.WriteAsync(done, CancellationToken.None);
                await done.Task;
            }
        })));
        queue.Writer.Complete();
        var rows = await writer;
        return rows / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<long> WriteAsync(SqliteConnection connection, ChannelReader<TaskCompletionSource> queue)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = """
            INSERT INTO tasks (id, tenant, external_task_id, status, facts, created_at, updated_at, queue_place)
                VALUES ($id, 'default', $external, 0, $facts, 1795000000000, 1795000000000, $place);
            INSERT INTO bodies (queue_place, body) VALUES ($place, $body);
            """;
        var id = insert.Parameters.Add("$id", SqliteType.Integer);
        var external = insert.Parameters.Add("$external", SqliteType.Text);
        var place = insert.Parameters.Add("$place", SqliteType.Integer);
        insert.Parameters.AddWithValue("$facts", new string('x', 220));
        insert.Parameters.AddWithValue("$body", Encoding.UTF8.GetBytes(LuaScript.Body));
        insert.Prepare();

        var rows = 0L;
        var group = new List<TaskCompletionSource>(Largest);
        while (await queue.WaitToReadAsync())
        {
            Execute(connection, "BEGIN IMMEDIATE");
            while (group.Count < Largest && queue.TryRead(out var caller))
            {
                rows++;
                id.Value = 100_000_000_000_000_000 + (rows * 7919);
                external.Value = "raw-" + rows;
                place.Value = rows;
                insert.ExecuteNonQuery();
                group.Add(caller);
            }

            Execute(connection, "COMMIT");
            group.ForEach(caller => caller.SetResult());
            group.Clear();
        }

        return rows;
    }

    /// <summary>The server's migrations, as they lie in its assembly.</summary>
    private static string Schema()
    {
        var assembly = typeof(ITaskStore).Assembly;
        return string.Concat(assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }));
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
