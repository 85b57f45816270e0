using OmniReel.Contract.Films;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Pricing;

/// <summary>What an edit costs once its input's length is known.</summary>
public static class EditPrice
{
    /// <summary>
    /// Units to settle out of those held at accept, which are for the model's longest input: so the price is that of the day when the
    /// task was accepted, whatever the table says now.
    /// </summary>
    /// <param name="held">See <see cref="PriceTable.Hold"/>.</param>
    /// <param name="model">The model whose longest input was held for.</param>
    /// <param name="inputSeconds">Billed rounded half up to whole seconds.</param>
    public static decimal Settled(decimal held, VideoModel model, decimal inputSeconds) =>
        held / model.LongestSeconds() * FilmLength.BilledSeconds(inputSeconds);
}
