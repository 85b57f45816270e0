using System.Globalization;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>Opens connections to one database file with the settings that our promises rest on, and checks that they took.</summary>
internal static class SqliteFile
{
    /// <summary>The one writing connection, its schema brought up to date.</summary>
    public static SqliteDatabase OpenWriter(string path)
    {
        SqliteDatabase? database = null;
        try
        {
            database = SqliteDatabase.OpenWriter(path);
            // FULL is what makes a commit survive power loss in WAL mode; NORMAL would lose acknowledged tasks. The writer folds its log itself.
            database.Run("""
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA fullfsync = ON;
                PRAGMA checkpoint_fullfsync = ON;
                PRAGMA foreign_keys = ON;
                PRAGMA wal_autocheckpoint = 0;
                PRAGMA journal_size_limit = 67108864;
                PRAGMA temp_store = MEMORY;
                PRAGMA cache_size = -16384;
                """);
            Expect(database, path, "journal_mode", "wal");
            Expect(database, path, "synchronous", "2");
            Expect(database, path, "foreign_keys", "1");
            Migrations.Apply(database, path, Migrations.Known());
            return database;
        }
        catch (SqliteFault fault)
        {
            database?.Dispose();
            throw new DataFolderException($"The database {path} cannot be opened: {fault.Message}", fault);
        }
        catch
        {
            database?.Dispose();
            throw;
        }
    }

    /// <summary>A connection that can only read.</summary>
    public static SqliteDatabase OpenReader(string path)
    {
        var database = SqliteDatabase.OpenReader(path);
        try
        {
            database.Run("PRAGMA query_only = ON; PRAGMA cache_size = -4096; PRAGMA temp_store = MEMORY;");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static void Expect(SqliteDatabase database, string path, string setting, string wanted)
    {
        var found = database.Ask(string.Create(CultureInfo.InvariantCulture, $"PRAGMA {setting}"));
        if (found != wanted)
            throw new DataFolderException($"The database {path} runs with {setting} = {found}, and tasks are only safe with {wanted}. Put the data folder on a local disk.");
    }
}
