namespace Madoguchi.Procedures.Domain.Reading;

/// <summary>Reads one question of the form or of a group.</summary>
internal sealed class QuestionReader(FormReader form, FormNames names, IReadOnlyDictionary<string, DocumentSource> documents, string? group, Booking? booking)
{
    private static readonly string[] Shared = ["id", "type", "label", "short", "help", "example", "required", "visibleWhen", "prefill", "autocomplete", "checks", "warnings"];

    private static readonly string[] Prefills =
    [
        "person.name", "person.birthDate", "person.address", "person.telephone", "person.email", "person.sex",
        "organization.name", "organization.number", "organization.address",
    ];

    private readonly ExpressionReader reader = new(names, group);

    public Question Read(Node node)
    {
        var written = node.NeedEnum<QuestionType>("type");
        // A table is a group whose items are fixed, a photograph a file: from here on nothing else needs to know.
        var type = written switch { QuestionType.Table => QuestionType.Group, QuestionType.Photo => QuestionType.File, _ => written };
        var isTable = written == QuestionType.Table;
        node.IsObject([.. Shared, .. OwnKeys(written)]);
        var id = node.NeedString("id");
        names.TryFind(group, id, out var slot);
        names.TryFind(group, id + "Later", out var laterSlot);
        names.TryFind(group, id + "Other", out var otherSlot);
        if (otherSlot >= 0 && !names[group, otherSlot].IsOther) otherSlot = -1;
        var document = ReadDocument(node);
        var label = node.Get("label") is null && document is not null ? document.Document.Title : node.NeedPhrase("label");
        var required = node.Get("required");
        var conditional = required is { Kind: not (JsonValueKind.True or JsonValueKind.False) };
        var always = type != QuestionType.Info && (required is null || (!conditional && required.Value.Bool()));
        var options = ReadOptions(node, type);
        var isGroup = type == QuestionType.Group;
        var items = isGroup ? node.Need(isTable ? "columns" : "questions").List(new QuestionReader(form, names, documents, id, booking).Read) : [];
        var computed = isGroup ? node.Get("computed").List(c => form.ReadComputed(c, id)) : [];
        var rows = isTable ? node.Need("rows").List(n => n.Phrase()) : [];
        if (isTable && (rows.Count == 0 || items.Exists(i => i.Type is not (QuestionType.Text or QuestionType.Number or QuestionType.Yen or QuestionType.Choice or QuestionType.YesNo or QuestionType.Date or QuestionType.Time))))
            node.Fault("a table has rows, and columns of text, number, yen, choice, yesNo, date or time");
        if (written == QuestionType.HouseholdMembers) node.Fault("householdMembers is filled in from the question bank, which is not there");
        if (type == QuestionType.Declaration && required is not null) node.Fault("a declaration is always required");

        return new Question
        {
            Id = id,
            Type = type,
            Label = label,
            Short = node.Get("short").Phrase() ?? label,
            Help = node.Get("help").Phrase() ?? document?.Document.Text,
            Example = node.Get("example").Phrase(),
            AlwaysRequired = always,
            RequiredWhen = conditional ? reader.Condition(required!.Value) : null,
            VisibleWhen = ReadVisibility(node, document, slot),
            Prefill = node.Get("prefill")?.OneOf(Prefills),
            Autocomplete = node.Get("autocomplete").String(),
            Checks = node.Get("checks").List(ReadRule),
            Warnings = node.Get("warnings").List(ReadRule),
            Options = options,
            OptionsAreSessions = node.Get("options") is { Kind: JsonValueKind.String },
            OptionsOf = node.Get("optionsOf").String()?.TrimStart('$'),
            OptionsFrom = ReadParent(node, options, slot),
            Other = otherSlot >= 0,
            Aliases = node.Get("aliases")?.Bool() ?? false,
            MaxDays = node.Get("maxDays")?.Int(1, 100_000),
            Photo = written == QuestionType.Photo,
            RowLabels = rows,
            EarliestTime = type == QuestionType.Time ? node.Get("min")?.Time() : null,
            LatestTime = type == QuestionType.Time ? node.Get("max")?.Time() : null,
            Codes = options.Select(o => o.Code).ToFrozenSet(),
            AsSelect = node.Get("display")?.OneOf("radio", "select") == "select",
            MaxLength = node.Get("maxLength")?.Int(1, 20_000) ?? (type == QuestionType.LongText ? 1000 : 100),
            MinLength = node.Get("minLength")?.Int() ?? 0,
            Input = node.Get("input")?.OneOf("digits", "katakana", "corporateNumber"),
            Rows = type == QuestionType.LongText ? node.Get("rows")?.Int(2, 30) ?? 5 : 5,
            Yes = node.Get("yes").Phrase() ?? Common.Yes,
            No = node.Get("no").Phrase() ?? Common.No,
            Min = isTable ? rows.Count : HasLimitsOfItsOwn(type) ? null : node.Get("min")?.Decimal() ?? DefaultMin(type, always || conditional),
            Max = isTable ? rows.Count : HasLimitsOfItsOwn(type) ? null : node.Get("max")?.Decimal() ?? DefaultMax(type),
            Earliest = type is QuestionType.Date or QuestionType.Period && node.Get("min") is { } min ? reader.Read(min, AnswerType.Date) : null,
            Latest = type is QuestionType.Date or QuestionType.Period && node.Get("max") is { } max ? reader.Read(max, AnswerType.Date) : null,
            Decimals = node.Get("decimals")?.Int(0, 6) ?? 0,
            Unit = node.Get("unit").Phrase(),
            Birth = node.Get("birth")?.Bool() ?? false,
            InCity = node.Get("inCity")?.Bool() ?? false,
            Document = document?.Document.Id,
            MayFollow = laterSlot >= 0,
            Accept = type != QuestionType.File ? [] : written == QuestionType.Photo ? ["png", "jpeg"] : ReadAccept(node),
            Pattern = ReadPattern(node.Get("pattern")),
            PatternMessage = node.Get("pattern")?.NeedPhrase("message"),
            Questions = items,
            Computed = computed,
            ItemLabel = !isGroup ? null : isTable ? label : node.NeedPhrase("itemLabel"),
            Items = isGroup ? form.Plan(id, items.Select(q => (q, (FormPage?)null)), computed) : null,
            Slot = slot,
            LaterSlot = laterSlot,
            OtherSlot = otherSlot,
        };
    }

    private static string[] OwnKeys(QuestionType type) => type switch
    {
        QuestionType.Text => ["maxLength", "minLength", "pattern", "input"],
        QuestionType.LongText => ["maxLength", "minLength", "rows"],
        QuestionType.Choice => ["options", "display", "other", "optionsOf"],
        QuestionType.Name => ["aliases"],
        QuestionType.Time => ["min", "max"],
        QuestionType.Period => ["min", "max", "maxDays"],
        QuestionType.Photo => ["document", "max"],
        QuestionType.Table => ["rows", "columns", "computed"],
        QuestionType.Choices => ["options", "min", "max"],
        QuestionType.YesNo => ["yes", "no"],
        QuestionType.Number => ["min", "max", "decimals", "unit"],
        QuestionType.Yen => ["min", "max"],
        QuestionType.Date => ["min", "max", "birth"],
        QuestionType.Address => ["inCity"],
        QuestionType.File => ["document", "accept", "max"],
        QuestionType.Group => ["questions", "computed", "itemLabel", "min", "max"],
        _ => [],
    };

    private static bool HasLimitsOfItsOwn(QuestionType type) => type is QuestionType.Date or QuestionType.Period or QuestionType.Time;

    private static decimal? DefaultMin(QuestionType type, bool required) => type switch
    {
        QuestionType.Number or QuestionType.Yen => 0,
        QuestionType.Group => required ? 1 : 0,
        _ => null,
    };

    private static decimal? DefaultMax(QuestionType type) => type switch
    {
        QuestionType.Number or QuestionType.Yen => 999_999_999_999,
        QuestionType.Group => 10,
        QuestionType.File => 5,
        _ => null,
    };

    private DocumentSource? ReadDocument(Node node)
    {
        if (node.Get("document") is not { } reference) return null;
        if (documents.TryGetValue(reference.String(), out var source)) return source;
        reference.Fault($"unknown document {reference.Element}");
        return null;
    }

    private Expression? ReadVisibility(Node node, DocumentSource? document, int slot)
    {
        if (slot < 0) return null;
        reader.Dependencies = names[group, slot].Dependencies;
        Expression?[] conditions =
        [
            node.Get("visibleWhen") is { } own ? reader.Condition(own) : null,
            document?.When is { } when ? reader.Condition(when) : null,
        ];
        reader.Dependencies = null;
        var both = conditions.OfType<Expression>().ToArray();
        return both.Length < 2 ? both.FirstOrDefault()
            : new Operation(AnswerType.YesNo, both, static (s, o) => Value.Of(o[0].Holds(s) && o[1].Holds(s)));
    }

    private List<Option> ReadOptions(Node node, QuestionType type)
    {
        if (type is not (QuestionType.Choice or QuestionType.Choices) || node.Need("options") is not { } options) return [];
        if (options.Kind == JsonValueKind.String)
        {
            options.OneOf("sessions");
            if (booking is null) options.Fault("there is no booking with sessions");
            return [];
        }

        var read = options.List(o =>
        {
            o.IsObject("code", "label", "help", "of");
            return new Option(o.NeedString("code"), o.NeedPhrase("label"), o.Get("help").Phrase()) { Of = o.Get("of").List(n => n.String()) };
        });
        if (read.Count == 0) options.Fault("there are no options");
        if (node.Get("other")?.Bool() == true && read.TrueForAll(o => o.Code != "other")) read.Add(new Option("other", Common.Other, null));
        if (read.DistinctBy(o => o.Code).Count() < read.Count) options.Fault("a code is used twice");
        return read;
    }

    /// <summary>The choice on which the options depend; every option says with which of its answers it goes.</summary>
    private Expression? ReadParent(Node node, List<Option> options, int slot)
    {
        if (node.Get("optionsOf") is not { } of) return null;
        reader.Dependencies = slot < 0 ? null : names[group, slot].Dependencies;
        var parent = reader.Read(of, AnswerType.Text);
        reader.Dependencies = null;
        if (parent is not Reference { Codes.Count: > 0 } choice) of.Fault("is no choice with options");
        else
            foreach (var unknown in options.SelectMany(o => o.Of).Where(c => !choice.Codes.Contains(c)).Distinct()) node.Fault($"{unknown} is no option of {choice.Id}");
        return parent;
    }

    private Rule ReadRule(Node node)
    {
        node.IsObject("when", "message");
        return new Rule(node.Need("when") is { } when ? reader.Condition(when) : new Literal(Value.False), node.NeedPhrase("message"));
    }

    private static List<string> ReadAccept(Node node) =>
        node.Get("accept") is { } accept ? accept.List(a => a.OneOf("pdf", "png", "jpeg")) : ["pdf", "png", "jpeg"];

    private static Regex? ReadPattern(Node? node)
    {
        if (node is not { } pattern) return null;
        pattern.IsObject("regex", "message");
        try
        {
            return new Regex($"^(?:{pattern.NeedString("regex")})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            pattern.Fault($"is no usable pattern: {e.Message}");
            return null;
        }
    }
}
