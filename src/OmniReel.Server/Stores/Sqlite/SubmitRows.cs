using System.Globalization;
using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The columns of a submit and of a strange film, and how they are read.</summary>
internal static class SubmitRows
{
    /// <summary>In the order that <see cref="Read"/> expects.</summary>
    public const string Columns =
        "id, task_id, tenant, sequence, connection, reference, body_sum, state, sent_at, settles_at, updated_at, upstream_id, units, note, film_url";

    /// <summary>In the order that <see cref="ReadStranger"/> expects.</summary>
    public const string StrangerColumns = "connection, upstream_id, reference, created_at, found_at, note";

    public static Submit Read(SqliteStatement row) => new()
    {
        Id = row.Long(0),
        TaskId = row.Long(1),
        Tenant = row.Text(2),
        Sequence = row.Int(3),
        Connection = row.Text(4),
        Reference = row.Text(5),
        BodySum = row.Text(6),
        State = (SubmitState)row.Int(7),
        SentAt = row.Long(8),
        SettlesAt = row.Long(9),
        UpdatedAt = row.Long(10),
        UpstreamId = row.TextOrNull(11),
        Units = decimal.Parse(row.Text(12), NumberStyles.Number, CultureInfo.InvariantCulture),
        Note = row.Text(13),
        FilmUrl = row.TextOrNull(14),
    };

    public static StrangeFilm ReadStranger(SqliteStatement row) =>
        new(row.Text(0), row.Text(1), row.Text(2), row.Long(3), row.Long(4), row.Text(5));

    /// <summary>The one row of a statement that is bound; null for none.</summary>
    public static Submit? One(SqliteStatement bound)
    {
        if (!bound.Step())
            return null;
        var submit = Read(bound);
        // To its end: a write that is left at its row is not made.
        bound.Run();
        return submit;
    }

    /// <summary>All rows of a statement that is bound.</summary>
    public static List<Submit> All(SqliteStatement bound)
    {
        var submits = new List<Submit>();
        while (bound.Step())
            submits.Add(Read(bound));
        return submits;
    }
}
