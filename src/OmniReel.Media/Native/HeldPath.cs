using SkiaSharp;

#pragma warning disable RS0030 // This is what stands in for them.

namespace OmniReel.Media.Native;

/// <summary>A path that outlives the calls that it was last given to (<see cref="DeferredRelease"/>). Plain ones are banned.</summary>
internal sealed class HeldPath : SKPath, IDeferred
{
    public HeldPath()
    {
    }

    /// <summary>The same outline.</summary>
    public HeldPath(SKPath path)
        : base(path) => GC.KeepAlive(path);

    void IDeferred.Release() => base.Dispose(false);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            base.Dispose(true);
        else
            DeferredRelease.Shared.Add(this);
    }
}
