namespace Madoguchi.Procedures.Domain.Reading;

/// <summary>What is known of a question or computed value before its expressions are read.</summary>
internal sealed class Named(string id, QuestionType? type, FrozenSet<string> codes)
{
    public string Id => id;

    public QuestionType? Type => type;

    public FrozenSet<string> Codes => codes;

    /// <summary>The 「later」 mark of a file question.</summary>
    public bool IsLater { get; init; }

    /// <summary>The words of the option <c>other</c>.</summary>
    public bool IsOther { get; init; }

    public Node? Source { get; init; }

    public Expression? Value { get; set; }

    public bool Reading { get; set; }

    /// <summary>What its visibility or value depends on.</summary>
    public HashSet<(string? Group, int Slot)> Dependencies { get; } = [];
}

/// <summary>All names of a form with their slots, found before any expression is read, so that order in the file does not matter.</summary>
internal sealed class FormNames(IReadOnlyDictionary<string, Value> values)
{
    private readonly Dictionary<string, List<Named>> scopes = new() { [""] = [] };
    private readonly Dictionary<string, Dictionary<string, int>> slots = new() { [""] = [] };

    public IReadOnlyDictionary<string, Value> Values => values;

    public IEnumerable<string?> Groups => scopes.Keys.Select(k => k.Length == 0 ? null : k);

    public Named this[string? group, int slot] => scopes[group ?? ""][slot];

    public IReadOnlyList<Named> All(string? group) => scopes[group ?? ""];

    public IReadOnlyDictionary<string, int> Slots(string? group) => slots[group ?? ""];

    public void AddGroup(string group)
    {
        scopes.TryAdd(group, []);
        slots.TryAdd(group, []);
    }

    public int Add(string? group, Named named, Node at)
    {
        var taken = !slots[group ?? ""].TryAdd(named.Id, scopes[group ?? ""].Count);
        if (taken && named.Id.Length > 0) at.Fault($"the id {named.Id} is used twice");
        if (named.Id == "values") at.Fault("the id values is reserved");
        scopes[group ?? ""].Add(named);
        return scopes[group ?? ""].Count - 1;
    }

    public bool TryFind(string? group, string id, out int slot)
    {
        if (slots.TryGetValue(group ?? "", out var names) && names.TryGetValue(id, out slot)) return true;
        slot = -1;
        return false;
    }

    public AnswerType TypeOf(string? group, int slot)
    {
        var named = this[group, slot];
        if (named.IsLater) return AnswerType.YesNo;
        if (named.IsOther) return AnswerType.Text;
        return named.Type is { } type ? TypeOf(type) : ValueOf(group, named).Type;
    }

    /// <summary>The expression of a computed value, read when first asked for.</summary>
    public Expression ValueOf(string? group, Named named)
    {
        if (named.Value is { } known) return known;
        if (named.Reading)
        {
            named.Source!.Value.Fault($"{named.Id} depends on itself");
            return new Literal(Value.Absent);
        }

        named.Reading = true;
        named.Value = named.Source!.Value.Need("value") is { } value
            ? new ExpressionReader(this, group) { Dependencies = named.Dependencies }.Read(value, AnswerType.Text, AnswerType.Number, AnswerType.YesNo, AnswerType.Date)
            : new Literal(Value.Absent);
        return named.Value;
    }

    /// <summary>Reports questions and values whose visibility or value depends on itself.</summary>
    public void FindCycles(Node form)
    {
        var done = new HashSet<(string?, int)>();
        var path = new HashSet<(string?, int)>();
        foreach (var group in Groups)
            for (var slot = 0; slot < All(group).Count; slot++)
                Visit((group, slot));

        void Visit((string? Group, int Slot) at)
        {
            if (done.Contains(at)) return;
            if (!path.Add(at))
            {
                form.Fault($"{this[at.Group, at.Slot].Id} depends on itself");
                return;
            }

            foreach (var next in this[at.Group, at.Slot].Dependencies) Visit(next);
            path.Remove(at);
            done.Add(at);
        }
    }

    private static AnswerType TypeOf(QuestionType type) => type switch
    {
        QuestionType.Choices or QuestionType.File or QuestionType.Photo => AnswerType.List,
        QuestionType.YesNo or QuestionType.Declaration => AnswerType.YesNo,
        QuestionType.Number or QuestionType.Yen => AnswerType.Number,
        QuestionType.Date => AnswerType.Date,
        QuestionType.Name or QuestionType.Address or QuestionType.Bank or QuestionType.Period or QuestionType.MapPoint => AnswerType.Parts,
        QuestionType.Group or QuestionType.Table => AnswerType.Group,
        QuestionType.Info => AnswerType.Absent,
        _ => AnswerType.Text,
    };
}
