namespace OmniReel.Server.Lab.Scenarios;

/// <summary>A text that orders nothing there is; both messages say what would be right.</summary>
public sealed class LabOrderException(string english, string chinese) : Exception(english)
{
    /// <summary>The message in Chinese.</summary>
    public string Chinese { get; } = chinese;
}

/// <summary>
/// Reads orders: scenarios divided by commas, each an id and its parameters divided by semicolons, <c>error; code=1303; times=3, slow</c>.
/// A value with a comma, a semicolon or a quote in it stands in double quotes, in which a backslash takes the next letter as it is.
/// </summary>
public static class LabOrderReader
{
    /// <summary>The wish of a slate is no fault; it is read elsewhere, and passed over here.</summary>
    private const string Slate = "slate";

    /// <summary>The orders of one text, in its order.</summary>
    /// <exception cref="LabOrderException">A scenario or a parameter is not known, or a value cannot be that.</exception>
    public static IReadOnlyList<LabOrder> Read(string text)
    {
        var orders = new List<LabOrder>();
        foreach (var part in QuotedParts.Split(text, ','))
        {
            if (part.Length > 0 && !part.Equals(Slate, StringComparison.OrdinalIgnoreCase)) orders.Add(One(part));
        }

        return orders;
    }

    private static LabOrder One(string text)
    {
        var parts = QuotedParts.Split(text, ';');
        var scenario = LabCatalogue.Find(parts[0]) ?? throw new LabOrderException(
            $"The lab has no scenario \"{parts[0]}\"; there are {string.Join(", ", LabCatalogue.All.Select(one => one.Id))}. GET /lab/scenarios describes them.",
            $"没有名为 \"{parts[0]}\" 的场景；可用场景：{string.Join("、", LabCatalogue.All.Select(one => one.Id))}。说明见 GET /lab/scenarios。");
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts.Skip(1))
        {
            if (part.Length == 0) continue;
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = (equals < 0 ? part : part[..equals]).Trim();
            var value = equals < 0 ? "" : QuotedParts.Plain(part[(equals + 1)..].Trim());
            var known = scenario.Parameter(name) ?? throw Unknown(scenario, name);
            if (known.Complaint(value) is { } complaint)
                throw new LabOrderException($"{scenario.Id}: {complaint.En}, not \"{value}\".", $"{scenario.Id}：{complaint.Zh}，不能是 \"{value}\"。");
            values[known.Name] = known.Value == LabValue.Word ? value.ToLowerInvariant() : value;
        }

        return new LabOrder(scenario, values);
    }

    private static LabOrderException Unknown(LabScenario scenario, string name)
    {
        var names = scenario.Parameters.Concat(LabCatalogue.Common).Select(one => one.Name).ToList();
        return new LabOrderException(
            $"{scenario.Id} has no parameter \"{name}\"; it has {string.Join(", ", names)}.", $"{scenario.Id} 没有参数 \"{name}\"；可用参数：{string.Join("、", names)}。");
    }
}
