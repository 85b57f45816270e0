using Microsoft.Extensions.Primitives;
using OmniReel.Server.Access;

namespace OmniReel.Server.Tests.Access;

public sealed class KeyTests
{
    private const string Key = "a-key-of-my-own-0123";

    [Theory]
    [InlineData(KeyVerdict.Known, "Bearer " + Key)]
    [InlineData(KeyVerdict.Known, "bearer " + Key)]
    [InlineData(KeyVerdict.Known, "BEARER   " + Key)]
    [InlineData(KeyVerdict.Known, "  Bearer " + Key + " ")]
    [InlineData(KeyVerdict.Missing)]
    [InlineData(KeyVerdict.Missing, "")]
    [InlineData(KeyVerdict.Missing, "   ")]
    [InlineData(KeyVerdict.Wrong, "Bearer")]
    [InlineData(KeyVerdict.Wrong, "Bearer ")]
    [InlineData(KeyVerdict.Wrong, Key)]
    [InlineData(KeyVerdict.Wrong, "Basic " + Key)]
    [InlineData(KeyVerdict.Wrong, "Bearer\t" + Key)]
    [InlineData(KeyVerdict.Wrong, "Bearer " + Key + "x")]
    [InlineData(KeyVerdict.Wrong, "Bearer a-key-of-my-own-012")]
    [InlineData(KeyVerdict.Wrong, "Bearer A-KEY-OF-MY-OWN-0123")]
    [InlineData(KeyVerdict.Wrong, "Bearer " + Key + ",Bearer " + Key)]
    [InlineData(KeyVerdict.Wrong, "Bearer " + Key, "Bearer " + Key)]
    [InlineData(KeyVerdict.Wrong, "Bearer 钥匙钥匙钥匙钥匙钥匙钥匙钥匙钥匙")]
    [InlineData(KeyVerdict.Wrong, "Bearer \ud800\ud800\ud800\ud800")]
    public void A_header_is_one_bearer_and_the_key(KeyVerdict verdict, params string[] header) =>
        KeyRing.Of(Key).Check(new StringValues(header)).Verdict.ShouldBe(verdict);

    [Fact]
    public void A_very_long_header_is_wrong_and_cheap() =>
        KeyRing.Of(Key).Check("Bearer " + new string('x', 30_000)).Verdict.ShouldBe(KeyVerdict.Wrong);

    [Fact]
    public void A_known_key_names_its_tenant() => KeyRing.Of(Key).Check("Bearer " + Key).ShouldBe(new KeyCheck(KeyVerdict.Known, "default"));

    [Fact]
    public void A_check_allocates_nothing()
    {
        var ring = KeyRing.Of(Key);
        var header = new StringValues("Bearer " + Key);
        ring.Check(header);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) ring.Check(header);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100);
    }

    [Theory]
    [InlineData("0123456789abcdef", true)]
    [InlineData("0123456789abcde", false)]
    [InlineData("a key with blanks inside", true)]
    [InlineData(" 0123456789abcdef", false)]
    [InlineData("0123456789abcdef ", false)]
    [InlineData("0123456789\tabcdef", false)]
    [InlineData("钥匙钥匙钥匙钥匙钥匙钥匙钥匙钥匙", true)]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", true)]
    public void A_chosen_key_is_16_to_200_printable_characters(string key, bool allowed) => (ApiKey.Complaint(key) is null).ShouldBe(allowed);

    [Fact]
    public void A_chosen_key_of_200_characters_opens_and_one_of_201_is_refused()
    {
        var longest = string.Concat(Enumerable.Repeat("😀", 200));
        ApiKey.Complaint(longest).ShouldBeNull();
        KeyRing.Of(longest).Check("Bearer " + longest).Verdict.ShouldBe(KeyVerdict.Known);
        ApiKey.Complaint(longest + "a").ShouldNotBeNull();
    }

    [Fact]
    public void A_minted_key_can_be_told_from_a_typo_of_it()
    {
        var key = ApiKey.Mint();
        key.ShouldStartWith("omr_");
        key.Length.ShouldBe(63);
        ApiKey.Complaint(key).ShouldBeNull();
        ApiKey.IsMinted(key).ShouldBeTrue();
        ApiKey.IsMinted("a-chosen-key-0123456").ShouldBeFalse();
        for (var i = 4; i < key.Length; i++)
        {
            if (key[i] == '_') continue;
            ApiKey.IsMinted(key[..i] + (key[i] == 'a' ? 'b' : 'a') + key[(i + 1)..]).ShouldBeFalse();
        }

        ApiKey.Mint().ShouldNotBe(key);
        ApiKey.Hint(key).ShouldBe(key[..12] + "…");
    }

    [Theory]
    [InlineData("omr_my-own-key-0123")]
    [InlineData("omr_AAAAAAAA_0123456789012345678901234567890123456789012_000000")]
    public void Of_a_chosen_key_three_characters_are_shown_whatever_it_looks_like(string key) => ApiKey.Hint(key).ShouldBe("omr…");

    [Fact]
    public void Of_a_kept_key_the_folder_has_only_the_hash()
    {
        var folder = Directory.CreateTempSubdirectory("omnireel-key-");
        try
        {
            KeyFile.Open(folder.FullName).ShouldBeNull();
            var minted = ApiKey.Mint();
            KeyFile.Keep(folder.FullName, minted);

            var file = Path.Combine(folder.FullName, "api-key");
            File.ReadAllText(file).ShouldNotContain(minted[12..]);
            if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

            var again = KeyFile.Open(folder.FullName).ShouldNotBeNull();
            again.Hint.ShouldBe(ApiKey.Hint(minted));
            again.Check("Bearer " + minted).Verdict.ShouldBe(KeyVerdict.Known);

            File.WriteAllText(file, "nonsense");
            Should.Throw<InvalidDataException>(() => KeyFile.Open(folder.FullName)).Message.ShouldContain(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
