using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Pricing;
using OmniReel.Contract.Rules;

namespace OmniReel.Contract.Tests.Answers;

public sealed class AnswerTests
{
    [Fact]
    public void A_created_task_without_an_external_id_has_an_empty_info() =>
        Json(new CreatedData { TaskId = "123456789012345678", TaskInfo = new(), TaskStatus = TaskStatusWords.Submitted, CreatedAt = 1, UpdatedAt = 1 }, WireContext.Default.CreatedData)
            .ShouldBe("""{"task_id":"123456789012345678","task_info":{},"task_status":"submitted","created_at":1,"updated_at":1}""");

    [Fact]
    public void A_task_that_waits_has_an_empty_result_and_message() =>
        Json(Task(), WireContext.Default.TaskData).ShouldBe(
            """{"task_id":"123456789012345678","task_status":"processing","task_status_msg":"","task_info":{},"task_result":{},"watermark_info":{"enabled":false},"final_unit_deduction":"3","created_at":1,"updated_at":2}""");

    [Fact]
    public void A_made_film_is_shown_as_the_vendor_shows_it()
    {
        var task = Task() with
        {
            TaskStatus = TaskStatusWords.Succeed,
            TaskInfo = new() { ExternalTaskId = "订单 1" },
            TaskResult = new() { Videos = [new() { Id = "v1", Url = "https://h/files/v1.mp4?exp=1&sig=a+b", Duration = "5.041" }] },
            OmniReel = new() { Plan = """{"shots":[{"scene":"海"}]}""", NotUnderstood = ["<b>"], Ignored = [], Engine = "animatic", Attempts = 1, QueuePosition = 0, EtaMs = 0, Status = "succeeded" },
        };
        var json = Json<IReadOnlyList<TaskData>>([task], WireContext.Default.IReadOnlyListTaskData);
        json.ShouldContain("\"task_info\":{\"external_task_id\":\"订单 1\"}");
        json.ShouldContain("""[{"id":"v1","url":"https://h/files/v1.mp4?exp=1&sig=a+b","duration":"5.041"}]""");
        json.ShouldContain("""
            "omnireel":{"plan":{"shots":[{"scene":"海"}]},"not_understood":["<b>"],"ignored":[],"engine":"animatic","attempts":1,"queue_position":0,"eta_ms":0,"status":"succeeded"}
            """.Trim());
        var again = JsonSerializer.Deserialize(json, WireContext.Default.IReadOnlyListTaskData).ShouldNotBeNull();
        Json(again, WireContext.Default.IReadOnlyListTaskData).ShouldBe(json);
    }

    [Fact]
    public void A_refused_body_names_every_field()
    {
        var refused = Bodies.ReadWith("""{"mode":"best","duration":"99"}""");
        var json = Json(ErrorData.Of(refused), WireContext.Default.ErrorData);
        json.ShouldBe("""
            {"errors":[
            {"field":"mode","rule":"mode_unknown","message":"mode: \"best\" is not known; use std, pro or 4k"},
            {"field":"duration","rule":"duration_range","message":"duration: is 99; kling-v3-omni makes 3 to 15 seconds"}]}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public void A_quote_says_null_where_it_cannot_know()
    {
        Json(Quotes.Of(Bodies.ReadWith($$"""{"video_list":[{{Bodies.Base}}]}"""), PriceTable.Default), WireContext.Default.QuoteData)
            .ShouldContain("""{"verdict":"accepted","errors":[],"kind":"video-edit","shots":"single-shot","seconds":null,"width":null,"height":null,"frames":null,"units":"13.5","price":{"amount":"1.89","currency":"USD"}}""");
    }

    [Fact]
    public void The_rules_are_served_in_both_languages() =>
        Json(RuleBook.Catalogue, WireContext.Default.IReadOnlyListRuleEntry)
            .ShouldContain("""{"id":"sound_unknown","field":"sound","en":"sound is on or off; absent means off.","zh":"sound 只能是 on 或 off；缺省为 off。"}""");

    [Fact]
    public void Files_and_events_have_their_shapes()
    {
        Json(new FileData { Id = "f", Url = "u", ExpiresAt = 9 }, WireContext.Default.FileData).ShouldBe("""{"id":"f","url":"u","expires_at":9}""");
        Json(new TaskEventData { TaskId = "1", TaskStatus = "submitted", Progress = 0, QueuePosition = 2 }, WireContext.Default.TaskEventData)
            .ShouldBe("""{"task_id":"1","task_status":"submitted","task_status_msg":"","progress":0,"queue_position":2}""");
    }

    private static TaskData Task() => new()
    {
        TaskId = "123456789012345678",
        TaskStatus = TaskStatusWords.Processing,
        TaskInfo = new(),
        WatermarkInfo = new() { Enabled = false },
        FinalUnitDeduction = "3",
        CreatedAt = 1,
        UpdatedAt = 2,
    };

    private static string Json<T>(T value, JsonTypeInfo<T> type) => Encoding.UTF8.GetString(WireJson.ToUtf8(value, type));
}
