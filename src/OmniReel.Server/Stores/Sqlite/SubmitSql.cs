using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The transition table of submits as SQL: no statement spells a state by itself.</summary>
internal static class SubmitSql
{
    private static readonly SubmitState[] s_films = [SubmitState.Accepted, SubmitState.Delivered, SubmitState.FailedThere];

    /// <summary>True for rows that may be paid for while their task waits; written as the partial indexes are.</summary>
    public static string IsOpen { get; } = In(SubmitLifecycle.Open);

    /// <summary>True for rows of tasks that have one of those.</summary>
    public static string IsPaid { get; } = $"EXISTS (SELECT 1 FROM submits INDEXED BY submits_open WHERE submits.task_id = tasks.id AND {IsOpen})";

    /// <summary>True for rows whose film at the upstream is theirs alone; written as the partial index is.</summary>
    public static string HasFilm { get; } = In(s_films);

    /// <summary>The number that a state is stored as.</summary>
    public static int Number(SubmitState state) => (int)state;

    /// <summary>True for rows in which the event may happen.</summary>
    public static string May(SubmitEvent on) => In(SubmitLifecycle.Sources(on));

    /// <summary>The event leads to a state in which a film is one submit's alone.</summary>
    public static bool GivesFilm(SubmitEvent on) => s_films.Contains(SubmitLifecycle.Target(on));

    /// <summary>The assignment that the event makes.</summary>
    public static string Becomes(SubmitEvent on) => $"state = {Number(SubmitLifecycle.Target(on))}";

    private static string In(IEnumerable<SubmitState> states) => $"state IN ({string.Join(", ", states.Select(Number))})";
}
