namespace Madoguchi.Procedures.Domain.Reading;

/// <summary>Reads the form: first all names, then pages, questions and expressions.</summary>
internal sealed class FormReader(FormNames names, IReadOnlyDictionary<string, DocumentSource> documents, Booking? booking)
{
    public Form Read(Node node, Node example, FormContext context)
    {
        node.IsObject("pages", "computed");
        var pages = node.Need("pages")?.Items().ToList() ?? [];
        if (pages.Count == 0) node.Fault("a form needs a page");
        foreach (var page in pages) Collect(page);
        var computed = node.Get("computed")?.Items().ToList() ?? [];
        foreach (var item in computed) CollectComputed(null, item);

        var reader = new ExpressionReader(names, null);
        var read = pages.ConvertAll(p => ReadPage(p, reader));
        var values = computed.ConvertAll(c => ReadComputed(c, null));
        names.FindCycles(node);
        var applicable = documents.Values.Select(d => (d.Document.Id, d.When is { } when ? reader.Condition(when) : null)).ToList();
        return new Form(read, values, PlanOf(null, read), applicable, booking, context, example.Element.Clone());
    }

    /// <summary>Questions alone, on one page, as life events ask them.</summary>
    public Form ReadQuestions(Node node, Phrase title, FormContext context)
    {
        Collect(node);
        var reader = new QuestionReader(this, names, documents, null, booking);
        List<Question> questions = [.. node.Need("questions")?.Items().Where(q => q.Kind == JsonValueKind.Object).Select(reader.Read) ?? []];
        names.FindCycles(node);
        List<FormPage> pages = [new FormPage("questions", title, null, questions, [])];
        return new Form(pages, [], PlanOf(null, pages), [], null, context, default);
    }

    private void Collect(Node page)
    {
        foreach (var question in page.Get("questions")?.Items() ?? []) CollectQuestion(null, question);
    }

    private void CollectQuestion(string? group, Node node)
    {
        if (node.Kind != JsonValueKind.Object)
        {
            node.Fault("must be an object");
            return;
        }

        var id = node.Need("id")?.Id() ?? "";
        var type = node.NeedEnum<QuestionType>("type");
        var codes = node.Get("options") is { Kind: JsonValueKind.Array } options
            ? options.Items().Select(o => o.Get("code")?.Element.ToString() ?? "").ToFrozenSet() : [];
        var other = type == QuestionType.Choice && node.Get("other") is { Kind: JsonValueKind.True };
        var slot = names.Add(group, new Named(id, type, other ? [.. codes, "other"] : codes), node);
        if (other) names.Add(group, new Named(id + "Other", null, []) { IsOther = true, Dependencies = { (group, slot) } }, node);
        if (type is QuestionType.File or QuestionType.Photo && MayFollow(node))
            names.Add(group, new Named(id + "Later", null, []) { IsLater = true, Dependencies = { (group, slot) } }, node);
        if (type is not (QuestionType.Group or QuestionType.Table)) return;
        if (group is not null)
        {
            node.Fault("a group inside a group is not possible");
            return;
        }

        names.AddGroup(id);
        foreach (var inner in node.Get(type == QuestionType.Table ? "columns" : "questions")?.Items() ?? []) CollectQuestion(id, inner);
        foreach (var inner in node.Get("computed")?.Items() ?? []) CollectComputed(id, inner);
    }

    private bool MayFollow(Node node) =>
        node.Get("document") is { Kind: JsonValueKind.String } document
        && documents.TryGetValue(document.String(), out var source) && source.Document.LaterUntilDays is not null;

    private void CollectComputed(string? group, Node node)
    {
        if (node.IsObject("id", "label", "value", "format", "show")) names.Add(group, new Named(node.Need("id")?.Id() ?? "", null, []) { Source = node }, node);
    }

    private FormPage ReadPage(Node node, ExpressionReader reader)
    {
        node.IsObject("id", "title", "text", "visibleWhen", "questions", "exits");
        var dependencies = new HashSet<(string?, int)>();
        reader.Dependencies = dependencies;
        var visible = node.Get("visibleWhen") is { } when ? reader.Condition(when) : null;
        reader.Dependencies = null;

        var questions = new List<Question>();
        foreach (var question in node.Need("questions")?.Items() ?? [])
        {
            if (question.Kind != JsonValueKind.Object) continue;
            questions.Add(new QuestionReader(this, names, documents, null, booking).Read(question));
            if (names.TryFind(null, questions[^1].Id, out var slot)) names[null, slot].Dependencies.UnionWith(dependencies);
        }

        return new FormPage(node.Need("id")?.Id() ?? "", node.NeedPhrase("title"), node.Get("text").Phrase(), questions, node.Get("exits").List(e => ReadExit(e, reader)))
        {
            VisibleWhen = visible,
        };
    }

    private FormExit ReadExit(Node node, ExpressionReader reader)
    {
        node.IsObject("id", "when", "question", "title", "text", "where", "telephone", "hours", "url");
        var question = node.NeedString("question");
        if (!names.TryFind(null, question, out _)) node.Fault($"unknown question {question}");
        return new FormExit(node.NeedString("id"), question, node.NeedPhrase("title"), node.NeedPhrase("text"), node.NeedPhrase("where"), node.Get("telephone").String(), node.Get("hours").Phrase(), node.Get("url").String())
        {
            When = node.Need("when") is { } when ? reader.Condition(when) : new Literal(Value.False),
        };
    }

    public ComputedValue ReadComputed(Node node, string? group)
    {
        var id = node.NeedString("id");
        var value = names.TryFind(group, id, out var slot) && names[group, slot] is { Source: not null } named ? names.ValueOf(group, named) : new Literal(Value.Absent);
        return new ComputedValue(id, node.NeedPhrase("label"), node.Get("format")?.OneOf("text", "yen", "number", "date", "month") ?? "text", node.Get("show")?.Bool() ?? false)
        {
            Value = value,
        };
    }

    /// <summary>The slots of the form with what stands at each.</summary>
    public ScopePlan PlanOf(string? group, IReadOnlyList<FormPage> pages) =>
        Plan(group, pages.SelectMany(p => p.Questions.Select(q => (q, (FormPage?)p))), []);

    /// <summary>The slots of a scope with what stands at each.</summary>
    public ScopePlan Plan(string? group, IEnumerable<(Question Question, FormPage? Page)> questions, IReadOnlyList<ComputedValue> computed)
    {
        var bySlot = new Dictionary<int, Entry>();
        foreach (var (question, page) in questions)
        {
            bySlot[question.Slot] = new Entry(question.Id, question, null, page, null);
            if (question.LaterSlot >= 0) bySlot[question.LaterSlot] = new Entry(question.Id + "Later", null, null, page, question);
            if (question.OtherSlot >= 0) bySlot[question.OtherSlot] = new Entry(question.Id + "Other", null, null, page, null, question);
        }

        var entries = names.All(group).Select((named, slot) => bySlot.GetValueOrDefault(slot)
            ?? new Entry(named.Id, null, new ComputedValue(named.Id, new Phrase(""), "text", false) { Value = named.Value ?? new Literal(Value.Absent) }, null, null));
        return new ScopePlan { Entries = [.. entries], Slots = names.Slots(group).ToFrozenDictionary() };
    }
}

/// <summary>A required document with its condition, not yet read.</summary>
internal sealed record DocumentSource(RequiredDocument Document, Node? When);
