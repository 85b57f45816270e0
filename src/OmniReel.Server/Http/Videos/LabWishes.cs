using Microsoft.Extensions.Primitives;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Videos;

/// <summary>
/// The header <c>X-OmniReel-Lab</c> of a POST: wishes of those who test their own programs, divided by commas. What is not known is passed
/// over (where there is a fault lab, it is refused before it comes here); the answer repeats the header with what is granted.
/// </summary>
internal static class LabWishes
{
    public const string Header = "X-OmniReel-Lab";

    /// <summary>Shot, time and a code that programs read, burnt into every frame.</summary>
    public const string Slate = "slate";

    /// <summary>What the answer repeats; null for nothing. Texts in it that no header may have are left to the task.</summary>
    public static string? Granted(TaskFacts facts) => (facts.Slate, facts.Lab) switch
    {
        (false, null) => null,
        (true, null) => Slate,
        (false, { } faults) => InHeader(faults),
        (true, { } faults) => InHeader($"{Slate}, {faults}"),
    };

    public static bool WantSlate(in StringValues header)
    {
        foreach (var line in header)
        {
            foreach (var part in line.AsSpan().Split(','))
            {
                if (line.AsSpan(part).Trim().Equals(Slate, StringComparison.OrdinalIgnoreCase)) return true;
            }
        }

        return false;
    }

    private static string InHeader(string text) => text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? Uri.EscapeDataString(text) : text;
}
