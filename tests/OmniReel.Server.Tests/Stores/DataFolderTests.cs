using OmniReel.Server.Stores;

namespace OmniReel.Server.Tests.Stores;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder _parent = new();

    private string Path => _parent.File("data");

    public void Dispose() => _parent.Dispose();

    [Fact]
    public void A_second_owner_is_refused_with_the_path_and_the_pid_of_the_first()
    {
        using var first = DataFolder.Open(Path);
        var refused = Should.Throw<DataFolderException>(() => DataFolder.Open(Path));
        refused.Message.ShouldContain(Path);
        refused.Message.ShouldContain($"pid {Environment.ProcessId}");
        refused.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void The_node_is_the_same_at_every_start_and_another_in_another_folder()
    {
        string node;
        using (var first = DataFolder.Open(Path))
            node = first.Node;
        using var again = DataFolder.Open(Path);
        again.Node.ShouldBe(node);
        using var other = DataFolder.Open(_parent.File("other"));
        other.Node.ShouldNotBe(node);
    }

    [Fact]
    public void Only_the_owner_may_look_into_a_folder_that_we_made_and_others_keep_their_mode()
    {
        if (OperatingSystem.IsWindows())
            return;
        using (DataFolder.Open(Path))
            File.GetUnixFileMode(Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        const UnixFileMode theirs = (UnixFileMode)0b111_101_101;
        Directory.CreateDirectory(_parent.File("theirs"));
        File.SetUnixFileMode(_parent.File("theirs"), theirs);
        using var folder = DataFolder.Open(_parent.File("theirs"));
        File.GetUnixFileMode(folder.Path).ShouldBe(theirs);
    }

    [Fact]
    public void A_lock_that_cannot_be_made_is_not_blamed_on_another_server()
    {
        Directory.CreateDirectory(Path);
        File.CreateSymbolicLink(System.IO.Path.Combine(Path, "server.lock"), _parent.File("nowhere/at/all"));
        var refused = Should.Throw<DataFolderException>(() => DataFolder.Open(Path));
        refused.Message.ShouldContain("cannot be written");
        refused.Message.ShouldNotContain("Another");
    }

    [Fact]
    public void A_path_that_cannot_be_a_folder_is_refused_in_one_line()
    {
        File.WriteAllText(Path, "");
        Should.Throw<DataFolderException>(() => DataFolder.Open(Path)).Message.ShouldContain(Path);
    }
}
