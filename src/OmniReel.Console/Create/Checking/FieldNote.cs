using System.Globalization;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Console.Create.Checking;

/// <summary>A broken rule at its place of the form.</summary>
/// <param name="Field">Where.</param>
/// <param name="Item">Which shot, picture, element or film of that place, from 0; null for the place as a whole.</param>
/// <param name="Part">Which part of the item, as on the wire: <c>duration</c>; null for all of it.</param>
/// <param name="Rule">The rule's stable id.</param>
/// <param name="Message">What is wrong and what would be right: a whole sentence.</param>
public sealed record FieldNote(FormField Field, int? Item, string? Part, string Rule, string Message)
{
    /// <summary>Whether it only says that a text is still to be written; nobody is told so before there was time to.</summary>
    public bool IsOnlyMissing => Rule is "prompt_required" or "shot_prompt_required";

    /// <summary>The id of the place in the page, to jump to: <c>create-prompt</c>, <c>create-storyboard-1</c>.</summary>
    public string Anchor => Anchors.Of(Field, Item);

    /// <summary>A violation, of the rules here or as a server answered it, at its place.</summary>
    public static FieldNote Of(RuleViolation violation, CreateForm form, Language language)
    {
        ArgumentNullException.ThrowIfNull(violation);
        var path = violation.Field.AsSpan();
        var nameEnd = path.IndexOfAny('[', '.');
        var name = nameEnd < 0 ? path : path[..nameEnd];
        int? item = null;
        var close = path.IndexOf(']');
        if (nameEnd >= 0 && path[nameEnd] == '[' && close > nameEnd && int.TryParse(path[(nameEnd + 1)..close], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            item = number;
        var dot = path.LastIndexOf('.');
        var field = FormFields.Of(name);
        var message = PlainRules.Of(violation.Rule, form)?.In(language) ?? Sentence(field.Label(item).In(language), Bare(violation), language);
        return new FieldNote(field, item, dot < 0 ? null : path[(dot + 1)..].ToString(), violation.Rule, message);
    }

    /// <summary>A rule says "is 12; …": with the label before it that is a sentence.</summary>
    private static string Sentence(string label, string bare, Language language)
    {
        var whole = language == Language.Chinese ? label + bare : $"{label} {bare}";
        return whole[^1] is '.' or '。' ? whole : whole + (language == Language.Chinese ? '。' : '.');
    }

    /// <summary>The message without <c>field: </c> in front: beside the field nobody needs it.</summary>
    private static string Bare(RuleViolation violation)
    {
        var message = violation.Message;
        if (violation.Field.Length == 0 || !message.StartsWith(violation.Field, StringComparison.Ordinal))
            return message;
        var rest = message.AsSpan(violation.Field.Length);
        return rest.StartsWith(": ") ? rest[2..].ToString() : rest.StartsWith("：") ? rest[1..].ToString() : message;
    }
}

/// <summary>The ids of the places in the page.</summary>
public static class Anchors
{
    /// <summary><c>create-prompt</c>, or with an item <c>create-storyboard-1</c>.</summary>
    public static string Of(FormField field, int? item = null) => item is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"create-{Word(field)}-{number}")
        : $"create-{Word(field)}";

    private static string Word(FormField field) => field switch
    {
        FormField.Prompt => "prompt",
        FormField.NegativePrompt => "negative",
        FormField.Shots => "shots",
        FormField.Storyboard => "storyboard",
        FormField.Pictures => "pictures",
        FormField.Elements => "elements",
        FormField.Film => "film",
        FormField.Model => "model",
        FormField.Mode => "mode",
        FormField.AspectRatio => "shape",
        FormField.Duration => "length",
        FormField.Sound => "sound",
        FormField.Watermark => "watermark",
        FormField.CallbackUrl => "callback",
        FormField.ExternalTaskId => "external-id",
        _ => "summary",
    };
}
