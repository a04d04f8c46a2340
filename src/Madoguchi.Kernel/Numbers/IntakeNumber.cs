using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Madoguchi.Kernel.Text;

namespace Madoguchi.Kernel.Numbers;

/// <summary>
/// 受付番号 <c>YYYY-NNNNNN-C</c>: year, serial (six digits, more when a year needs more; gaps allowed) and a check digit
/// that finds every wrong digit and every two neighbours exchanged.
/// </summary>
[JsonConverter(typeof(IntakeNumberJson))]
public readonly record struct IntakeNumber : IParsable<IntakeNumber>, IComparable<IntakeNumber>
{
    private IntakeNumber(int year, long serial) => (Year, Serial) = (year, serial);

    public int Year { get; }

    public long Serial { get; }

    /// <summary>The number of this year and serial, with its check digit.</summary>
    public static IntakeNumber Create(int year, long serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, 999_999_999);
        return new(year, serial);
    }

    /// <summary>Reads full width, spaces, any hyphen or none; false when the check digit does not fit.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out IntakeNumber number)
    {
        number = default;
        if (text is null || text.Length > 40) return false;

        var digits = TextRules.Digits(text);
        if (digits.Length is < 11 or > 14 || !digits.All(char.IsAsciiDigit) || Damm.Check(digits) != 0) return false;

        var year = int.Parse(digits.AsSpan(0, 4), CultureInfo.InvariantCulture);
        var serial = long.Parse(digits.AsSpan(4, digits.Length - 5), CultureInfo.InvariantCulture);
        if (year < 1000 || serial < 1 || (digits.Length > 11 && digits[4] == '0')) return false;

        number = new(year, serial);
        return true;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IntakeNumber result) => TryParse(s, out result);

    public static IntakeNumber Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, out var number) ? number : throw new FormatException("Not an intake number");

    public int CompareTo(IntakeNumber other) => (Year, Serial).CompareTo((other.Year, other.Serial));

    public override string ToString()
    {
        if (Year == 0) return "";
        var check = Damm.Check(string.Create(CultureInfo.InvariantCulture, $"{Year:D4}{Serial:D6}"));
        return string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Serial:D6}-{check}");
    }

    private sealed class IntakeNumberJson : JsonConverter<IntakeNumber>
    {
        public override IntakeNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var number) ? number : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, IntakeNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
