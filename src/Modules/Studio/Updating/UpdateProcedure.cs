using Madoguchi.Studio.Drafts;
using Madoguchi.Studio.Editing;
using Madoguchi.Studio.Merging;
using Madoguchi.Studio.Sharing;

namespace Madoguchi.Studio.Updating;

/// <summary>The three definitions of an update.</summary>
/// <param name="Base">What the city's own was made from.</param>
/// <param name="Theirs">The newer version of that.</param>
/// <param name="Mine">The city's edition.</param>
internal sealed record Update(ProcedureCard Card, Basis Base, string Theirs, string Mine, Origin? Waiting)
{
    /// <summary>Of all three: what was compared must still be what is merged.</summary>
    public string Stamp => ProcedurePackage.HashOf($"{Base.Sha256}{Theirs}{Mine}");

    public bool IsNew => Base.Definition != Theirs;

    public bool FromLibrary => Waiting is null;
}

/// <summary>新しい版を取り込む: what the library or another city changed goes into the city's own edition; a draft comes of it.</summary>
internal sealed class UpdateProcedure(Origins origins, StartDraft start, IProcedures procedures, IDefinitions definitions, Actor actor, AuditTrail audit)
{
    // Whose procedure it is, where it stands and when it was checked against the law is never the other side's to say.
    private static readonly string[] OwnKeys = ["slug", "division", "owner", "lastChecked", "formNumber"];

    /// <param name="from">A file that waits; null: the library.</param>
    /// <exception cref="NotFoundException">The procedure is not one the actor may change, was made here, or the file is not there any more.</exception>
    public async Task<Update> FindAsync(string slug, Guid? from, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var card = procedures.All.FirstOrDefault(c => c.Slug == slug && actor.May(ProceduresPermissions.Edit, c.Division)) ?? throw new NotFoundException();
        var basis = await origins.OfAsync(slug, stop) ?? throw new NotFoundException();
        var mine = definitions.Text(slug, card.Number) ?? throw new NotFoundException();
        if (from is not { } id) return new Update(card, basis, basis.Kind == OriginKind.Library ? definitions.Library.GetValueOrDefault(basis.Source)?.Definition ?? basis.Definition : basis.Definition, mine, null);
        var waiting = await origins.WaitingAsync(id, slug, stop) ?? throw new NotFoundException();
        return new Update(card, basis, waiting.Definition, mine, waiting);
    }

    public static Merged Merge(Update update, IReadOnlyDictionary<string, Side> choices, bool askRemovals)
    {
        var (before, theirs) = (Definition.Parse(update.Base.Definition).Root, Definition.Parse(update.Theirs).Root);
        foreach (var key in OwnKeys)
        {
            theirs.Remove(key);
            if (before[key] is { } own) theirs[key] = own.DeepClone();
        }

        return ThreeWayMerge.Run(before, theirs, Definition.Parse(update.Mine).Root, choices, askRemovals);
    }

    /// <param name="Stamp">Of what the officer compared.</param>
    /// <param name="Choices">Sides by the key of the conflict.</param>
    internal sealed record Input(string Slug, Guid? From, string? Stamp, IReadOnlyDictionary<string, Side> Choices, bool AskRemovals);

    /// <returns>The draft; else what is not chosen yet, by the key of the conflict, or the faults of what came of it, by JSON path.</returns>
    public async Task<Result<Draft>> RunAsync(Input input, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var update = await FindAsync(input.Slug, input.From, stop);
        if (update.Stamp != input.Stamp) return Refusals.Overtaken;
        if (await start.IsBeingChangedAsync(input.Slug, stop)) return Refusals.Field("", "studio-draft-there");
        var merged = Merge(update, input.Choices, input.AskRemovals);
        var open = merged.Conflicts.Where(c => !input.Choices.ContainsKey(c.Key)).ToList();
        if (open.Count > 0) return Refusal.Invalid([.. open.Select(c => new FieldError(c.Key, "studio-choose"))]);
        var definition = Definition.Parse(merged.Definition.ToJsonString());
        var read = definitions.Read(definition.Text);
        if (read.Edition is null) return Refusal.Invalid([.. read.Faults.Take(50).Select(f => new FieldError(f.Place, "studio-fault", ("reason", WordsOf(f, definition))))]);
        if (definition.Title.Length > Draft.LongestTitle) return Refusals.Field("$.title", "studio-title-long");

        var from = update.FromLibrary ? $"ひな形「{update.Base.Source}」" : update.Waiting!.City ?? update.Waiting.Source;
        var draft = start.Add(definition, DraftStart.Edition, input.Slug, update.Card.Number, $"{from}の新しい版を取り込みました（選んだところ{merged.Conflicts.Count}か所）");
        if (update.Waiting is { } waiting) waiting.DraftId = draft.Id;
        else origins.Note(draft, update.Base.Source, update.Theirs);
        audit.Record("procedures.merged", "draft", draft.Id.ToString(), new { draft.Slug, Conflicts = merged.Conflicts.Count, Theirs = merged.Conflicts.Count(c => input.Choices[c.Key] == Side.Theirs) });
        return draft;
    }

    private static string WordsOf(DefinitionFinding fault, Definition definition)
    {
        var names = definition.Questions().DistinctBy(q => q.Key).ToDictionary(q => q.Key, q => definition.Label(q.Question));
        var where = Checking.Places.Of(fault.Place, definition)?.Name;
        return $"{where ?? fault.Place}：{Checking.FaultWords.Of(fault.Reason, names.GetValueOrDefault, where)}";
    }
}
