using System.Text.RegularExpressions;

namespace Madoguchi.Studio.FiscalYears;

/// <summary>Years that a text names, moved one year on in the way they are written.</summary>
internal sealed partial class YearWords(YearDays days)
{
    /// <param name="Text">With its years one on.</param>
    /// <param name="Near">Whether it speaks of the year that ends: what is proposed without being asked.</param>
    internal sealed record Moved(string Text, bool Near, IReadOnlyList<string> Notes);

    private sealed record Mention(Match Match, int Year);

    /// <summary>Null when it names no year.</summary>
    public Moved? Of(string text, int from, bool english)
    {
        var mentions = Mentions(text, from, english).ToList();
        if (mentions.Count == 0) return null;
        // Who was born when is about the age in the year, however long ago it is.
        var birth = text.Contains("生まれ", StringComparison.Ordinal) || text.Contains("{生|う}まれ", StringComparison.Ordinal) || text.Contains("born", StringComparison.OrdinalIgnoreCase);
        var near = mentions.Where(m => birth || (m.Year >= from - 1 && m.Year <= from + 2)).ToList();
        var notes = new List<string>();
        var made = text;
        foreach (var mention in (near.Count > 0 ? near : mentions).OrderByDescending(m => m.Match.Index))
            made = string.Concat(made.AsSpan(0, mention.Match.Index), Next(mention, notes), made.AsSpan(mention.Match.Index + mention.Match.Length));
        notes.Reverse();
        return new Moved(made, near.Count > 0, notes);
    }

    private static IEnumerable<Mention> Mentions(string text, int from, bool english)
    {
        foreach (Match match in Written().Matches(text))
        {
            if (match.Groups["era"].Success)
            {
                if (YearNumbers.Read(match.Groups["y"].Value) is { } year && Gregorian(match.Groups["era"].Value, year) is { } named) yield return new Mention(match, named);
            }
            else if (match.Groups["west"].Success)
            {
                if (YearNumbers.Read(match.Groups["west"].Value) is { } year) yield return new Mention(match, year);
            }
            else if (DayOf(match, match.Groups["m"].Value is { } m && YearNumbers.Read(m) < 4 ? from + 1 : from) is { } day && YearDays.Weekday(day) == match.Groups["dow"].Value[0])
            {
                yield return new Mention(match, day.Year);
            }
        }

        if (!english) yield break;
        foreach (Match match in Bare().Matches(text)) yield return new Mention(match, int.Parse(match.Value, CultureInfo.InvariantCulture));
    }

    private string Next(Mention mention, List<string> notes)
    {
        var match = mention.Match;
        var text = match.Value;
        if (DayOf(match, mention.Year) is { } day)
        {
            var next = YearDays.Next(day);
            notes.AddRange(days.Notes(day, next).Reverse().Select(n => $"{JapaneseDate.Format(next)}：{n}"));
            if (match.Groups["dow"].Success) text = Put(text, match, "dow", YearDays.Weekday(next).ToString());
            if (next.Day != day.Day) text = Put(text, match, "d", YearNumbers.Like(match.Groups["d"].Value, next.Day));
        }

        if (match.Groups["era"].Success) return WithEra(text, match, mention.Year);
        if (match.Groups["west"].Success) return Put(text, match, "west", YearNumbers.Like(match.Groups["west"].Value, mention.Year + 1));
        return match.Groups["dow"].Success ? text : (mention.Year + 1).ToString(CultureInfo.InvariantCulture);
    }

    // The era's name is asked of the calendar: 平成31年度 becomes 令和2年度.
    private static string WithEra(string text, Match match, int year)
    {
        var named = JapaneseDate.FiscalYearName(new DateOnly(year + 1, 5, 1));
        var (era, number) = (named[..2], YearNumbers.Read(named[2..^2]) ?? 1);
        var made = Put(text, match, "y", YearNumbers.Like(match.Groups["y"].Value, number));
        var written = match.Groups["era"].Value;
        return written.Length == 1 || written[0] is >= 'ぁ' and <= 'ん' || written == era ? made : Put(made, match, "era", era);
    }

    private static string Put(string text, Match match, string group, string value)
    {
        var part = match.Groups[group];
        return string.Concat(text.AsSpan(0, part.Index - match.Index), value, text.AsSpan(part.Index - match.Index + part.Length));
    }

    private static DateOnly? DayOf(Match match, int year) =>
        match.Groups["m"].Success && YearNumbers.Read(match.Groups["m"].Value) is { } month && YearNumbers.Read(match.Groups["d"].Value) is { } day
        && JapaneseDate.TryParse($"{year:0000}-{month:00}-{day:00}", out var made) ? made : null;

    private static int? Gregorian(string era, int year) =>
        JapaneseDate.TryParse($"{era switch { "れいわ" => "令和", "へいせい" => "平成", _ => TextRules.HalfWidth(era) }}{year}年12月31日", out var day) ? day.Year : null;

    // Years of laws (令和6年法律第1号) are names, not days.
    private const string Law = @"(?!\S{0,12}?(?:法律|令|条例|規則|規程|告示|要綱)第)";
    private const string Few = "[0-9０-９]{1,2}|[元〇一二三四五六七八九十]{1,3}";
    private const string Dow = @"\s*[（(](?<dow>[月火水木金土日])(?:曜日?)?[)）]";
    private const string Day = $@"(?<m>{Few})月(?<d>{Few})日";

    [GeneratedRegex(
        $@"(?:(?<![A-Za-z])(?<era>令和|平成|昭和|れいわ|へいせい|[RHＲＨ])(?:\|[^{{}}]*\}})?\s*(?<y>{Few})(?:\s*\{{?(?:年|ねん)(?:度|ど|{Law}(?:{Day}(?:{Dow})?)?)|[./．／](?<m>{Few})[./．／](?<d>{Few})(?![0-9]))
        |(?<![0-9０-９])(?<west>20[0-9]{{2}}|２０[０-９]{{2}}|二〇[〇一二三四五六七八九]{{2}})(?:\s*\{{?(?:年|ねん)(?:度|ど|{Law}(?:{Day}(?:{Dow})?)?)|[./／-](?<m>{Few})[./／-](?<d>{Few})(?![0-9]))
        |(?<![年0-9０-９])(?<m>{Few})月(?<d>{Few})日{Dow})",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();

    [GeneratedRegex(@"(?<![0-9A-Za-z./-])20[0-9]{2}(?![0-9]|[./-][0-9]|\s*(?:yen|people|m\b))", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
