using System.Text.RegularExpressions;

namespace OmniReel.Media.Script;

/// <summary>Ways to say that a picture is the background. Each match holds the picture's name.</summary>
internal static partial class BackdropPhrases
{
    public static IReadOnlyList<Regex> All { get; } = [ChineseAs(), ChineseIs(), ChineseIn(), ChineseOf(), EnglishIs(), EnglishAs(), EnglishOf(), EnglishBefore(), EnglishIn()];

    private const string Name = "<<<(?:image|element)_[0-9]+>>>", Ground = "(?:背景|场景|环境|舞台|布景|风景|世界|地方)", Back = "(?:background|backdrop|setting|scene|scenery|environment|location|landscape|place|world)";

    /// <summary>以图片1为背景, 把图片1作为场景.</summary>
    [GeneratedRegex($"(?:以|用|把|将|拿)?\\s*{Name}\\s*(?:中|里)?的?(?:场景|画面|图片)?(?:作为|当作|当成|做为|做|作|为|当|是)(?:整个|画面|影片|视频)?的?{Ground}")]
    private static partial Regex ChineseAs();

    /// <summary>背景是图片1.</summary>
    [GeneratedRegex($"{Ground}图?(?:是|为|用|采用|使用|:)\\s*{Name}(?:中|里)?(?:的{Ground})?")]
    private static partial Regex ChineseIs();

    /// <summary>在图片1里, 在图片1的街道上.</summary>
    [GeneratedRegex($"在\\s*{Name}\\s*(?:(?:中|里|里面)?的?{Ground}(?:中|里面|里|下|前|上)?|(?:里面|中|里)(?!的)|前面?)")]
    private static partial Regex ChineseIn();

    [GeneratedRegex($"{Name}\\s*(?:中|里)?的?{Ground}(?:中|里面|里|下|前|上)?")]
    private static partial Regex ChineseOf();

    /// <summary>"The background is image 1".</summary>
    [GeneratedRegex($@"(?:\bthe\s+)?\b{Back}\s*(?:is|being|shows|:|=)\s*{Name}")]
    private static partial Regex EnglishIs();

    /// <summary>"With image 1 as the background".</summary>
    [GeneratedRegex($@"(?:\b(?:with|use|using)\s+)?{Name}\s+(?:as|is|for|in)\s+(?:the\s+|a\s+|its\s+)?{Back}\b")]
    private static partial Regex EnglishAs();

    /// <summary>"In the place of image 1". A style is more than a backdrop: that word is left over.</summary>
    [GeneratedRegex($@"(?:\b(?:in|at|on|through|into)\s+)?\bthe\s+(?:{Back}\s+(?:of|in|from|shown\s+in)|(?=style\s)style\s+of)\s+{Name}")]
    private static partial Regex EnglishOf();

    [GeneratedRegex($@"\b(?:against|in\s+front\s+of|before)\s+(?:the\s+{Back}\s+(?:of|in|from)\s+)?{Name}")]
    private static partial Regex EnglishBefore();

    [GeneratedRegex($@"\b(?:set\s+in|set\s+at|inside|placed\s+in|in|within|through|across)\s+{Name}")]
    private static partial Regex EnglishIn();
}
