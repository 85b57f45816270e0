using OmniReel.Server.Artifacts;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Engines.Animatic;

/// <summary>Films kept and shown again, over a real folder of artifacts; the films themselves are a few bytes.</summary>
public sealed class FilmShelfTests : ShelfDesk
{
    [Fact]
    public async Task An_identical_film_isMade_once_and_each_task_has_its_ownArtifacts()
    {
        var first = await BringAsync(Order(1, marked: true));
        var again = await BringAsync(Order(2, marked: true) with { NotUnderstood = ["glorp"] });
        Made.ShouldBe(1);
        (first.IsCached, again.IsCached).ShouldBe((false, true));
        again.NotUnderstood.ShouldBe(["glorp"]);
        (again.Frames, again.Bytes, again.Units).ShouldBe((first.Frames, first.Bytes, first.Units));
        foreach (var (old, now) in Parts(first).Zip(Parts(again)))
        {
            now.ShouldStartWith($"{Sample.Id(2)}-");
            Content(now).SequenceEqual(Content(old)).ShouldBeTrue();
            Artifacts.Remove(old);
            Content(now).ShouldNotBeEmpty();
        }

        (await BringAsync(Order(3, marked: true))).IsCached.ShouldBeTrue("the second task's artifacts are whole");
        Directory.GetFileSystemEntries(Folder.File("drafts")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_demands_a_new_film_gets_one_and_so_does_another_tenant_or_another_key()
    {
        await BringAsync(Order(1));
        (await BringAsync(Order(2, fresh: true))).IsCached.ShouldBeFalse();
        (await BringAsync(Order(3, tenant: "b"))).IsCached.ShouldBeFalse();
        (await BringAsync(Order(4) with { Key = "other" })).IsCached.ShouldBeFalse();
        Made.ShouldBe(4);
        (await BringAsync(Order(5))).IsCached.ShouldBeTrue();
    }

    [Theory]
    [InlineData("video", true)]
    [InlineData("video", false)]
    [InlineData("poster", true)]
    [InlineData("storyboard", false)]
    [InlineData("marked", true)]
    public async Task A_damaged_or_missing_part_is_noticed_and_the_film_isMade_anew(string part, bool isDamaged)
    {
        await BringAsync(Order(1, marked: true));
        var file = Directory.GetFiles(Folder.File("artifacts"), $"{Sample.Id(1)}-{part}.*", SearchOption.AllDirectories).ShouldHaveSingleItem();
        if (isDamaged)
        {
            var bytes = await File.ReadAllBytesAsync(file, Stop);
            bytes[^1] ^= 1;
            await File.WriteAllBytesAsync(file, bytes, Stop);
        }
        else
        {
            File.Delete(file);
        }

        var anew = await BringAsync(Order(2, marked: true));
        anew.IsCached.ShouldBeFalse();
        Made.ShouldBe(2);
        Parts(anew).ShouldAllBe(id => Content(id).Length > 0);
        (await BringAsync(Order(3, marked: true))).IsCached.ShouldBeTrue("the new one is found first");
    }

    [Fact]
    public async Task The_same_film_in_other_words_has_a_sheet_of_its_own()
    {
        var first = await BringAsync(Order(1));
        var other = await BringAsync(Order(2) with { Text = Words with { Title = "同一部影片" } });
        (Made, other.IsCached).ShouldBe((1, true));
        Content(other.VideoArtifact).SequenceEqual(Content(first.VideoArtifact)).ShouldBeTrue();
        Content(other.StoryboardArtifact!).SequenceEqual(Content(first.StoryboardArtifact!)).ShouldBeFalse();
        other.Sums!.Keys.Order().ShouldBe(Parts(other).Order());
        (await BringAsync(Order(3) with { Text = Words with { Title = "同一部影片" } })).StoryboardArtifact.ShouldNotBeNull();
        Made.ShouldBe(1);
    }

    [Fact]
    public async Task IdenticalFilms_at_the_same_time_are_all_there()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => Task.Run(() => BringAsync(Order(n)), Stop)));
        results.ShouldAllBe(result => Content(result.VideoArtifact).SequenceEqual(Content(results[0].VideoArtifact)));
        results.Select(result => result.VideoArtifact).ShouldBeUnique();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task What_breaks_before_the_last_part_is_stored_shows_nobody_anything(int parts)
    {
        var breaking = new Breaking(Artifacts, parts);
        await Should.ThrowAsync<IOException>(BringAsync(Order(1), artifacts: breaking));
        Directory.GetFileSystemEntries(Folder.File("drafts")).ShouldBeEmpty();
        (await Films.FindFilmAsync("a", "key", Stop)).ShouldBeNull();
        var second = await BringAsync(Order(1));
        (second.IsCached, Content(second.VideoArtifact).Length > 0).ShouldBe((false, true));
    }

    [Fact]
    public async Task A_task_that_ended_without_its_film_leaves_no_file_and_others_keep_theirs()
    {
        var first = await BringAsync(Order(1, marked: true));
        var breaking = new Breaking(Artifacts, 5);
        await Should.ThrowAsync<IOException>(BringAsync(Order(3, marked: true, fresh: true), artifacts: breaking));
        await BringAsync(Order(2, marked: true));
        Files(2).Length.ShouldBe(6);
        Files(3).Length.ShouldBe(5);

        var shelf = Shelf();
        shelf.Forget(Order(2).Task);
        shelf.Forget(Order(3).Task);
        shelf.Forget(Order(3).Task);
        Files(2).ShouldBeEmpty();
        Files(3).ShouldBeEmpty();
        Parts(first).ShouldAllBe(id => Content(id).Length > 0);

        string[] Files(int n) => Directory.GetFiles(Folder.File("artifacts"), $"{Sample.Id(n)}-*", SearchOption.AllDirectories);
    }

    [Fact]
    public async Task A_film_that_is_there_is_read_once_and_all_its_new_names_are_made_durable_together()
    {
        var first = await BringAsync(Order(1, marked: true));
        var counting = new Counting(Artifacts);
        var again = await BringAsync(Order(2, marked: true), artifacts: counting);
        counting.Opened.ShouldBe(Parts(first), ignoreOrder: true);
        counting.Shared.ShouldHaveSingleItem().Select(shared => shared.Id).ShouldBe(Parts(again), ignoreOrder: true);
        counting.Committed.ShouldBe(0, "nothing is written anew");
    }

    /// <summary>Tells what was asked of the store behind it.</summary>
    private sealed class Counting(IArtifactStore inner) : IArtifactStore
    {
        public List<string> Opened { get; } = [];

        public List<IReadOnlyList<NewId>> Shared { get; } = [];

        public int Committed { get; private set; }

        public string NewDraft(string extension) => inner.NewDraft(extension);

        public Task<Artifact> CommitAsync(string draft, string id, string contentType, CancellationToken cancellation)
        {
            Committed++;
            return inner.CommitAsync(draft, id, contentType, cancellation);
        }

        public Task ShareAsync(IReadOnlyList<NewId> shared, CancellationToken cancellation)
        {
            Shared.Add(shared);
            return inner.ShareAsync(shared, cancellation);
        }

        public Artifact? Find(string id) => inner.Find(id);

        public void Remove(string id) => inner.Remove(id);

        public Stream Open(Artifact artifact)
        {
            Opened.Add(artifact.Id);
            return inner.Open(artifact);
        }
    }

    /// <summary>A disk that is full after some files.</summary>
    private sealed class Breaking(IArtifactStore inner, int after) : IArtifactStore
    {
        private int _left = after;

        public string NewDraft(string extension) => inner.NewDraft(extension);

        public Task<Artifact> CommitAsync(string draft, string id, string contentType, CancellationToken cancellation) =>
            _left-- > 0 ? inner.CommitAsync(draft, id, contentType, cancellation) : throw new IOException("No space left on device");

        public Task ShareAsync(IReadOnlyList<NewId> shared, CancellationToken cancellation) => inner.ShareAsync(shared, cancellation);

        public Artifact? Find(string id) => inner.Find(id);

        public void Remove(string id) => inner.Remove(id);

        public Stream Open(Artifact artifact) => inner.Open(artifact);
    }
}
