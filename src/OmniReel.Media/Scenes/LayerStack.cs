using OmniReel.Media.Frames;
using SkiaSharp;

namespace OmniReel.Media.Scenes;

/// <summary>Layers in the order they are laid: far ones first.</summary>
internal sealed class LayerStack
{
    private readonly List<Layer> _layers = [];

    public IReadOnlyList<Layer> Layers => _layers;

    /// <summary>What is laid from now on passes by and comes again after so many stage pixels; 0: it stays.</summary>
    public float Lap { get; set; }

    /// <summary>Lays something that never changes.</summary>
    public void Still(float depth, Action<SKCanvas> draw, SKRect? box = null) =>
        _layers.Add(new StillLayer(draw) { Depth = depth, Box = box, Lap = Lap });

    /// <summary>Lays a layer as it is: it stays even where others pass.</summary>
    public void Add(Layer layer) => _layers.Add(layer);

    /// <summary>Lays something that moves inside the box.</summary>
    public void Moving(float depth, SKRect? box, Action<SKCanvas, Moment> draw) =>
        _layers.Add(new MovingLayer(draw) { Depth = depth, Box = box, Lap = Lap });
}
