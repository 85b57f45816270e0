using System.Text.Json;
using CsCheck;
using OmniReel.Console.Create;
using OmniReel.Console.Create.Bodies;
using OmniReel.Console.Create.Checking;
using OmniReel.Contract.Pricing;
using OmniReel.Contract.Requests;

namespace OmniReel.Console.Tests.Create;

public sealed class FormTests
{
    [Fact]
    public void A_prompt_is_a_request_with_a_size_frames_and_a_price()
    {
        var verdict = Judge(new CreateForm { Prompt = "A fox" });
        verdict.Notes.ShouldBeEmpty();
        verdict.Quote.Kind.ShouldBe("text-to-video");
        (verdict.Quote.Width, verdict.Quote.Height, verdict.Quote.Frames).ShouldBe((1280, 720, 121));
        verdict.Quote.Units.ShouldBe(Amounts.Wire(PriceTable.Default.Hold(verdict.Request!)));
    }

    [Fact]
    public void An_empty_form_says_at_the_prompt_what_is_missing_in_the_language_of_the_page()
    {
        var note = Judge(new CreateForm()).Notes.ShouldHaveSingleItem();
        (note.Field, note.Rule, note.Message).ShouldBe((FormField.Prompt, "prompt_required", "Say what the film shows."));
        Judge(new CreateForm(), Language.Chinese).Notes.ShouldHaveSingleItem().Message.ShouldBe("请写出影片的内容。");
    }

    [Fact]
    public void A_broken_rule_of_a_shot_is_shown_at_that_shot()
    {
        var form = new CreateForm { Seconds = 5 };
        form.Divide(ShotKind.Customize);
        form.Board.Shots[0].Prompt = "A fox";
        var note = Judge(form).Notes.ShouldHaveSingleItem();
        (note.Field, note.Item, note.Part, note.Anchor).ShouldBe((FormField.Storyboard, 1, "prompt", "create-storyboard-1"));
    }

    [Fact]
    public void Rules_are_said_in_the_words_of_the_page_and_those_of_the_model_mark_it()
    {
        var form = new CreateForm { Prompt = "A fox", Model = "kling-video-o1" };
        form.Divide(ShotKind.Intelligence);
        var note = Judge(form).Notes.ShouldHaveSingleItem();
        note.Message.ShouldBe("kling-video-o1 makes one shot only. Switch to kling-v3-omni, or choose One shot.");
        Judge(form, Language.Chinese).Notes.ShouldHaveSingleItem().Message.ShouldBe("kling-video-o1 仅支持单镜头，请改用 kling-v3-omni 或选择单镜头。");
        PlainRules.IsOfTheModel(note.Rule, form).ShouldBeTrue();
        PlainRules.IsOfTheModel("prompt_required", form).ShouldBeFalse();
        form.Kind().ShouldBe("text-to-video", "known while a rule is broken, too");

        var longer = new CreateForm { Prompt = new string('x', 2501) };
        Judge(longer).Notes.ShouldHaveSingleItem().Message.ShouldBe("Prompt has 2501 characters; at most 2500 are allowed.");
    }

    [Fact]
    public void The_prompt_becomes_the_first_shot_when_the_shots_are_written_one_by_one()
    {
        var form = new CreateForm { Prompt = "A fox", Seconds = 7 };
        form.Divide(ShotKind.Customize);
        form.Board.Shots[0].Prompt.ShouldBe("A fox");
        form.Seconds.ShouldBe(7);
        form.Divide(ShotKind.SingleShot);
        (form.Prompt, form.Seconds).ShouldBe(("A fox", 7));
    }

    [Fact]
    public void Taking_a_picture_out_renumbers_the_marks_of_those_after_it()
    {
        var form = new CreateForm { Prompt = "<<<image_1>>>, <<<image_2>>> and <<<image_3>>>, <<<element_2>>>" };
        foreach (var at in Enumerable.Range(0, 3))
            form.Add(new Picture { Url = $"https://example.com/{at}.png" });
        form.Remove(form.Pictures[1]);
        form.Prompt.ShouldBe("<<<image_1>>>,  and <<<image_2>>>, <<<element_2>>>");
    }

    [Fact]
    public void A_new_first_frame_takes_the_number_of_the_old_one()
    {
        var form = new CreateForm();
        form.Add(new Picture { Url = "a", Role = ImageRole.FirstFrame });
        form.Add(new Picture { Url = "b" });
        form.Add(new Picture { Url = "c", Role = ImageRole.FirstFrame });
        form.Pictures.Select(static picture => picture.Url).ShouldBe(["c", "b"]);
    }

    [Fact]
    public void A_mark_is_set_off_from_latin_words_but_not_from_chinese()
    {
        PromptMarks.Insert("A cat", 5, "<<<image_1>>>").ShouldBe(("A cat <<<image_1>>>", 19));
        PromptMarks.Insert("与跳舞", 1, "<<<image_1>>>").ShouldBe(("与<<<image_1>>>跳舞", 14));
        PromptMarks.Insert("🐱", 1, "x").Text.ShouldBe("🐱x");
    }

    /// <summary>What the page shows as without effect is not sent, and changing it changes nothing.</summary>
    [Fact]
    public void A_field_without_effect_is_not_sent() => AnyForm.All.Sample(form =>
    {
        using var body = JsonDocument.Parse(FormBody.ToUtf8(form));
        foreach (var (field, name) in new[]
                 {
                     (FormField.Prompt, "prompt"), (FormField.Storyboard, "multi_prompt"), (FormField.AspectRatio, "aspect_ratio"), (FormField.Duration, "duration"),
                 })
        {
            var isEmpty = field == FormField.Prompt && string.IsNullOrWhiteSpace(form.Prompt);
            body.RootElement.TryGetProperty(name, out _).ShouldBe(FieldEffects.WhyNone(form, field) is null && !isEmpty, name);
        }
    });

    /// <summary>The contract agrees: what is sent has an effect there, what is not sent has none.</summary>
    [Fact]
    public void What_is_sent_is_what_the_contract_gives_an_effect() => AnyForm.All.Sample(form =>
    {
        if (Judge(form).Request is not { } request)
            return;
        (request.AspectRatio is null).ShouldBe(FieldEffects.WhyNone(form, FormField.AspectRatio) is not null);
        (request.Seconds is null).ShouldBe(FieldEffects.WhyNone(form, FormField.Duration) is not null);
        request.Prompt.Length.ShouldBe(FieldEffects.WhyNone(form, FormField.Prompt) is null ? form.Prompt.Length : 0);
        request.Shots.Count.ShouldBe(FieldEffects.WhyNone(form, FormField.Storyboard) is null ? form.Board.Shots.Count : 0);
        request.Kind.Shots.ShouldBe(form.Shots);
        request.IgnoredFields.ShouldBeEmpty();
    });

    [Fact]
    public void The_lengths_of_a_storyboard_are_never_what_is_wrong() => AnyForm.All.Sample(form =>
        Judge(form).Notes.ShouldAllBe(static note => note.Rule != "shot_duration_sum" && note.Rule != "shot_duration_range" && note.Rule != "shot_index"));

    [Fact]
    public void A_form_comes_back_whole_from_its_own_body() => AnyForm.All.Sample(form =>
    {
        var body = FormBody.Write(form, JsonWords.Json);
        var back = Prefill.Of(body);
        back.Error.ShouldBeNull();
        if (form.Pictures.TrueForAll(static picture => picture.Url.Length > 0) && form.ExternalTaskId.Trim().Length > 0 && form.Prompt.Trim().Length > 0)
            FormBody.Write(back.Form, JsonWords.Json).ShouldBe(body);
    });

    [Fact]
    public void A_file_on_its_way_does_not_hide_the_price()
    {
        var form = new CreateForm { Prompt = "A fox" };
        form.Add(new Picture { Upload = new Upload(), Role = ImageRole.Reference });
        form.IsPending.ShouldBeTrue();
        Judge(form).IsGood.ShouldBeTrue();
        form.Pictures[0].Upload!.Refusal = "too large";
        form.IsPending.ShouldBeFalse();
        Judge(form).Notes.ShouldHaveSingleItem().Anchor.ShouldBe("create-pictures-0");
    }

    /// <summary>Every offer does what it promises: the rule is not broken any more.</summary>
    [Fact]
    public void An_offer_to_mend_a_rule_mends_it() => AnyForm.All.Sample(form =>
    {
        foreach (var note in Judge(form).Notes)
        {
            for (var at = 0; at < Mend.Of(note, form).Count; at++)
            {
                var copy = Prefill.Of(FormBody.Write(form, JsonWords.Json)).Form;
                if (!Judge(copy).Notes.Any(other => other.Rule == note.Rule))
                    continue;
                Mend.Of(note, copy)[at].Apply(copy);
                Judge(copy).Notes.ShouldAllBe(other => other.Rule != note.Rule, note.Rule);
            }
        }
    });

    [Fact]
    public void Six_shots_are_not_offered_five_seconds()
    {
        var form = new CreateForm { Model = "kling-video-o1", Seconds = 7 };
        form.Board.Replace([.. Enumerable.Repeat(("A fox", 1), 6)], 7);
        form.Divide(ShotKind.Customize);
        var note = Judge(form).Notes.Single(one => one.Rule == "duration_five_or_ten");
        Mend.Of(note, form).Select(mend => mend.Label.English).ShouldBe(["10 s", "Use kling-v3-omni"]);
    }

    private static FormVerdict Judge(CreateForm form, Language language = Language.English) => FormVerdict.Of(form, new Presets(), language, PriceTable.Default);

    private sealed class Presets : IElementCatalog
    {
        public ElementKind? Find(string elementId) => elementId == AnyForm.Preset ? ElementKind.MultiImage : null;
    }
}
