using Microsoft.Extensions.Time.Testing;
using OmniReel.Server.Callbacks;

namespace OmniReel.Server.Tests.Callbacks;

public sealed class CircuitTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Circuit _circuit;

    public CircuitTests() => _circuit = new Circuit(new CallbackOptions(), _time);

    [Fact]
    public void Five_failures_in_a_row_open_it_for_10_s_and_each_failed_try_doubles_that_up_to_5_minutes()
    {
        for (var i = 0; i < 4; i++) _circuit.Failed();
        _circuit.IsOpen.ShouldBeFalse();
        foreach (var seconds in new[] { 10, 20, 40, 80, 160, 300, 300 })
        {
            _circuit.Failed();
            _circuit.IsOpen.ShouldBeTrue();
            _circuit.Wait().ShouldBe(TimeSpan.FromSeconds(seconds));
            _time.Advance(TimeSpan.FromSeconds(seconds));
            _circuit.Wait().ShouldBe(TimeSpan.Zero);
        }
    }

    [Fact]
    public void One_answer_closes_it()
    {
        for (var i = 0; i < 7; i++) _circuit.Failed();
        _circuit.Answered(well: false);
        (_circuit.IsOpen, _circuit.IsProven, _circuit.Wait()).ShouldBe((false, false, TimeSpan.Zero));
        _circuit.Answered(well: true);
        _circuit.IsProven.ShouldBeTrue();
        for (var i = 0; i < 4; i++) _circuit.Failed();
        (_circuit.IsOpen, _circuit.IsProven).ShouldBe((false, false));
        _circuit.Failed();
        _circuit.Wait().ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_person_can_close_it()
    {
        for (var i = 0; i < 7; i++) _circuit.Failed();
        _circuit.Reset();
        (_circuit.IsOpen, _circuit.Wait()).ShouldBe((false, TimeSpan.Zero));
    }
}
