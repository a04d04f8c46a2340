using static Madoguchi.Procedures.Paper.Markup;

namespace Madoguchi.Procedures.Paper;

/// <summary>The place to write an answer to one question, with the answer in it when there is one.</summary>
internal sealed class PaperFields(PaperWords words, Form form, DateOnly today)
{
    // More squares than fit beside each other in a cell are no help.
    private const int MostSquares = 14;

    public string Of(Question question, PaperAnswers answers, Question? parent) => question.Type switch
    {
        QuestionType.LongText => LongText(question, answers.Text(question.Id)),
        QuestionType.Choice when question.OptionsAreSessions => Session(question, answers),
        QuestionType.Choice => Options(question, answers.Text(question.Id) is { } code ? [code] : [], answers, parent),
        QuestionType.Choices => Options(question, answers.List(question.Id), answers, parent),
        QuestionType.YesNo => YesNo(question, answers[question.Id]),
        QuestionType.Number => Line(Typed(answers.Text(question.Id)), "amount") + (question.Unit is { } unit ? " " + words.Of(unit) : ""),
        QuestionType.Yen => Line(Typed(answers.Text(question.Id)), "amount") + " " + words["paper.yen"],
        QuestionType.Date => Date(answers.Text(question.Id), question.Birth),
        QuestionType.Period => Period(answers.Parts(question.Id)),
        QuestionType.Time => Time(answers.Text(question.Id)),
        QuestionType.Name => Name(question, answers.Parts(question.Id)),
        QuestionType.Address => Address(answers.Parts(question.Id)),
        QuestionType.Bank => Bank(answers.Parts(question.Id)),
        QuestionType.Telephone => Line(Typed(answers.Text(question.Id)), "medium"),
        QuestionType.Email => Line(Typed(answers.Text(question.Id)) is { Length: > 0 } mail ? mail : "<span class=\"at\">@</span>"),
        QuestionType.File => Files(question, answers),
        QuestionType.MapPoint => Place(answers.Parts(question.Id)),
        _ => Text(question, answers.Text(question.Id)),
    };

    private static string Text(Question question, string? value)
    {
        var fixedLength = question.Input == "corporateNumber" ? 13 : question.Input == "digits" && question.MaxLength <= MostSquares ? question.MaxLength : 0;
        return fixedLength > 0 ? Squares(fixedLength, value) : question.MaxLength > 60 ? Ruled(2, Typed(value)) : Line(Typed(value));
    }

    private static string LongText(Question question, string? value) =>
        Ruled(Math.Clamp(question.Rows, 3, 12), Lines(value ?? ""));

    private string Session(Question question, PaperAnswers answers)
    {
        var code = answers.Text(question.Id);
        var chosen = form.OpenSessions(today).FirstOrDefault(s => s.Code == code);
        return Labelled(words["paper.session"], Line(chosen is null ? Typed(code) : Markup.Of(SessionWords.Of(chosen, words.Language))));
    }

    private string Options(Question question, IReadOnlyList<string> chosen, PaperAnswers answers, Question? parent)
    {
        var shared = question.Options.Where(o => o.Of.Count == 0).ToList();
        var made = shared.Count > 0 ? Ticks(question, shared, chosen, answers) : "";
        foreach (var depending in parent?.Options ?? [])
        {
            var options = question.Options.Where(o => o.Of.Contains(depending.Code)).ToList();
            if (options.Count == 0) continue;
            made += $"<p class=\"small\">{words.Fill("paper.optionWhen", ("a", parent!.Short), ("b", depending.Label))}</p>{Ticks(question, options, chosen, answers)}";
        }

        return made;
    }

    private string Ticks(Question question, IReadOnlyList<Option> options, IReadOnlyList<string> chosen, PaperAnswers answers)
    {
        var longest = options.Max(o => o.Label.In(words.Language).ToString().Length) / (words.Language == Language.En ? 2 : 1);
        var shape = longest > 14 ? "one" : longest > 9 || options.Count <= 4 ? "flow" : "three";
        var ticks = options.Select(o => Tick(chosen.Contains(o.Code), words.Of(o.Label) + (question.Other && o.Code == "other" ? "（" + Line(Typed(answers.Text(question.Id + "Other")), "short") + "）" : "")));
        return $"<div class=\"ticks {shape}\">{string.Concat(ticks)}</div>";
    }

    private string YesNo(Question question, JsonElement? value) => $"<div class=\"ticks flow\">{Tick(value is { ValueKind: JsonValueKind.True }, words.Of(question.Yes))}{Tick(value is { ValueKind: JsonValueKind.False }, words.Of(question.No))}</div>";

    /// <summary>The day the paper is handed in: nobody needs an era before this one.</summary>
    public string SubmittedOn(DateOnly? day) =>
        words.Language == Language.En ? Numbers(Written(day?.Year), day, "") : Numbers(day is { } known ? JapaneseDate.Format(known)[2..].Split('年')[0] : null, day, JapaneseDate.Format(today)[..2], 2);

    private string Date(string? value, bool birth)
    {
        DateOnly? day = DateOnly.TryParseExact(value, "yyyy-MM-dd", out var read) ? read : null;
        // The Western calendar where the language has no eras; else the eras a living person or a paper can bear.
        if (words.Language == Language.En) return Numbers(Written(day?.Year), day, "");
        string[] names = birth ? ["大正", "昭和", "平成", "令和"] : ["令和", "平成"];
        var written = day is { } known ? JapaneseDate.Format(known) : "";
        var era = names.FirstOrDefault(n => written.StartsWith(n, StringComparison.Ordinal));
        var eras = string.Concat(names.Select(n => Tick(n == era, n)));
        return Numbers(era is null ? Written(day?.Year) : written[era.Length..written.IndexOf('年')], day, $"<span class=\"eras\">{eras}{Tick(day is not null && era is null, words["paper.western"])}</span>");
    }

    private string Numbers(string? year, DateOnly? day, string before, int squares = 4) =>
        $"<span class=\"date\">{before}<span class=\"numbers\">{Squares(squares, year, true)}{words["paper.year"]}{Squares(2, Written(day?.Month), true)}{words["paper.month"]}{Squares(2, Written(day?.Day), true)}{words["paper.day"]}</span></span>";

    private string Period(PaperAnswers parts) => words.Language == Language.En
        ? $"<div>{words["paper.from"]} {Date(parts.Text("from"), false)}</div><div>{words["paper.until"]} {Date(parts.Text("to"), false)}</div>"
        : $"<div>{Date(parts.Text("from"), false)} {words["paper.from"]}</div><div>{Date(parts.Text("to"), false)} {words["paper.until"]}</div>";

    private string Time(string? value) =>
        $"<span class=\"numbers\">{Squares(2, value?.Split(':')[0].TrimStart('0').PadLeft(1, '0'), true)}{words["paper.hour"]}{Squares(2, value?.Split(':')[^1])}{words["paper.minute"]}</span>";

    private string Name(Question question, PaperAnswers parts)
    {
        string Pair(string family, string given, string more) =>
            Labelled(words["paper.family"], Line(Typed(parts.Text(family))), more) + Labelled(words["paper.given"], Line(Typed(parts.Text(given))), more);
        var made = $"<div class=\"kana\"><span class=\"small\">{words["paper.kana"]}</span><div class=\"pair\">{Line(Typed(parts.Text("familyKana")))}{Line(Typed(parts.Text("givenKana")))}</div></div><div class=\"pair\">{Pair("family", "given", "high")}</div>";
        if (question.Aliases) made += $"<div class=\"pair\">{Labelled(words["paper.oldName"], Line(Typed(parts.Text("oldName"))))}{Labelled(words["paper.alias"], Line(Typed(parts.Text("alias"))))}</div>";
        return made;
    }

    private string Address(PaperAnswers parts)
    {
        var postal = (parts.Text("postalCode") ?? "-").Split('-');
        return $"<div class=\"numbers\">〒{Squares(3, postal[0])}－{Squares(4, postal[^1])}</div>"
            + $"<div class=\"pair\">{Labelled(words["paper.prefecture"], Line(Typed(parts.Text("prefecture"))))}{Labelled(words["paper.city"], Line(Typed(parts.Text("city"))))}</div>"
            + Labelled(words["paper.street"], Line(Typed(parts.Text("town") + parts.Text("street"))))
            + Labelled(words["paper.building"], Line(Typed(parts.Text("building"))));
    }

    private string Bank(PaperAnswers parts)
    {
        var kind = parts.Text("type");
        return Labelled(words["paper.bank"], $"<span class=\"numbers\">{Line("", "medium")}{Squares(4, parts.Text("bankCode"))}</span>", "beside")
            + Labelled(words["paper.branch"], $"<span class=\"numbers\">{Line("", "medium")}{Squares(3, parts.Text("branchCode"))}</span>", "beside")
            + Labelled(words["paper.account"], $"<span class=\"numbers\">{Tick(kind == "ordinary", words.Of(Common.Ordinary))}{Tick(kind == "current", words.Of(Common.Current))}{Squares(7, parts.Text("number"))}</span>", "beside")
            + Labelled(words["paper.holder"], Line(Typed(parts.Text("holderKana"))), "beside");
    }

    private string Files(Question question, PaperAnswers answers) => $"<div class=\"ticks flow\">{Tick(answers.List(question.Id).Count > 0, words["paper.attached"])}"
        + $"{(question.MayFollow ? Tick(answers.IsTrue(question.Id + "Later"), words["paper.later"]) : "")}</div>";

    private string Place(PaperAnswers parts)
    {
        var degrees = parts.Text("lat") is { } lat ? $"（{lat}, {parts.Text("lng")}）" : "";
        return $"<p class=\"small\">{words["paper.place"]}</p>{Ruled(3, Typed(parts.Text("text") + degrees))}";
    }

    private static string? Written(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
