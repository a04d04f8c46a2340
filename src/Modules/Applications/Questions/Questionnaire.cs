using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.DesignSystem.Forms;
using Madoguchi.Directory.Contracts;
using Madoguchi.Files.Contracts;

namespace Madoguchi.Applications.Questions;

/// <summary>Some questions of a form with all a page needs to ask them: what is visible, what must be answered, what was typed, what was computed.</summary>
internal sealed class Questionnaire
{
    /// <summary>Null for the questions of a life event.</summary>
    public required ProcedureEdition? Edition { get; init; }

    public required IReadOnlyList<Question> Questions { get; init; }

    public required Checked Checked { get; init; }

    public required Typed Typed { get; init; }

    public required Language Language { get; init; }

    public required City City { get; init; }

    public required DateOnly Today { get; init; }

    public required DateTime Now { get; init; }

    /// <summary>Values shown beside the items of groups, by the prefix of the item: <c>children[0].</c>.</summary>
    public required ILookup<string, ShownAnswer> Computed { get; init; }

    public required IReadOnlyDictionary<string, StoredFile> Files { get; init; }

    /// <summary>Where they are opened: officers have a door of their own.</summary>
    public required string FilesAt { get; init; }

    public required IReadOnlyDictionary<string, PlacesLeft> Places { get; init; }

    /// <summary>Keys of answers filled in from what the city knows.</summary>
    public IReadOnlySet<string> Prefilled { get; init; } = new HashSet<string>();

    /// <summary>The only questions that may be answered; null = all of them.</summary>
    public IReadOnlySet<string>? Opened { get; init; }

    /// <summary>Answers as they stand now, shown beside opened questions.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Before { get; init; } = new Dictionary<string, LocalizedText>();

    public IEnumerable<Asked> Asked => Questions.Where(q => IsVisible(q.Id) && IsOpen(q.Id)).Select(q => new Asked(this, q, q.Id));

    public bool TakesFiles => Questions.Any(q => q.Type == QuestionType.File || q.Questions.Any(i => i.Type == QuestionType.File));

    /// <summary>Keys on the page, for <see cref="AnswerForm"/>.</summary>
    public IEnumerable<string> Shown => Asked.SelectMany(a => a.Question.Type == QuestionType.Group ? a.ItemQuestions.Select(i => i.Key).Prepend(a.Key) : [a.Key]);

    public bool IsVisible(string key) => Checked.Visible.Contains(key);

    /// <summary>Whether this very answer may be given, in an item too.</summary>
    public bool Admits(string key) => Opened is null || Opened.Any(o => o == key || key.StartsWith(o + "[", StringComparison.Ordinal) || key.StartsWith(o + ".", StringComparison.Ordinal));

    private bool IsOpen(string id) => Opened is null || Opened.Any(o => o == id || o.StartsWith(id + "[", StringComparison.Ordinal) || o.StartsWith(id + ".", StringComparison.Ordinal));

    /// <summary>Groups that must be answered begin with an item to fill in.</summary>
    public static JsonElement WithFirstItems(IEnumerable<Question> questions, JsonElement answers)
    {
        JsonObject? padded = null;
        foreach (var group in questions.Where(q => q.Type == QuestionType.Group && q.Min > 0))
        {
            var held = answers.TryGetProperty(group.Id, out var value) && value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : 0;
            if (held >= group.Min) continue;
            padded ??= JsonNode.Parse(answers.GetRawText())!.AsObject();
            var items = padded[group.Id] as JsonArray ?? [];
            for (var i = held; i < group.Min; i++) items.Add(new JsonObject());
            padded[group.Id] = items.Parent is null ? items : items.DeepClone();
        }

        return padded is null ? answers : JsonSerializer.SerializeToElement(padded);
    }
}

/// <summary>One question on a page under its key.</summary>
internal sealed record Asked(Questionnaire Sheet, Question Question, string Key)
{
    private Language Language => Sheet.Language;

    public LocalizedText Label => Question.Label.In(Language);

    public bool Required => Sheet.Checked.Required.Contains(Key);

    public bool Prefilled => Sheet.Prefilled.Contains(Key);

    public string? Value => Sheet.Typed.Text(Key);

    public LocalizedText? Before => Sheet.Opened is null ? null : Sheet.Before.GetValueOrDefault(Key);

    public IEnumerable<LocalizedText> Warnings => Sheet.Checked.Warnings.Where(w => w.Field == Key).Select(w => w.Text);

    public string Partial => $"/Modules/Applications/Questions/_{Question.Type}.cshtml";

    /// <summary>Other people's data is not the browser's to fill in.</summary>
    public string? OwnAutocomplete => Question.Autocomplete is null ? "off" : null;

    public int Items => Sheet.Typed.Count(Key);

    public LocalizedText ItemLabel => Question.ItemLabel!.In(Language);

    /// <summary>Whether anything was answered in this item: before that its computed values say nothing.</summary>
    public bool IsBegun(int index) => Sheet.Typed.At($"{Key}[{index}]") is JsonObject { Count: > 0 };

    /// <summary>Items may be added and taken out only when the whole group may be answered.</summary>
    public bool MayGrow => !Question.IsTable && Sheet.Admits(Key);

    public IEnumerable<Asked> ItemQuestions => Enumerable.Range(0, Items).SelectMany(Item);

    public IEnumerable<Asked> Item(int index) =>
        Question.Questions.Select(q => new Asked(Sheet, q, $"{Key}[{index}].{q.Id}")).Where(a => Sheet.IsVisible(a.Key) && Sheet.Admits(a.Key));

    public IReadOnlyList<Choice> Choices(Localizer text) => Question.OptionsAreSessions
        ? [.. Sheet.Edition!.Sessions(Sheet.Today).Where(s => s.IsOpen(Sheet.Now)).Select(s => Session(s, text))]
        : [.. Question.Options.Where(IsOffered).Select(o => new Choice(o.Code, o.Label.In(Language), o.Help?.In(Language)))];

    // Without an answer to the question it depends on every option stands there; the engine judges the choice.
    private bool IsOffered(Option option)
    {
        if (Question.OptionsOf is not { } parent || option.Of.Count == 0 || option.Code == Value) return true;
        var dot = Key.LastIndexOf('.');
        var given = (dot < 0 ? null : Sheet.Typed.Text(Key[..(dot + 1)] + parent)) ?? Sheet.Typed.Text(parent);
        return given is null || option.Of.Contains(given);
    }

    /// <summary>Heading of an item: that of the table's row, else 児童 1.</summary>
    public string ItemHeading(int index) => index < Question.RowLabels.Count ? Question.RowLabels[index].In(Language).Source : $"{ItemLabel.Source} {index + 1}";

    /// <summary>Help, example, and where a filled-in answer came from.</summary>
    public LocalizedText? Support(Localizer text)
    {
        string?[] parts = [Question.Help?.In(Language).Source, Question.Example is { } e ? text["apply.example", ("example", e.In(Language))].Source : null, Prefilled ? text["apply.prefilled"].Source : null];
        var said = string.Join(Language == Language.En ? " " : "", parts.Where(p => !string.IsNullOrEmpty(p)));
        return said.Length == 0 ? null : new LocalizedText(said);
    }

    public IReadOnlyList<AttachedFile> Attached =>
        [.. Sheet.Typed.Many(Key).Where(Sheet.Files.ContainsKey).Select(id => Sheet.Files[id]).Select(f => new AttachedFile($"{Key}|{f.Id}", f.Name, f.Size, $"{Sheet.FilesAt}/{f.Id}"))];

    /// <summary>Files attached some time ago that are no longer kept.</summary>
    public int Vanished => Sheet.Typed.Many(Key).Count(id => !Sheet.Files.ContainsKey(id));

    private Choice Session(Session session, Localizer text)
    {
        var left = Sheet.Places.GetValueOrDefault(session.Code);
        var support = left is null ? session.Plan.Place.In(Language).Source : $"{SessionLine.Left(left, text).Source} {session.Plan.Place.In(Language).Source}";
        return new Choice(session.Code, SessionLine.Of(session, Language), support, left?.None == true && Value != session.Code);
    }
}
