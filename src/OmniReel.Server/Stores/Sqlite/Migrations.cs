using System.Globalization;
using System.Reflection;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>Brings a database file to the schema of this program: numbered SQL files, each in a transaction, never edited once published.</summary>
internal static class Migrations
{
    private const string Folder = ".Stores.Sqlite.Migrations.";

    /// <summary>The scripts in order; the first is number 1.</summary>
    public static IReadOnlyList<string> Known()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.Contains(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return reader.ReadToEnd();
                }),
        ];
    }

    /// <summary>Applies what is missing. Throws <see cref="DataFolderException"/> for a file from a newer program.</summary>
    public static void Apply(SqliteDatabase database, string path, IReadOnlyList<string> scripts)
    {
        var present = int.Parse(database.Ask("PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (present > scripts.Count)
            throw new DataFolderException(
                $"The database {path} has schema {present}, and this program knows {scripts.Count} at most. Start the newer program that wrote it, or restore a backup.");

        for (var next = present; next < scripts.Count; next++)
        {
            database.Run("BEGIN EXCLUSIVE");
            try
            {
                database.Run(scripts[next]);
                database.Run($"PRAGMA user_version = {next + 1}");
                database.Run("COMMIT");
            }
            catch
            {
                if (!database.IsIdle)
                    database.Run("ROLLBACK");
                throw;
            }
        }
    }
}
