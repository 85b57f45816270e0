using Microsoft.Extensions.Time.Testing;
using OmniReel.Server.Callbacks.Signing;

namespace OmniReel.Server.Tests.Callbacks.Signing;

public sealed class SigningSecretsTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly MemoryFile _file = new();

    [Fact]
    public void Without_a_secret_nothing_is_signed()
    {
        var secrets = new SigningSecrets([], _file, _time);
        secrets.AreNone.ShouldBeTrue();
        secrets.Sign("a", 1, "{}"u8).ShouldBeNull();
    }

    [Fact]
    public void After_a_rotation_both_sign_for_a_day_and_then_the_new_one_alone()
    {
        var secrets = new SigningSecrets([], _file, _time);
        var first = secrets.Rotate();
        first.PreviousUntil.ShouldBeNull();
        secrets.Sign("a", 1, "{}"u8).ShouldBe(SignatureOf(first.Secret));

        var second = secrets.Rotate();
        second.PreviousUntil.ShouldBe(_time.GetUtcNow().AddHours(24).ToUnixTimeMilliseconds());
        Check(secrets);
        // A restart in the middle of the day changes nothing.
        Check(new SigningSecrets([], _file, _time));

        _time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        Check(secrets);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        secrets.Sign("a", 1, "{}"u8).ShouldBe(SignatureOf(second.Secret));
        new SigningSecrets([], _file, _time).Sign("a", 1, "{}"u8).ShouldBe(SignatureOf(second.Secret));

        void Check(SigningSecrets live) => live.Sign("a", 1, "{}"u8).ShouldBe($"{SignatureOf(second.Secret)} {SignatureOf(first.Secret)}");
    }

    [Fact]
    public void A_second_rotation_within_the_day_keeps_what_the_first_promised()
    {
        var secrets = new SigningSecrets([], _file, _time);
        var first = secrets.Rotate();
        var second = secrets.Rotate();
        _time.Advance(TimeSpan.FromHours(6));
        var third = secrets.Rotate();
        secrets.Sign("a", 1, "{}"u8).ShouldBe($"{SignatureOf(third.Secret)} {SignatureOf(second.Secret)} {SignatureOf(first.Secret)}");
        _time.Advance(TimeSpan.FromHours(18));
        new SigningSecrets([], _file, _time).Sign("a", 1, "{}"u8).ShouldBe($"{SignatureOf(third.Secret)} {SignatureOf(second.Secret)}");
        _time.Advance(TimeSpan.FromHours(6));
        secrets.Sign("a", 1, "{}"u8).ShouldBe(SignatureOf(third.Secret));
    }

    [Fact]
    public void Rotations_without_end_keep_the_header_short()
    {
        var secrets = new SigningSecrets([], _file, _time);
        for (var i = 0; i < 20; i++) secrets.Rotate();
        secrets.Sign("a", 1, "{}"u8)!.Split(' ').Length.ShouldBe(SigningSecrets.Most);
    }

    [Fact]
    public void A_rotation_that_could_not_be_kept_did_not_happen()
    {
        var secrets = new SigningSecrets([], _file, _time);
        var first = secrets.Rotate();
        _file.IsFull = true;
        Should.Throw<IOException>(() => secrets.Rotate());
        secrets.Sign("a", 1, "{}"u8).ShouldBe(SignatureOf(first.Secret));
    }

    [Fact]
    public void Configured_secrets_all_sign_and_are_not_rotated_here()
    {
        var (one, two) = (SigningSecret.Mint().Text, SigningSecret.Mint().Text);
        var secrets = new SigningSecrets([one, two], _file, _time);
        secrets.Sign("a", 1, "{}"u8).ShouldBe($"{SignatureOf(one)} {SignatureOf(two)}");
        Should.Throw<SecretIsGivenException>(() => secrets.Rotate());
        _file.Read().ShouldBeNull();
    }

    private static string SignatureOf(string secret) => SigningSecret.Parse(secret).Sign("a", 1, "{}"u8);

    private sealed class MemoryFile : ISigningSecretFile
    {
        private string? _text;

        public bool IsFull { get; set; }

        public string? Read() => _text;

        public void Keep(string text) => _text = IsFull ? throw new IOException("full") : text;
    }
}
