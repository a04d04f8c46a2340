namespace Madoguchi.Kernel.Numbers;

/// <summary>
/// Damm's check digit: a totally anti-symmetric quasigroup of order 10 finds all single wrong digits and all
/// exchanged neighbours, the check digit included.
/// </summary>
internal static class Damm
{
    private static readonly string[] Table =
    [
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
    ];

    /// <summary>The check digit of these digits; 0 when the digits already end in their right check digit.</summary>
    public static int Check(ReadOnlySpan<char> digits)
    {
        var interim = 0;
        foreach (var digit in digits) interim = Table[interim][digit - '0'] - '0';
        return interim;
    }
}
