using Madoguchi.Kernel.Text;

namespace Madoguchi.Kernel.Numbers;

/// <summary>法人番号: a check digit in front of twelve digits. Public; handled freely.</summary>
public static class CorporateNumber
{
    /// <summary>Thirteen digits (any width, with or without hyphens) whose check digit fits.</summary>
    public static bool IsValid(string? text)
    {
        if (text is null || text.Length > 40) return false;
        var digits = TextRules.Digits(text);
        return digits.Length == 13 && digits.All(char.IsAsciiDigit) && digits[0] - '0' == CheckDigit(digits.AsSpan(1));
    }

    /// <summary>9 − (Σ Pn·Qn mod 9), where P1 is the lowest digit and Qn 1 for odd n, 2 for even n.</summary>
    internal static int CheckDigit(ReadOnlySpan<char> twelve)
    {
        var sum = 0;
        for (var n = 1; n <= twelve.Length; n++) sum += (twelve[^n] - '0') * (n % 2 == 1 ? 1 : 2);
        return 9 - (sum % 9);
    }
}
