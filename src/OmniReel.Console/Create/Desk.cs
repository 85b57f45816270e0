using OmniReel.Console.Create.Bodies;
using OmniReel.Console.Create.Checking;
using OmniReel.Console.Words;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Pricing;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Console.Create;

/// <summary>What lies on the page: the form, and what the rules say of it after every change. It outlives the page, so that nobody loses a draft by looking at a task.</summary>
public sealed class Desk(Speech speech)
{
    private FormVerdict? _verdict;
    private Language _judgedIn;
    private IReadOnlyList<FieldNote> _told = [];

    /// <summary>Raised after every change.</summary>
    public event Action? Changed;

    /// <summary>The form.</summary>
    public CreateForm Form { get; private set; } = new();

    /// <summary>The elements to pick from.</summary>
    public Shelf Shelf { get; } = new();

    /// <summary>How often something was changed: what belongs to an older draft is known by it.</summary>
    public int Version { get; private set; }

    /// <summary>Whether the form is as it was at first.</summary>
    public bool IsFresh { get; private set; } = true;

    /// <summary>Whether somebody tried to create, and so wants to hear of what is only missing, too.</summary>
    public bool WasTried { get; private set; }

    /// <summary>What the server says that it comes to, with its own prices; null until it said so.</summary>
    public QuoteData? ServerQuote { get; private set; }

    /// <summary>What the rules say now, in the language of the page.</summary>
    public FormVerdict Verdict
    {
        get
        {
            if (_verdict is null || _judgedIn != Language)
                (_verdict, _judgedIn) = (FormVerdict.Of(Form, Shelf, Language, PriceTable.Default), Language);
            return _verdict;
        }
    }

    /// <summary>What it comes to: by the server where it has said, else by the prices that the product comes with; refused while a rule is broken.</summary>
    public QuoteData Quote => ServerQuote ?? Verdict.Outlook;

    /// <summary>Everything that is wrong: by the rules here, and what only the server knows.</summary>
    public IReadOnlyList<FieldNote> Notes => _told.Count == 0 ? Verdict.Notes : [.. Verdict.Notes.Concat(_told).DistinctBy(static note => (note.Field, note.Item, note.Part, note.Rule))];

    /// <summary>Those that are shown: while nobody tried to create, not what is only missing.</summary>
    public IEnumerable<FieldNote> Shown => Notes.Where(note => WasTried || !note.IsOnlyMissing);

    private Language Language => speech.IsChinese ? Language.Chinese : Language.English;

    /// <summary>What is shown at a place; with an item, at that item only, without one at the place as a whole.</summary>
    public IEnumerable<FieldNote> At(FormField field, int? item = null) => Shown.Where(note => note.Field == field && note.Item == item);

    /// <summary>Whether a place is marked: something is wrong there, or another model would mend what is wrong elsewhere.</summary>
    public bool IsMarked(FormField field) => Shown.Any(note => note.Field == field || (field == FormField.Model && PlainRules.IsOfTheModel(note.Rule, Form)));

    /// <summary>Why a field has no effect now, in the language of the page; null when it has one.</summary>
    public string? WhyNone(FormField field) => FieldEffects.WhyNone(Form, field)?.In(Language);

    /// <summary>A text in the language of the page.</summary>
    public string Say(Wording wording) => wording.In(Language);

    /// <summary>Changes the form.</summary>
    public void Change(Action<CreateForm> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        change(Form);
        IsFresh = false;
        Judge();
    }

    /// <summary>Begins with another form; a null one is empty.</summary>
    public void Begin(CreateForm? form)
    {
        Form = form ?? new CreateForm();
        IsFresh = form is null;
        WasTried = false;
        Judge();
    }

    /// <summary>The elements are here, or a file is further on its way.</summary>
    public void Judge()
    {
        Version++;
        (_verdict, ServerQuote, _told) = (null, null, []);
        Changed?.Invoke();
    }

    /// <summary>Redraws what is drawn of the form, which itself is as it was.</summary>
    public void Redraw() => Changed?.Invoke();

    /// <summary>Somebody tried to create.</summary>
    public void Try()
    {
        WasTried = true;
        Changed?.Invoke();
    }

    /// <summary>What the server said of this version of the form; of another one nothing is taken.</summary>
    public void Hear(int version, QuoteData? quote, IReadOnlyList<RuleViolation> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        if (version != Version)
            return;
        ServerQuote = quote is { Verdict: "accepted" } ? quote : null;
        _told = [.. errors.Select(error => FieldNote.Of(error, Form, Language))];
        Changed?.Invoke();
    }
}
