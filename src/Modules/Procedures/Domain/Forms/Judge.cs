namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>Walks the visible questions in order and judges their answers.</summary>
internal sealed class Judge(AnswerReader reader, string? onlyPage)
{
    private readonly List<FieldError> errors = [];
    private readonly List<string> visible = [];
    private readonly List<string> required = [];
    private readonly List<string> pages = [];
    private readonly List<string> later = [];
    private readonly List<FieldWarning> warnings = [];
    private readonly Dictionary<string, object> computed = [];
    private FormExit? exit;

    public Checked Run(JsonElement answers)
    {
        var form = reader.Form;
        var root = reader.Read(answers);
        errors.AddRange(reader.Errors);
        foreach (var page in form.Pages)
        {
            if (page.VisibleWhen?.Holds(root) == false) continue;
            pages.Add(page.Id);
            var judged = onlyPage is null || page.Id == onlyPage;
            foreach (var question in page.Questions) Question(root, question, "", judged);
            exit = page.Exits.FirstOrDefault(e => e.When.Holds(root));
            if (exit is null) continue;
            if (judged) errors.Add(reader.Error(exit.Question, "answer.exit", form.Question(exit.Question)!, ("text", exit.Title.In(reader.Language))));
            break;
        }

        foreach (var value in form.Computed) Keep(value.Id, value, root);
        return new Checked
        {
            Errors = errors,
            Visible = visible,
            Required = required,
            Pages = pages,
            Documents = [.. form.Documents.Where(d => d.When?.Holds(root) != false).Select(d => d.Id)],
            Later = later,
            Computed = computed,
            Warnings = warnings,
            Exit = exit,
            Answers = CanonicalAnswers.Write(form, root),
        };
    }

    private void Question(Scope scope, Question question, string prefix, bool judged)
    {
        if (!scope.IsVisible(question.Slot)) return;
        var key = prefix.Length == 0 ? question.Id : prefix + question.Id;
        visible.Add(key);
        if (question.Type == QuestionType.Info) return;

        var value = scope[question.Slot];
        var wrong = reader.Pending.Count > 0 && Told(scope, question, judged);
        var must = question.AlwaysRequired || question.RequiredWhen?.Holds(scope) == true;
        if (must) required.Add(key);
        if (value.IsAbsent)
        {
            if (question.LaterSlot >= 0 && scope[question.LaterSlot].IsTrue) later.Add(question.Document!);
            else if (must && !wrong && judged) Error(key, MissingCode(question), question, ("min", question.Min));
            return;
        }

        switch (question.Type)
        {
            case QuestionType.Group:
                Items(key, question, value.Items, judged);
                break;
            case QuestionType.Date when judged:
                Limits(scope, key, question, value.Date);
                break;
            case QuestionType.Period when judged:
                Period(scope, key, question, value.Parts);
                break;
            case QuestionType.Choice when judged:
                Choice(scope, key, question, value.Text);
                break;
            case QuestionType.Declaration when judged && !value.IsTrue:
                Error(key, "answer.notDeclared", question);
                break;
        }

        if (judged) Rules(scope, key, question);
    }

    private static string MissingCode(Question question) => question.Type switch
    {
        QuestionType.Choice or QuestionType.Choices or QuestionType.YesNo => "answer.notChosen",
        QuestionType.File => question.MayFollow ? "answer.noFileNorLater" : "answer.noFile",
        QuestionType.Declaration => "answer.notDeclared",
        QuestionType.Group => "answer.tooFewItems",
        _ => "answer.missing",
    };

    /// <summary>Tells what was wrong in reading this answer; true when something was.</summary>
    private bool Told(Scope scope, Question question, bool judged)
    {
        var any = false;
        foreach (var pending in reader.Pending)
        {
            if (pending.Scope != scope || (pending.Slot != question.Slot && pending.Slot != question.LaterSlot && pending.Slot != question.OtherSlot)) continue;
            any = true;
            if (judged) errors.Add(pending.Error);
        }

        return any;
    }

    private void Items(string key, Question group, Scope[] items, bool judged)
    {
        if (judged && items.Length < group.Min) Error(key, "answer.tooFewItems", group, ("min", group.Min));
        for (var i = 0; i < items.Length; i++)
        {
            var prefix = $"{key}[{i}].";
            foreach (var question in group.Questions) Question(items[i], question, prefix, judged);
            foreach (var value in group.Computed) Keep(prefix + value.Id, value, items[i]);
        }
    }

    private void Limits(Scope scope, string key, Question question, DateOnly date)
    {
        var earliest = question.Earliest?.Evaluate(scope) is { IsAbsent: false } e ? e.Date : question.Birth ? reader.Today.AddYears(-130) : DateOnly.MinValue;
        var latest = question.Latest?.Evaluate(scope) is { IsAbsent: false } l ? l.Date : question.Birth ? reader.Today : DateOnly.MaxValue;
        if (date < earliest) Error(key, "answer.tooEarly", question, ("min", DayWords.Day(earliest, reader.Language)));
        if (date > latest) Error(key, "answer.tooLate", question, ("max", DayWords.Day(latest, reader.Language)));
    }

    private void Period(Scope scope, string key, Question question, string?[] parts)
    {
        var (from, to) = (Day(parts[0]), Day(parts[1]));
        Limits(scope, key, question, from);
        if (to != from) Limits(scope, key, question, to);
        if (to.DayNumber - from.DayNumber + 1 > question.MaxDays) Error(key, "answer.periodTooLong", question, ("max", question.MaxDays));
    }

    private static DateOnly Day(string? part) => DateOnly.ParseExact(part!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Choice(Scope scope, string key, Question question, string code)
    {
        if (question.OtherSlot >= 0 && code == "other" && scope[question.OtherSlot].IsAbsent && !reader.Pending.Exists(p => p.Scope == scope && p.Slot == question.OtherSlot))
            errors.Add(reader.Error(key + "Other", "answer.otherMissing", question));
        if (question.OptionsFrom is not { } parent || question.Options.FirstOrDefault(o => o.Code == code) is not { Of.Count: > 0 } option) return;
        if (parent.Evaluate(scope) is not { IsAbsent: false } given || !option.Of.Contains(given.Text)) Error(key, "answer.unknownOption", question);
    }

    private void Rules(Scope scope, string key, Question question)
    {
        foreach (var rule in question.Checks)
            if (rule.When.Holds(scope)) Error(key, "answer.own", question, ("text", rule.Message.In(reader.Language)));
        foreach (var rule in question.Warnings)
            if (rule.When.Holds(scope)) warnings.Add(new FieldWarning(key, rule.Message.In(reader.Language)));
    }

    private void Keep(string key, ComputedValue value, Scope scope)
    {
        if (PlainValue(value.Value.Type, Of(value, scope)) is { } plain) computed[key] = plain;
    }

    private static Value Of(ComputedValue value, Scope scope) => scope[scope.Plan.Slots[value.Id]];

    private static object? PlainValue(AnswerType type, in Value value) => value.IsAbsent ? null : type switch
    {
        AnswerType.YesNo => value.IsTrue,
        AnswerType.Number => value.Number,
        AnswerType.Date => value.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value.Text,
    };

    private void Error(string key, string code, Question question, params ReadOnlySpan<(string, object?)> arguments) =>
        errors.Add(reader.Error(key, code, question, arguments));
}
