using OmniReel.Media.Encoding.Sandboxes;

namespace OmniReel.Media.Tests.Encoding.Sandboxes;

public sealed class SandboxArgumentTests
{
    [Fact]
    public void Limits() => Words(new ResourceLimits("/usr/bin/prlimit", new SandboxCaps(TimeSpan.FromSeconds(4.5), 1, 100)))
        .ShouldBe("/usr/bin/prlimit --as=2147483648 --data=100 --cpu=5:7 --fsize=0 --core=0 --nofile=64 --");

    [Fact]
    public void Politely_comes_first() => Words(new Politely("/usr/bin/nice")).ShouldBe("/usr/bin/nice -n 10");

    [Fact]
    public void Ends_with_parent() => Words(new EndsWithParent("setpriv")).ShouldBe("setpriv --pdeathsig KILL --no-new-privs --");

    [Fact]
    public void Bubblewrap_shows_libraries_one_program_and_one_input_and_nothing_can_be_written()
    {
        var words = new Bubblewrap("bwrap", "/usr/bin/ffprobe", "/data/in").Words.ToArray();
        words[..7].ShouldBe(["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"]);
        words.ShouldNotContain("--bind");
        words.ShouldNotContain("--share-net");
        var bound = words.Index().Where(w => w.Item is "--ro-bind" or "--ro-bind-try").Select(w => words[w.Index + 1]).ToArray();
        bound.ShouldBeSubsetOf([
            "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/local/lib", "/usr/local/lib64", "/lib", "/lib32", "/lib64", "/etc/alternatives", "/etc/ld.so.cache",
            "/usr/bin/ffprobe", "/data/in"]);
        words[^6..].ShouldBe(["--remount-ro", "/", "--chdir", "/", "--", "/program"]);
    }

    [Fact]
    public void Without_an_input_none_is_bound() => new Bubblewrap("bwrap", "/usr/bin/ffprobe", null).Words.ShouldNotContain("/input");

    private static string Words(SandboxArgument argument) => string.Join(' ', argument.Words);
}
