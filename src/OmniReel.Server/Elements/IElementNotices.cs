namespace OmniReel.Server.Elements;

/// <summary>What the outside is told of a change of an element: its status in the wire's word, and the body of a callback.</summary>
public sealed record ElementNotice(string Event, ReadOnlyMemory<byte> Body);

/// <summary>
/// Puts changes of elements into the wire's words. A store asks inside the transaction of the change, on its writer's thread, and keeps
/// the bytes: the answer must not wait, must not fail, and must depend on nothing but the element and the clock.
/// </summary>
public interface IElementNotices
{
    /// <summary>The notice of an element as it is now.</summary>
    ElementNotice Of(Element element);
}
