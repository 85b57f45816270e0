using OmniReel.Contract.Answers;
using OmniReel.Server.Elements;

namespace OmniReel.Server.Http.Elements;

/// <summary>The body of an element's callback: the vendor's bare task object. Links begin as the configuration says, else as they did where it was asked for.</summary>
internal sealed class ElementNotices(ElementShape shape, HttpSettings settings) : IElementNotices
{
    public ElementNotice Of(Element element)
    {
        var body = shape.Show(element, settings.PublicUrl ?? element.Facts.LinksBegin ?? settings.OwnAddress()) with { OmniReel = null };
        return new ElementNotice(body.TaskStatus, WireJson.ToUtf8(body, WireContext.Default.ElementTaskData));
    }
}
