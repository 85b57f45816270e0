namespace OmniReel.Server.Lab.FakeUpstream.Faults;

/// <summary>
/// Reads orders of faults: an id and its parameters, divided by semicolons, <c>error; code=1303; times=3</c>. A value with a semicolon or
/// a quote in it stands in double quotes, in which a backslash takes the next letter as it is.
/// </summary>
internal static class FaultRuleReader
{
    /// <exception cref="FakeUpstreamException">There is no such fault or parameter, or a value cannot be that.</exception>
    public static Mishap Read(string text)
    {
        var parts = QuotedParts.Split(text, ';');
        var fault = FaultCatalogue.Find(parts[0]) ?? throw new FakeUpstreamException(
            $"there is no fault \"{parts[0]}\"; there are {string.Join(", ", FaultCatalogue.All.Select(one => one.Id))}");
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts.Skip(1).Where(part => part.Length > 0))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = (equals < 0 ? part : part[..equals]).Trim();
            var value = equals < 0 ? "" : QuotedParts.Plain(part[(equals + 1)..].Trim());
            var known = fault.Parameter(name) ?? throw new FakeUpstreamException(
                $"{fault.Id} has no parameter \"{name}\"; it has {string.Join(", ", fault.Parameters.Concat(FaultCatalogue.Common).Select(one => one.Name))}");
            if (known.Complaint(value) is { } complaint) throw new FakeUpstreamException($"{fault.Id}: {complaint}, not \"{value}\"");
            values[known.Name] = known.Value == FaultValue.Word ? value.ToLowerInvariant() : value;
        }

        return new Mishap(fault, values);
    }

    /// <summary>A value as it is written in an order.</summary>
    public static string Quoted(string value) => value.AsSpan().ContainsAny(";\"\\ ")
        ? $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
        : value;
}
