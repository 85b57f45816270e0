using System.Numerics;
using CsCheck;
using OmniReel.Media.Motion;

namespace OmniReel.Media.Tests.Motion;

public sealed class PhraseTests
{
    private static readonly Gen<Phrase> Phrases =
        from gaps in Gen.Float[0.2f, 1.2f].Array[3, 8]
        from feet in Gen.Float[-0.5f, 0.5f].Array[8]
        from arms in Gen.Float[-150, 150].Array[8]
        select new Phrase(gaps.Sum(), [.. gaps.Select((_, i) => new Key(gaps.Take(i).Sum(), Pose(arms[i], feet[i / 2])))]);

    [Fact]
    public void A_phrase_repeats() =>
        Gen.Select(Phrases, Gen.Float[0, 10]).Sample((phrase, second) =>
        {
            Pose now = phrase.At(second), later = phrase.At(second + phrase.Period);
            Math.Abs(now.NearArm.X - later.NearArm.X).ShouldBeLessThan(0.1f);
            Math.Abs(now.NearFoot.X - later.NearFoot.X).ShouldBeLessThan(0.001f);
        }, iter: 300);

    [Fact]
    public void A_foot_with_equal_keys_does_not_move_between_them() =>
        Phrases.Sample(phrase =>
        {
            // Keys come in pairs with the same foot; between the first two nothing may move.
            var first = phrase.At(0).NearFoot.X;
            for (var i = 0; i <= 8; i++)
                phrase.At(i * 0.2f / 8).NearFoot.X.ShouldBe(first, 1e-5f);
        }, iter: 300);

    [Fact]
    public void A_round_begins_with_its_turns_made()
    {
        var phrase = new Phrase(2, [new(0, Pose(0, 0)), new(1, Pose(0, 0) with { Turn = 1 }), new(1.5f, Pose(0, 0) with { Turn = 2 })]);
        phrase.At(1.99f).Turn.ShouldBe(2, 0.01f);
        MathF.Cos(phrase.At(2.01f).Turn * MathF.PI).ShouldBe(1, 0.01f);
        phrase.At(3.5f).Turn.ShouldBe(2, 0.01f);
    }

    private static Pose Pose(float arm, float foot) =>
        new(Vector4.Zero, new(arm, 0, 0), Vector3.Zero, new(foot, 0, 0), Vector3.Zero);
}
