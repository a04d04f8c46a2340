using Madoguchi.Procedures.Domain.Reading;

namespace Madoguchi.Procedures.LifeEvents;

/// <summary>Reads one step of a life event.</summary>
internal sealed class StepReader(ExpressionReader reader, Func<string, ProcedureEdition?> procedures, IReadOnlyDictionary<string, Office> offices)
{
    public LifeStep? Read(Node node)
    {
        if (!node.IsObject("id", "when", "phase", "procedure", "elsewhere", "why", "deadline", "documents", "fee", "carry")) return null;
        var procedure = node.Get("procedure") is { } named ? ReadProcedure(named) : null;
        var elsewhere = node.Get("elsewhere") is { } other ? ReadErrand(other) : null;
        if (node.Get("procedure") is null == node.Get("elsewhere") is null) node.Fault("is either a procedure or elsewhere");
        var (when, slots) = ReadCondition(node.Get("when"));
        var step = new LifeStep(node.NeedString("id"), node.NeedEnum<StepPhase>("phase"), node.NeedPhrase("why"), node.Get("documents").List(n => new PlannedDocument(n.Phrase(), null, null)))
        {
            Procedure = procedure,
            Elsewhere = elsewhere,
            When = when,
            Slots = slots,
            Deadline = node.Get("deadline") is { } deadline ? ReadDeadline(deadline) : null,
            Fee = node.Get("fee").Phrase(),
            Carries = node.Get("carry") is { } carry ? ReadCarries(carry, procedure) : [],
        };
        return procedure is null && elsewhere is null ? null : step;
    }

    private ProcedureEdition? ReadProcedure(Node node)
    {
        var found = procedures(node.String());
        if (found is null) node.Fault("is no procedure of the library");
        return found;
    }

    private Errand? ReadErrand(Node node)
    {
        node.IsObject("title", "office");
        var name = node.NeedString("office");
        if (offices.GetValueOrDefault(name) is { } office) return new Errand(node.NeedPhrase("title"), name, office);
        node.Fault($"vocabulary/offices.json has no office {name}");
        return null;
    }

    /// <summary>The condition with the questions it reads; what was read before stays noted.</summary>
    private (Expression? When, IReadOnlySet<int> Slots) ReadCondition(Node? node)
    {
        var before = reader.Dependencies ?? [];
        var own = reader.Dependencies = [];
        var when = node is { } condition ? reader.Condition(condition) : null;
        before.UnionWith(own);
        reader.Dependencies = before;
        return (when, own.Select(d => d.Slot).ToFrozenSet());
    }

    private StepDeadline ReadDeadline(Node node)
    {
        node.IsObject("from", "days", "months", "years", "firstDayCounts", "fixed", "law", "text");
        var from = node.Get("from") is { } start ? reader.Read(start, AnswerType.Date) : null;
        var lengths = ((string[])["days", "months", "years"]).Where(unit => node.Get(unit) is not null).ToList();
        if (lengths.Count != (from is null ? 0 : 1)) node.Fault("from goes with one of days, months, years");
        var unit = lengths.FirstOrDefault() ?? "days";
        return new StepDeadline(
            node.NeedPhrase("text"), node.Get("law").String(), from, node.Get(unit)?.Int(1, 1000) ?? 1, unit[0],
            node.Get("firstDayCounts")?.Bool() ?? false, node.Get("fixed")?.Bool() ?? false);
    }

    private List<Carry> ReadCarries(Node node, ProcedureEdition? procedure)
    {
        if (procedure is not null) return [.. node.Properties().Select(p => new CarryReader(reader, procedure.Form).Read(p.Key, p.Value)).OfType<Carry>()];
        node.Fault("only a procedure has questions to carry answers into");
        return [];
    }
}
