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
        var names = new NewNames();
        foreach (var target in new[] { "old/1", "old/2", "new/1", "new/2", "new/3" })
        {
            names.MakeFolder(Path.GetDirectoryName(_folder.File(target))!);
            names.TryLink(_folder.File("film"), _folder.File(target)).ShouldBeTrue();
        }

        names.Changed.ShouldBe(3, "old, new, and the folder that new lies in");
        names.Flush();
        names.Changed.ShouldBe(0);
        File.ReadAllText(_folder.File("new/3")).ShouldBe("a film");
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
