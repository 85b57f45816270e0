using System.Reflection;
using OmniReel.Server.Lab.Scenarios;

namespace OmniReel.Server.Tests.Lab;

/// <summary>The table of scenarios is whole: each row is tested from the client's side, and says in both languages what it does.</summary>
public sealed class ScenarioTableTests
{
    [Fact]
    public void Every_scenario_has_a_test_and_every_test_a_scenario()
    {
        var tested = typeof(ScenarioTableTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetCustomAttributes<ScenarioAttribute>()).Select(one => one.Id).ToHashSet();
        LabCatalogue.All.Select(one => one.Id).ShouldBe(tested, ignoreOrder: true);
        LabCatalogue.All.Select(one => one.Id).ShouldBeUnique();
    }

    [Fact]
    public void Every_row_is_described_in_both_languages()
    {
        foreach (var one in LabCatalogue.All)
        {
            one.En.ShouldEndWith(".");
            one.Zh.ShouldEndWith("。");
            one.Parameters.Select(p => p.Name).ShouldBeUnique();
            foreach (var p in one.Parameters.Concat(LabCatalogue.Common))
            {
                p.En.ShouldNotBeEmpty();
                p.Zh.Any(letter => letter > 0x2E80).ShouldBeTrue($"{one.Id} {p.Name}");
                if (p.Value == LabValue.Word) p.Complaint(p.Usual).ShouldBeNull($"{one.Id} {p.Name}");
            }
        }
    }
}
