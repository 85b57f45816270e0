using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OmniReel.Tests.EndToEnd.Durability.Traces;

/// <summary>
/// Reads what <c>strace -f -ttt -yy -qq</c> wrote. Its lines come in the order in which the tracer let the calls begin and saw them end,
/// with each thread halted meanwhile: an end that stands before a begin truly was before it.
/// </summary>
internal sealed partial class TraceReader
{
    private readonly Dictionary<int, Begun> _begun = [];
    private readonly List<SystemCall> _calls = [];
    private int _place;

    private TraceReader()
    {
    }

    /// <summary>All calls, by their begins. Throws <see cref="FormatException"/> at a line that is none.</summary>
    public static IReadOnlyList<SystemCall> Read(IEnumerable<string> lines)
    {
        var reader = new TraceReader();
        foreach (var line in lines)
            reader.Add(line);
        foreach (var (thread, begun) in reader._begun)
            reader._calls.Add(CallOf(thread, begun, null, false, int.MaxValue));
        return [.. reader._calls.OrderBy(call => call.Begin)];
    }

    private void Add(string line)
    {
        if (Line().Match(line) is not { Success: true } parts)
            throw new FormatException("not a line of a trace: " + line);
        var thread = int.Parse(parts.Groups["thread"].ValueSpan, CultureInfo.InvariantCulture);
        var what = parts.Groups["what"].Value;
        // Signals, and threads that end.
        if (what.StartsWith("---", StringComparison.Ordinal) || what.StartsWith("+++", StringComparison.Ordinal))
            return;
        if (Resumed().Match(what) is { Success: true } resumed)
            End(thread, resumed.Groups["name"].Value, resumed.Groups["rest"].Value, line);
        else if (Call().Match(what) is { Success: true } call)
            Begin(thread, call.Groups["name"].Value, call.Groups["rest"].Value, line);
        else
            throw new FormatException("not a system call: " + line);
    }

    private void Begin(int thread, string name, string rest, string line)
    {
        const string unfinished = " <unfinished ...>";
        var isWhole = !rest.EndsWith(unfinished, StringComparison.Ordinal);
        if (!_begun.TryAdd(thread, new Begun(name, isWhole ? "" : rest[..^unfinished.Length], _place++)))
            throw new FormatException("a call within a call: " + line);
        if (isWhole)
            End(thread, name, rest, line);
    }

    private void End(int thread, string name, string rest, string line)
    {
        if (!_begun.Remove(thread, out var begun) || begun.Name != name)
            throw new FormatException("the end of a call that did not begin: " + line);
        var close = Closing(rest);
        if (close < 0 || Answer().Match(rest[(close + 1)..]) is not { Success: true } answer)
            throw new FormatException("a call without an answer: " + line);
        long? result = long.TryParse(answer.Groups["value"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
        var isInjected = answer.Groups["more"].Value.Contains("(INJECTED)", StringComparison.Ordinal);
        _calls.Add(CallOf(thread, begun with { Arguments = begun.Arguments + rest[..close] }, result, isInjected, _place++));
    }

    private static SystemCall CallOf(int thread, Begun begun, long? result, bool isInjected, int end)
    {
        var (bytes, isCut) = Strings(begun.Arguments);
        var last = begun.Arguments[(begun.Arguments.LastIndexOf(',') + 1)..];
        return new SystemCall
        {
            Thread = thread,
            Name = begun.Name,
            Path = OpenOn().Match(begun.Arguments) is { Success: true } on ? on.Groups["path"].Value : "",
            Bytes = bytes,
            IsCut = isCut,
            Last = long.TryParse(last, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var number) ? number : -1,
            Result = result,
            IsInjected = isInjected,
            Begin = begun.Place,
            End = end,
        };
    }

    /// <summary>Where the arguments end: the first closing bracket that is in no string and closes none of its own.</summary>
    private static int Closing(string text)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"':
                    for (at++; at < text.Length && text[at] != '"'; at++)
                        at += text[at] == '\\' ? 1 : 0;
                    break;
                case '(':
                    depth++;
                    break;
                case ')' when depth-- == 0:
                    return at;
            }
        }

        return -1;
    }

    private static (string Bytes, bool IsCut) Strings(string arguments)
    {
        var bytes = new StringBuilder();
        var isCut = false;
        for (var at = arguments.IndexOf('"', StringComparison.Ordinal); at >= 0; at = arguments.IndexOf('"', at))
        {
            for (at++; at < arguments.Length && arguments[at] != '"'; at++)
                bytes.Append(arguments[at] == '\\' ? Escaped(arguments, ref at) : arguments[at]);
            at = Math.Min(at + 1, arguments.Length);
            isCut |= arguments.AsSpan(at).StartsWith("...");
        }

        return (bytes.ToString(), isCut);
    }

    /// <summary>The character of a C escape; <paramref name="at"/> goes from its backslash to its last character.</summary>
    private static char Escaped(string text, ref int at)
    {
        if (text[++at] == 'x')
        {
            at += 2;
            return (char)int.Parse(text.AsSpan(at - 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }

        if (text[at] is not (>= '0' and <= '7'))
        {
            return text[at] switch
            {
                'n' => '\n', 't' => '\t', 'r' => '\r', 'v' => '\v', 'f' => '\f', '"' => '"', '\\' => '\\',
                var other => throw new FormatException($"an escape that is not known: \\{other}"),
            };
        }

        var value = 0;
        var end = Math.Min(at + 3, text.Length);
        for (; at < end && text[at] is >= '0' and <= '7'; at++)
            value = value * 8 + text[at] - '0';
        at--;
        return (char)value;
    }

    [GeneratedRegex(@"^(?<thread>\d+) +\d+\.\d+ (?<what>.+)$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^<\.\.\. (?<name>\w+) resumed>(?<rest>.*)$")]
    private static partial Regex Resumed();

    [GeneratedRegex(@"^(?<name>\w+)\((?<rest>.*)$")]
    private static partial Regex Call();

    [GeneratedRegex(@"^ += (?<value>-?\d+|\?)(?<more>.*)$")]
    private static partial Regex Answer();

    // A socket's word has an arrow in it.
    [GeneratedRegex(@"^\d+<(?<path>[\w-]+:\[[^\]]*\]|[^>]*)>")]
    private static partial Regex OpenOn();

    private sealed record Begun(string Name, string Arguments, int Place);
}
