namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>Something wrong with one answer, told only if its question is visible.</summary>
internal readonly record struct Pending(Scope Scope, int Slot, FieldError Error);

/// <summary>Reads an answers object into scopes in one pass. What is wrong is noted; conditions see what could be read.</summary>
internal sealed class AnswerReader(Form form, DateOnly today, Language language)
{
    private const int MostErrors = 200;

    /// <summary>Errors that stand whatever is visible: unknown ids, no object.</summary>
    public List<FieldError> Errors { get; } = [];

    public List<Pending> Pending { get; } = [];

    public DateOnly Today => today;

    public Form Form => form;

    public Language Language => language;

    public Scope Read(JsonElement answers)
    {
        var root = new Scope(form.Plan, null, today);
        if (answers.ValueKind == JsonValueKind.Object) ReadInto(root, answers, "");
        else Errors.Add(new FieldError("answers", "answer.notAnObject"));
        return root;
    }

    public void Fail(Scope scope, int slot, string key, string code, Question question, params ReadOnlySpan<(string, object?)> arguments)
    {
        if (Pending.Count < MostErrors) Pending.Add(new Pending(scope, slot, Error(key, code, question, arguments)));
    }

    public FieldError Error(string key, string code, Question question, params ReadOnlySpan<(string, object?)> arguments) =>
        new(key, code, [("label", question.Short.In(language)), .. arguments]);

    private void ReadInto(Scope scope, JsonElement answers, string prefix)
    {
        foreach (var property in answers.EnumerateObject())
        {
            var name = AnswerText.NameOf(property);
            if (name is null || !scope.Plan.Slots.TryGetValue(name, out var slot) || scope.Plan.Entries[slot] is var entry && (entry.Computed is not null || entry.Question?.Type == QuestionType.Info))
            {
                if (Errors.Count < MostErrors) Errors.Add(new FieldError(prefix + Shown(name), "answer.unknownQuestion", ("id", Shown(name))));
                continue;
            }

            if (property.Value.ValueKind == JsonValueKind.Null) continue;
            if (entry.LaterOf is { } file) ReadLater(scope, slot, prefix + name, file, property.Value);
            else if (entry.OtherOf is { } choice) ReadOther(scope, slot, prefix + name, choice, property.Value);
            else if (entry.Question is { Type: QuestionType.Group } group) scope.Set(slot, ReadItems(scope, prefix + name, group, property.Value));
            else scope.Set(slot, AnswerTypes.Read(this, scope, prefix + name, entry.Question!, property.Value));
        }
    }

    private void ReadLater(Scope scope, int slot, string key, Question file, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.True) scope.Set(slot, Value.True);
        else if (value.ValueKind != JsonValueKind.False) Fail(scope, slot, key, "answer.wrongType", file);
    }

    private void ReadOther(Scope scope, int slot, string key, Question choice, JsonElement value)
    {
        if (!AnswerText.TryRead(value, lines: false, out var text, out var error)) Fail(scope, slot, key, error, choice);
        else if (AnswerText.Length(text) > 100) Fail(scope, slot, key, "answer.tooLong", choice, ("max", 100));
        else if (text.Length > 0) scope.Set(slot, Value.Of(text));
    }

    private Value ReadItems(Scope root, string key, Question group, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Fail(root, group.Slot, key, "answer.wrongType", group);
            return Value.Absent;
        }

        var count = value.GetArrayLength();
        // The rows of a table are always there: empty ones alone are no answer.
        if (count == 0 || (group.IsTable && value.EnumerateArray().All(IsEmpty))) return Value.Absent;
        if (count > group.Max)
        {
            Fail(root, group.Slot, key, "answer.tooManyItems", group, ("max", group.Max));
            return Value.Absent;
        }

        var items = new Scope[count];
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var scope = items[index] = new Scope(group.Items!, root, today);
            if (item.ValueKind == JsonValueKind.Object) ReadInto(scope, item, $"{key}[{index}].");
            else Fail(root, group.Slot, $"{key}[{index}]", "answer.wrongType", group);
            index++;
        }

        return Value.OfItems(items);
    }

    private static bool IsEmpty(JsonElement item) => item.ValueKind == JsonValueKind.Object && item.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.Null);

    private static string Shown(string? name) => name is null || !TextRules.IsClean(name) ? "?" : name.Length > 60 ? name[..60] : name;
}
