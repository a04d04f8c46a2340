using System.Text.Json;
using Madoguchi.Kernel.Numbers;

namespace Kernel.Tests.Numbers;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("5000020172120", true)]
    [InlineData("５００００２０１７２１２０", true)]
    [InlineData("5-0000-2017-2120", true)]
    [InlineData("4000020172120", false)]
    [InlineData("5000020172121", false)]
    [InlineData("500002017212", false)]
    [InlineData("500002017212X", false)]
    [InlineData(null, false)]
    public void A_corporate_number_has_its_check_digit_in_front(string? text, bool valid) =>
        Assert.Equal(valid, CorporateNumber.IsValid(text));

    [Fact]
    public void Yen_are_whole_and_shown_in_groups()
    {
        Assert.Equal("1,234円", new Yen(1234).ToString());
        Assert.Equal("0円", Yen.Zero.ToString());
        Assert.Equal("-15,000円", (new Yen(15_000) - new Yen(30_000)).ToString());
        Assert.Equal(new Yen(30_000), new Yen(10_000) * 3);
        Assert.Equal("15000", JsonSerializer.Serialize(new Yen(15_000)));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Yen>("1.5"));
        Assert.Throws<OverflowException>(() => new Yen(long.MaxValue) + new Yen(1));
    }

    [Fact]
    public void Codes_are_random_and_free_of_look_alikes()
    {
        var codes = Enumerable.Range(0, 500).Select(_ => Crockford.Random()).ToHashSet();
        Assert.Equal(500, codes.Count);
        Assert.All(codes, c => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{16}$", c));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF }, "ZW")]
    [InlineData(new byte[] { 0, 0x44, 0x32, 0x14, 0xC7 }, "01234567")]
    [InlineData(new byte[] { }, "")]
    public void Bytes_become_five_bit_characters(byte[] bytes, string expected) => Assert.Equal(expected, Crockford.Encode(bytes));

    [Fact]
    public void A_code_is_read_as_it_was_meant()
    {
        Assert.True(Crockford.TryNormalise("ａｂｃｄ-efgh jkmn-OIl2", out var code));
        Assert.Equal("ABCDEFGHJKMN0112", code);
        Assert.Equal("ABCD-EFGH-JKMN-0112", Crockford.Grouped(code));
        Assert.False(Crockford.TryNormalise("ABCD-EFGH-JKMN-011U", out _));
        Assert.False(Crockford.TryNormalise("ABCD", out _));
        Assert.False(Crockford.TryNormalise(null, out _));
    }
}
