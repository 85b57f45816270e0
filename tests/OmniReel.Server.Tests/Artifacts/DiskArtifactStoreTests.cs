using System.Security.Cryptography;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Artifacts;

public sealed class DiskArtifactStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    private DiskArtifactStore Open() => new(_folder.File("artifacts"), _folder.File("drafts"));

    private static async Task<Artifact> CommitAsync(DiskArtifactStore store, string id, byte[] content, string contentType = "video/mp4")
    {
        var draft = store.NewDraft(".mp4");
        await File.WriteAllBytesAsync(draft, content, Stop);
        return await store.CommitAsync(draft, id, contentType, Stop);
    }

    [Fact]
    public async Task What_is_committed_is_found_and_read_back_now_and_after_a_restart()
    {
        byte[] content = [1, 2, 3, 4, 5];
        var store = Open();
        var committed = await CommitAsync(store, "film-1", content);
        committed.ShouldBe(new Artifact("film-1", "video/mp4", 5, committed.ETag));
        foreach (var opened in new[] { store, Open() })
        {
            var found = opened.Find("film-1").ShouldNotBeNull();
            found.ShouldBe(committed);
            await using var stream = opened.Open(found);
            stream.Seek(2, SeekOrigin.Begin);
            var rest = new byte[3];
            await stream.ReadExactlyAsync(rest, Stop);
            rest.ShouldBe([3, 4, 5]);
        }
    }

    [Fact]
    public async Task Committing_again_replaces_the_film_and_its_tag_while_who_reads_goes_on()
    {
        var store = Open();
        var first = await CommitAsync(store, "film", [1, 1, 1]);
        await using var reading = store.Open(first);
        var second = await CommitAsync(store, "film", [2, 2, 2]);
        second.ETag.ShouldNotBe(first.ETag);
        store.Find("film").ShouldBe(second);
        reading.ReadByte().ShouldBe(1);
        Directory.GetFiles(_folder.File("drafts")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_shared_artifact_lives_on_when_the_first_is_taken_away_and_takes_no_room_of_its_own()
    {
        var store = Open();
        var first = await CommitAsync(store, "first", [1, 2, 3]);
        await store.ShareAsync([new NewId(first, "second")], Stop);
        var second = store.Find("second").ShouldNotBeNull();
        second.ShouldBe(new Artifact("second", "video/mp4", 3, second.ETag));
        await store.ShareAsync([new NewId(first, "second"), new NewId(first, "first")], Stop);
        store.Find("second").ShouldBe(second, "once more is no harm");
        store.Find("first").ShouldBe(first, "its own name is no other");
        Directory.GetFiles(_folder.File("drafts")).ShouldBeEmpty();

        store.Remove("first");
        store.Find("first").ShouldBeNull();
        await using (var content = store.Open(store.Find("second").ShouldNotBeNull()))
            content.ReadByte().ShouldBe(1);
        await CommitAsync(store, "first", [9]);
        Open().Find("second").ShouldBe(second, "a new first is another file");
        await Should.ThrowAsync<IOException>(store.ShareAsync([new NewId(new Artifact("gone", "video/mp4", 1, ""), "third")], Stop));
        store.Find("third").ShouldBeNull();
    }

    [Fact]
    public async Task What_belongs_to_one_task_lies_in_one_folder_and_what_an_earlier_version_kept_elsewhere_is_found()
    {
        var store = Open();
        foreach (var part in new[] { "video", "poster", "strip" })
            await CommitAsync(store, $"114314527431252552-{part}", [1]);
        var folder = Directory.GetDirectories(_folder.File("artifacts")).ShouldHaveSingleItem();
        var earlier = Path.Combine(_folder.File("artifacts"), Convert.ToHexStringLower(SHA256.HashData("114314527431252552-video"u8)[..1]));
        earlier.ShouldNotBe(folder);
        Directory.CreateDirectory(earlier);
        File.Move(Path.Combine(folder, "114314527431252552-video.mp4"), Path.Combine(earlier, "114314527431252552-video.mp4"));

        var kept = store.Find("114314527431252552-video").ShouldNotBeNull();
        await using (var content = store.Open(kept))
            content.ReadByte().ShouldBe(1);
        await store.ShareAsync([new NewId(kept, "7-video")], Stop);
        store.Find("7-video").ShouldBe(kept with { Id = "7-video" });
        await CommitAsync(store, "114314527431252552-video", [1, 2]);
        store.Find("114314527431252552-video").ShouldNotBeNull().Length.ShouldBe(2, "made anew");
        store.Remove("114314527431252552-video");
        store.Find("114314527431252552-video").ShouldBeNull();
    }

    [Fact]
    public void What_somebody_else_has_in_a_folder_of_that_name_stays()
    {
        Directory.CreateDirectory(_folder.File("drafts/chapter"));
        File.WriteAllText(_folder.File("drafts/novel.txt"), "my novel");
        File.WriteAllText(_folder.File("drafts/chapter/one.txt"), "one");
        Open();
        File.ReadAllText(_folder.File("drafts/novel.txt")).ShouldBe("my novel");
        File.ReadAllText(_folder.File("drafts/chapter/one.txt")).ShouldBe("one");
    }

    [Fact]
    public void A_draft_that_was_never_committed_is_gone_at_the_next_start()
    {
        var draft = Open().NewDraft(".mp4");
        File.WriteAllText(draft, "half a film");
        Open();
        File.Exists(draft).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("../film")]
    [InlineData("a/b")]
    [InlineData("film.mp4")]
    [InlineData("film\0")]
    [InlineData("影片")]
    public async Task An_id_is_never_a_path(string id)
    {
        var store = Open();
        store.Find(id).ShouldBeNull();
        await Should.ThrowAsync<ArgumentException>(() => CommitAsync(store, id, [1]));
    }

    [Fact]
    public async Task Only_known_types_are_stored()
    {
        (await CommitAsync(Open(), "still", [1], "image/png")).ContentType.ShouldBe("image/png");
        Open().Find("still").ShouldNotBeNull().ContentType.ShouldBe("image/png");
        (await Should.ThrowAsync<ArgumentException>(() => CommitAsync(Open(), "page", [1], "text/html"))).Message.ShouldContain("video/mp4");
    }
}
