using SkiaSharp;

#pragma warning disable RS0030 // This is what stands in for them.

namespace OmniReel.Media.Native;

/// <summary>A paint that outlives the calls that it was last given to (<see cref="DeferredRelease"/>). Plain ones are banned.</summary>
internal sealed class HeldPaint : SKPaint, IDeferred
{
    public new SKShader? Shader
    {
        get => base.Shader;
        set
        {
            base.Shader = value;
            GC.KeepAlive(value);
        }
    }

    public new SKMaskFilter? MaskFilter
    {
        get => base.MaskFilter;
        set
        {
            base.MaskFilter = value;
            GC.KeepAlive(value);
        }
    }

    public new SKColorFilter? ColorFilter
    {
        get => base.ColorFilter;
        set
        {
            base.ColorFilter = value;
            GC.KeepAlive(value);
        }
    }

    public new SKImageFilter? ImageFilter
    {
        get => base.ImageFilter;
        set
        {
            base.ImageFilter = value;
            GC.KeepAlive(value);
        }
    }

    public new SKPathEffect? PathEffect
    {
        get => base.PathEffect;
        set
        {
            base.PathEffect = value;
            GC.KeepAlive(value);
        }
    }

    void IDeferred.Release() => base.Dispose(false);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            base.Dispose(true);
        else
            DeferredRelease.Shared.Add(this);
    }
}
