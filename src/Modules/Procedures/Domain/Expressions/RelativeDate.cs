namespace Madoguchi.Procedures.Domain.Expressions;

/// <summary>A date as definitions write it: <c>@today</c>, <c>@-18y</c>, <c>@+3m</c>, <c>@+10d</c>.</summary>
internal readonly record struct RelativeDate(int Amount, char Unit)
{
    public static bool TryParse(string text, out RelativeDate date)
    {
        date = new RelativeDate(0, 'd');
        if (text == "@today") return true;
        if (text.Length < 4 || text[0] != '@' || text[1] is not ('+' or '-') || text[^1] is not ('y' or 'm' or 'd')) return false;
        if (!int.TryParse(text.AsSpan(1, text.Length - 2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)) return false;
        // Within the calendar from any day of this century.
        if (Math.Abs((long)amount) > (text[^1] switch { 'y' => 1_000, 'm' => 12_000, _ => 100_000 })) return false;
        date = new RelativeDate(amount, text[^1]);
        return true;
    }

    public DateOnly On(DateOnly today) => Unit switch
    {
        'y' => today.AddYears(Amount),
        'm' => today.AddMonths(Amount),
        _ => today.AddDays(Amount),
    };
}
