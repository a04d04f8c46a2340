using System.Text.Json;
using Madoguchi.Kernel.Numbers;

namespace Kernel.Tests.Numbers;

public sealed class IntakeNumberTests
{
    [Fact]
    public void Looks_like_year_serial_check_digit()
    {
        var text = IntakeNumber.Create(2026, 123).ToString();
        Assert.Matches("^2026-000123-[0-9]$", text);
        Assert.Equal(IntakeNumber.Create(2026, 123), IntakeNumber.Parse(text));
        Assert.Matches("^2026-1234567-[0-9]$", IntakeNumber.Create(2026, 1_234_567).ToString());
    }

    [Fact]
    public void Is_read_in_full_width_and_with_any_hyphen_or_none()
    {
        var number = IntakeNumber.Create(2026, 42);
        var text = number.ToString();
        var wide = string.Concat(text.Select(c => c == '-' ? 'ー' : (char)(c - '0' + '０')));
        foreach (var typed in new[] { text.Replace("-", ""), $" {text.Replace('-', '−')} ", wide, text.Replace('-', ' ') })
        {
            Assert.True(IntakeNumber.TryParse(typed, out var read), typed);
            Assert.Equal(number, read);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(90_210)]
    [InlineData(999_999)]
    [InlineData(1_204_567)]
    public void Every_single_wrong_digit_is_found(long serial)
    {
        var digits = IntakeNumber.Create(2026, serial).ToString().Replace("-", "");
        for (var at = 0; at < digits.Length; at++)
        {
            for (var wrong = '0'; wrong <= '9'; wrong++)
            {
                if (wrong == digits[at]) continue;
                Assert.False(IntakeNumber.TryParse(digits[..at] + wrong + digits[(at + 1)..], out _));
            }
        }
    }

    [Fact]
    public void Every_exchange_of_neighbours_is_found()
    {
        for (var serial = 1; serial < 20_000; serial += 37)
        {
            var digits = IntakeNumber.Create(2026, serial).ToString().Replace("-", "");
            for (var at = 0; at + 1 < digits.Length; at++)
            {
                if (digits[at] == digits[at + 1]) continue;
                Assert.False(IntakeNumber.TryParse(digits[..at] + digits[at + 1] + digits[at] + digits[(at + 2)..], out _));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("2026")]
    [InlineData("2026-ABCDEF-1")]
    [InlineData("0000-000000-0")]
    public void Anything_else_is_no_number(string? text) => Assert.False(IntakeNumber.TryParse(text, out _));

    [Fact]
    public void Is_a_string_in_json()
    {
        var number = IntakeNumber.Create(2026, 7);
        Assert.Equal($"\"{number}\"", JsonSerializer.Serialize(number));
        Assert.Equal(number, JsonSerializer.Deserialize<IntakeNumber>($"\"{number}\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<IntakeNumber>("\"2026-000007-x\""));
    }
}
