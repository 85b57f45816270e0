using OmniReel.Console.Tasks;
using OmniReel.Console.Tests.Support;
using OmniReel.Console.Words;

namespace OmniReel.Console.Tests.Tasks;

public sealed class TaskShelfTests
{
    [Fact]
    public async Task A_later_look_replaces_what_was_known_and_keeps_the_title()
    {
        await using var studio = new Studio();
        var speech = studio.Of<Speech>();
        var shelf = new TaskShelf();
        shelf.Take([Films.Of("2", "running", "A fox", at: 2000), Films.Of("1", at: 1000)]);
        shelf.Take([Films.Of("3", "queued", at: 3000), Films.Of("2", at: 2000)]);
        shelf.All.Select(task => task.TaskId).ShouldBe(["3", "2", "1"]);
        (shelf.All[1].Inner(), speech.Title(shelf.All[1])).ShouldBe(("succeeded", "A fox"));
        speech.Title(shelf.All[0]).ShouldBe("3", "a task without a prompt goes by its id");
    }

    [Fact]
    public void Filters_go_together_and_counts_are_of_each_status_with_the_rest()
    {
        var films = new[] { Films.Of("1", "running", "a fox"), Films.Of("2", "canceled", "a Fox sleeps"), Films.Of("3", "failed", "a fox", "reference"), Films.Of("4", title: "一只狐狸") };
        var filter = new TaskFilter("failed", "text-to-video", "FOX");
        films.Where(filter.Takes).Select(task => task.TaskId).ShouldBe(["2"]);
        TaskFilter.Statuses.Select(status => filter.Count(films, status)).ShouldBe([2, 1, 0, 1]);
        films.Where(new TaskFilter("", "", "狐狸").Takes).Select(task => task.TaskId).ShouldBe(["4"]);
        films.Where(new TaskFilter("active", "", "").Takes).Select(task => task.TaskId).ShouldBe(["1"]);
    }
}
