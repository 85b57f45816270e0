using OmniReel.Server.Disk;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Disk;

public sealed class NewNamesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_is_flushed_once_for_all_names_in_it_and_once_for_a_new_folder_in_it()
    {
        File.WriteAllText(_folder.File("film"), "a film");
        Directory.CreateDirectory(_folder.File("old"));
        var flushed = new List<string>();
        var names = new NewNames(folder =>
        {
            File.ReadAllText(_folder.File("new/3")).ShouldBe("a film", "the last name is given before any folder is flushed");
            flushed.Add(folder);
        });
        foreach (var target in new[] { "old/1", "old/2", "new/1", "new/2", "new/3" })
        {
            names.MakeFolder(Path.GetDirectoryName(_folder.File(target))!);
            names.TryLink(_folder.File("film"), _folder.File(target)).ShouldBeTrue();
        }

        flushed.ShouldBeEmpty();
        names.Flush();
        flushed.ShouldBe([_folder.File("old"), _folder.File("new"), _folder.Path], ignoreOrder: true, "old, new, and the folder that new lies in");
        names.Flush();
        flushed.Count.ShouldBe(3, "what was flushed is durable");
    }

    [Fact]
    public void A_folder_that_cannot_be_flushed_is_told_of_and_so_is_it_the_next_time()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such call");
        File.WriteAllText(_folder.File("film"), "a film");
        var names = new NewNames();
        names.MakeFolder(_folder.File("new"));
        names.TryLink(_folder.File("film"), _folder.File("new/1")).ShouldBeTrue();
        Directory.Delete(_folder.File("new"), recursive: true);
        for (var i = 0; i < 2; i++)
            Should.Throw<IOException>(names.Flush).Message.ShouldContain(_folder.File("new"));
    }

    [Fact]
    public void A_name_that_is_taken_is_given_anew_and_one_of_a_file_that_is_gone_is_nobodys()
    {
        File.WriteAllText(_folder.File("film"), "a film");
        File.WriteAllText(_folder.File("taken"), "another");
        var names = new NewNames();
        names.TryLink(_folder.File("film"), _folder.File("taken")).ShouldBeTrue();
        File.ReadAllText(_folder.File("taken")).ShouldBe("a film");
        names.TryLink(_folder.File("gone"), _folder.File("taken")).ShouldBeFalse();
        File.Exists(_folder.File("taken")).ShouldBeFalse();
    }
}
