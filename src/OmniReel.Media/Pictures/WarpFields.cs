namespace OmniReel.Media.Pictures;

/// <summary>What one frame is made of, at the points of a grid: where each picture is sampled and how much of the second covers the first.</summary>
internal sealed class WarpFields(Grid grid)
{
    public Grid Grid { get; } = grid;

    /// <summary>Pixels from a point of the frame to what it shows of the first picture.</summary>
    public float[] FirstX { get; } = new float[grid.Count];

    /// <inheritdoc cref="FirstX"/>
    public float[] FirstY { get; } = new float[grid.Count];

    /// <summary>The same for what lies over it: the last picture, or a subject that was cut out.</summary>
    public float[] OverX { get; } = new float[grid.Count];

    /// <inheritdoc cref="OverX"/>
    public float[] OverY { get; } = new float[grid.Count];

    /// <summary>0: only the first picture is seen; 1: only the last.</summary>
    public float[] Cover { get; } = new float[grid.Count];

    /// <summary>Added light at each point, as a share; 0 changes nothing.</summary>
    public float[] Glow { get; } = new float[grid.Count];

    /// <summary>Some <see cref="Glow"/> is not 0.</summary>
    public bool Glows { get; set; }

    /// <summary>Scratch of whoever fills the fields, as many numbers as points.</summary>
    public float[][] Scratch { get; } = [.. Enumerable.Range(0, 8).Select(_ => new float[grid.Count])];
}
