using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Errors;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines.Routes;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http.Routes;

/// <summary>A good request that no engine it is routed to can do: what each of them lacks, and the refusal.</summary>
internal static partial class NoEngine
{
    /// <summary>The rule's id.</summary>
    public const string Rule = "no_engine";

    /// <summary>What each engine lacks, one by one; that there is no route, where there is none.</summary>
    public static IReadOnlyList<RuleViolation> Violations(IReadOnlyList<EngineGap> gaps, VideoRequest request, Language language) => gaps.Count > 0
        ? [.. gaps.SelectMany(gap => gap.Lacks.Select(lack => Violation(gap.Engine, lack, language)))]
        : [new("", Rule, language == Language.Chinese
            ? $"本服务没有适用于“{RouteShape.Line(request)}”的路由，可由管理员添加（设置 Routes）。"
            : $"No route of this server is for {RouteShape.Line(request)}; its operator can add one (the setting Routes).")];

    /// <summary>Answers with all of them.</summary>
    public static Task AnswerAsync(HttpContext context, IReadOnlyList<RuleViolation> violations) =>
        AnswerWriter.ErrorAsync(context, Error(violations), new ErrorData { Errors = violations }, WireContext.Default.ErrorData);

    /// <summary>The refusal, in the language of the violations.</summary>
    public static ApiError Error(IReadOnlyList<RuleViolation> violations)
    {
        var message = string.Join(' ', violations.Select(violation => violation.Message));
        return new ApiError(ErrorCode.BadValue, message, message) { Field = (violations[0].Field, Rule) };
    }

    private static RuleViolation Violation(string engine, string lack, Language language)
    {
        var (chinese, field) = (language == Language.Chinese, Field().Match(lack));
        if (!field.Success) return new("", Rule, chinese ? $"引擎 {engine} 无法制作此影片。{lack}" : $"The engine {engine} cannot make this film. {lack}");
        var (name, rest) = (field.Groups["field"].Value, lack[field.Length..]);
        return new(name, Rule, chinese ? $"{name}：引擎 {engine} 无法制作此影片：{rest}" : $"{name}: the engine {engine} cannot make this film: {rest}");
    }

    [GeneratedRegex(@"^(?<field>[a-z_]+(\[\d+\])?(\.[a-z_]+)*)(: |：)")]
    private static partial Regex Field();
}
