namespace OmniReel.Benchmarks;

/// <summary>What was asked for: <c>NAME [--long] --root DIR</c>. Everything that is left behind lies in <see cref="Folder"/>.</summary>
internal sealed record BenchmarkRun(string Name, bool Long, string Root)
{
    /// <summary>The native executable.</summary>
    public string OmniReel => Path.Combine(Root, "dist", "omnireel");

    /// <summary>The empty Kestrel, published alike.</summary>
    public string Baseline => Path.Combine(Root, "artifacts", "baseline", "baseline");

    /// <summary>On the disk whose speed is measured.</summary>
    public string Folder { get; } = Directory.CreateDirectory(Path.Combine(Root, "artifacts", "bench", Name)).FullName;

    public static BenchmarkRun Read(string[] arguments)
    {
        var root = arguments.SkipWhile(a => a != "--root").Skip(1).FirstOrDefault() ?? Environment.CurrentDirectory;
        return new BenchmarkRun(arguments.FirstOrDefault(a => !a.StartsWith('-')) ?? "", arguments.Contains("--long"), Path.GetFullPath(root));
    }

    /// <summary>A new, empty folder inside <see cref="Folder"/>.</summary>
    public string Fresh(string name)
    {
        var path = Path.Combine(Folder, name);
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        return Directory.CreateDirectory(path).FullName;
    }
}
