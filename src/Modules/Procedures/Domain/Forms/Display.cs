namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>Puts answers into words, for the check page, the officer's page and print.</summary>
internal sealed class Display(Form form, DateOnly today, Language language)
{
    private readonly List<ShownAnswer> shown = [];

    public IReadOnlyList<ShownPage> Run(JsonElement answers)
    {
        var root = new AnswerReader(form, today, language).Read(answers);
        var pages = new List<ShownPage>();
        foreach (var page in form.Pages)
        {
            if (page.VisibleWhen?.Holds(root) == false) continue;
            shown.Clear();
            foreach (var question in page.Questions) Question(root, question, "", null);
            if (shown.Count > 0) pages.Add(new ShownPage(page, [.. shown]));
        }

        shown.Clear();
        foreach (var value in form.Computed) Computed(root, value, "", null);
        if (shown.Count > 0 && pages.Count > 0) pages[^1] = pages[^1] with { Answers = [.. pages[^1].Answers, .. shown] };
        return pages;
    }

    private void Question(Scope scope, Question question, string prefix, string? item)
    {
        if (question.Type == QuestionType.Info || !scope.IsVisible(question.Slot)) return;
        var key = prefix + question.Id;
        var value = scope[question.Slot];
        if (question.Type == QuestionType.Group && !value.IsAbsent)
        {
            Items(key, question, value.Items);
            return;
        }

        var later = value.IsAbsent && question.LaterSlot >= 0 && scope[question.LaterSlot].IsTrue;
        var text = later ? Common.Later.In(language) : value.IsAbsent ? LocalizedText.Empty : Words(scope, question, value);
        var files = question.Type == QuestionType.File && !value.IsAbsent ? value.List : [];
        shown.Add(new ShownAnswer(key, question, item, question.Short.In(language), text, files, later || !value.IsAbsent));
    }

    private void Items(string key, Question group, Scope[] items)
    {
        for (var i = 0; i < items.Length; i++)
        {
            var heading = i < group.RowLabels.Count ? group.RowLabels[i].In(language).Source : $"{group.ItemLabel!.In(language).Source} {i + 1}";
            var prefix = $"{key}[{i}].";
            foreach (var question in group.Questions) Question(items[i], question, prefix, heading);
            foreach (var value in group.Computed) Computed(items[i], value, prefix, heading);
        }
    }

    private void Computed(Scope scope, ComputedValue computed, string prefix, string? item)
    {
        if (!computed.Show) return;
        var value = scope[scope.Plan.Slots[computed.Id]];
        if (value.IsAbsent) return;
        shown.Add(new ShownAnswer(prefix + computed.Id, null, item, computed.Label.In(language), Words(computed.Format, value), [], true));
    }

    private LocalizedText Words(string format, in Value value) => value.Type switch
    {
        AnswerType.Date => format == "month" ? DateWords.Month(value.Date, language) : DayWords.Day(value.Date, language),
        AnswerType.Number => format == "yen" ? DateWords.Yen(value.Number, language) : DateWords.Number(value.Number),
        AnswerType.YesNo => (value.IsTrue ? Common.Yes : Common.No).In(language),
        _ => value.Text,
    };

    private LocalizedText Words(Scope scope, Question question, in Value value) => question.Type switch
    {
        QuestionType.Choice when value.Text == "other" && question.OtherSlot >= 0 && scope[question.OtherSlot] is { IsAbsent: false } words => Option(question, "other").Source + Plain($"（{words.Text}）").Source,
        QuestionType.Choice => Option(question, value.Text),
        QuestionType.Time => ClockWords.Of(TimeOnly.ParseExact(value.Text, "HH:mm", CultureInfo.InvariantCulture), language),
        QuestionType.Period => PeriodWords(value.Parts),
        QuestionType.MapPoint => Plain(value.Parts[0] is null ? value.Parts[2]! : $"{value.Parts[2]}（{value.Parts[0]}, {value.Parts[1]}）"),
        QuestionType.Choices => Joined(value.List.Select(c => Option(question, c).Source)),
        QuestionType.YesNo => (value.IsTrue ? question.Yes : question.No).In(language),
        QuestionType.Declaration => value.IsTrue ? Common.Declared.In(language) : LocalizedText.Empty,
        QuestionType.Number => DateWords.Number(value.Number) + (question.Unit is { } unit ? (language == Language.En ? " " : "") + unit.In(language).Source : ""),
        QuestionType.Yen => DateWords.Yen(value.Number, language),
        QuestionType.Date => DayWords.Day(value.Date, language),
        QuestionType.Name => Plain($"{value.Parts[0]} {value.Parts[1]}（{value.Parts[2]} {value.Parts[3]}）{Alias("旧氏", value.Parts[4])}{Alias("通称", value.Parts[5])}"),
        QuestionType.Address => Plain($"〒{value.Parts[0]} {value.Parts[1]}{value.Parts[2]}{value.Parts[3]}{value.Parts[4]} {value.Parts[5]}".TrimEnd()),
        QuestionType.Bank => Plain($"{value.Parts[0]}-{value.Parts[1]} {(value.Parts[2] == "current" ? Common.Current : Common.Ordinary).In(language)} {value.Parts[3]} {value.Parts[4]}"),
        QuestionType.File => LocalizedText.Empty,
        _ => Plain(value.Text),
    };

    private string PeriodWords(string?[] parts)
    {
        var days = parts.Select(p => DayWords.Day(DateOnly.ParseExact(p!, "yyyy-MM-dd", CultureInfo.InvariantCulture), language)).ToList();
        return language == Language.En ? $"{days[0]} to {days[1]}" : $"{days[0]}から{days[1]}まで";
    }

    private string Alias(string word, string? name) => name is null ? "" : language == Language.En ? $" ({(word == "旧氏" ? "former name" : "alias")}: {name})" : $"［{word} {name}］";

    private LocalizedText Option(Question question, string code)
    {
        if (question.OptionsAreSessions)
            return form.OpenSessions(today).FirstOrDefault(s => s.Code == code) is { } session ? SessionWords.Of(session, language) : code;
        return question.Options.FirstOrDefault(o => o.Code == code)?.Label.In(language) ?? new LocalizedText(code);
    }

    private LocalizedText Joined(IEnumerable<string> texts) => string.Join(language == Language.En ? ", " : "、", texts);

    // What people typed may hold a bar; only texts of the definition carry ruby.
    private static LocalizedText Plain(string text) => new(text.Replace('|', '｜'));
}
