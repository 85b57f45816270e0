using CsCheck;
using OmniReel.Server.Stores.Sqlite;

namespace OmniReel.Server.Tests.Stores.Sqlite;

public sealed class QueueOrderTests
{
    [Fact]
    public void Positions_agree_with_a_sorted_set() =>
        Gen.Select(Gen.Bool, Gen.OneOf(Gen.Long[1, 40], Gen.Long[4000, 4200], Gen.Long[1, 60_000])).Array[1, 200].Sample(steps =>
        {
            var order = new QueueOrder();
            var model = new SortedSet<long>();
            foreach (var (add, place) in steps)
            {
                if (add)
                {
                    order.Add(place);
                    model.Add(place);
                }
                else
                {
                    order.Remove(place);
                    model.Remove(place);
                }

                order.Before(place).ShouldBe(model.Contains(place) ? model.Count(p => p < place) : null);
            }

            foreach (var place in model)
                order.Before(place).ShouldBe(model.Count(p => p < place));
        });
}
