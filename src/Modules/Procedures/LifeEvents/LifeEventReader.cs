using Madoguchi.Procedures.Domain.Reading;
using Madoguchi.Procedures.Lint;

namespace Madoguchi.Procedures.LifeEvents;

/// <summary>Reads the file of one life event; what does not fit is a fault with its place.</summary>
internal sealed class LifeEventReader(Func<string, ProcedureEdition?> procedures, IReadOnlyDictionary<string, Office> offices, FormContext context)
{
    private const int MostQuestions = 10;
    private const int MostOptions = 10;

    /// <param name="slug">The file's name without its ending.</param>
    public (LifeEvent? Event, FaultList Faults) Read(string slug, string file, string? json)
    {
        var (read, faults) = CheckedJson.Read(file, json, root => Read(root, slug));
        return (faults.Found.Count == 0 ? read : null, faults);
    }

    private LifeEvent? Read(Node node, string slug)
    {
        if (!node.IsObject("slug", "title", "summary", "lifeEvents", "owner", "lastChecked", "unverified", "questions", "steps")) return null;
        var names = new FormNames(FrozenDictionary<string, Value>.Empty);
        var title = node.NeedPhrase("title");
        var form = new FormReader(names, FrozenDictionary<string, DocumentSource>.Empty, null).ReadQuestions(node, title, context);
        var reader = new ExpressionReader(names, null);
        var steps = node.Need("steps")?.List(n => new StepReader(reader, procedures, offices).Read(n)) ?? [];
        var life = new LifeEvent
        {
            Slug = node.NeedString("slug"),
            Title = title,
            Summary = node.NeedPhrase("summary"),
            LifeEvents = node.Need("lifeEvents").List(n => n.OneOf("birth", "childRearing", "moving", "marriage", "divorce", "work", "illness", "elderCare", "disaster", "death", "business", "housing")),
            Owner = node.NeedString("owner"),
            LastChecked = node.Need("lastChecked")?.Date() ?? default,
            Unverified = node.Get("unverified").List(n => n.String()),
            Form = form,
            Steps = [.. steps.OfType<LifeStep>()],
            VisibleBy = [.. names.All(null).Select(n => n.Dependencies.Select(d => d.Slot).ToFrozenSet())],
            Conditions = [.. Conditions(node)],
        };
        if (life.Slug != slug) node.Fault($"slug must be {slug}, as the file is named");
        foreach (var twice in life.Steps.GroupBy(s => s.Id).Where(g => g.Count() > 1)) node.Fault($"the step id {twice.Key} is used twice");
        if (steps.Count == 0) node.Fault("there are no steps");
        CheckQuestions(node, life, reader.Dependencies ?? []);
        CheckWords(node);
        return life;
    }

    private static IEnumerable<JsonElement> Conditions(Node node) =>
        ((string[])["questions", "steps"]).SelectMany(key => node.Get(key) is { Kind: JsonValueKind.Array } list ? list.Items() : [])
            .Select(n => n.Get("visibleWhen") ?? n.Get("when")).OfType<Node>().Select(n => n.Element.Clone());

    private static void CheckQuestions(Node node, LifeEvent life, IReadOnlySet<(string? Group, int Slot)> read)
    {
        var all = node.Get("questions") is { Kind: JsonValueKind.Array } list ? list.Items().ToList() : [];
        if (life.Questions.Count > MostQuestions) node.Fault($"asks {life.Questions.Count} questions; a family is asked {MostQuestions} at most");
        foreach (var (question, at) in life.Questions.Zip(all))
        {
            if (question.Type is not (QuestionType.Choice or QuestionType.Choices or QuestionType.YesNo or QuestionType.Date or QuestionType.Number))
                at.Fault("must be choice, choices, yesNo, date or number");
            if (question.Other || question.Options.Count > MostOptions) at.Fault($"has words of its own or more than {MostOptions} options");
            if (question.Slot < 0) continue;
            if (life.VisibleBy[question.Slot].Any(s => s >= question.Slot)) at.Fault("depends on a question below it");
            if (!read.Contains((null, question.Slot)) && !life.VisibleBy.Any(v => v.Contains(question.Slot))) at.Fault("is asked, but nothing depends on it");
        }
    }

    private static void CheckWords(Node node)
    {
        foreach (var place in node.Faults.Untranslated.Distinct()) node.Faults.Add(place, "is not there in ja, en and ja-easy");
        foreach (var found in Words(node.Element).Where(f => f.Severity == Severity.Fault)) node.Faults.Add(found.Place, found.Reason);
    }

    /// <summary>What the lint says of the words, advice too.</summary>
    public static IEnumerable<Found> Words(JsonElement root) => DefinitionText.Of(root, "$").SelectMany(WordRules.Of);
}
