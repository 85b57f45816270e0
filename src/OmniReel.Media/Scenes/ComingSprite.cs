using OmniReel.Media.Frames;
using SkiaSharp;

namespace OmniReel.Media.Scenes;

/// <summary>
/// A sprite that is baked by another thread while the place is composed on: a place has dozens, and composing them one after the other
/// left the other threads idle. Whoever draws it first waits for it.
/// </summary>
internal sealed class ComingSprite
{
    private readonly Task<Sprite> _baking;

    /// <param name="draw">Neither asks for anything random, nor touches what is composed on: other threads are at work.</param>
    public ComingSprite(Stage stage, SKRect box, Action<SKCanvas> draw) => _baking = Task.Run(() => Sprite.Bake(stage, box, draw));

    /// <summary>The sprite; waits for it. Throws what its baking threw.</summary>
    public Sprite Here => _baking.GetAwaiter().GetResult();
}
