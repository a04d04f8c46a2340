using Madoguchi.Studio.Checking;
using Madoguchi.Studio.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Editing;

/// <summary>One change of a draft: read as publication reads it, kept as a step that can be taken back. What cannot be read is refused, so that a draft can always be seen.</summary>
internal sealed class EditDraft(StudioDb db, DraftDesk desk, IDefinitions definitions, IDirectory directory, Actor actor, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Places of the definition in <see cref="FieldError.Field"/> are JSON paths.</summary>
    public async Task<Result<Draft>> RunAsync(Guid id, long version, string what, Func<Definition, Result> change, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var found = await OpenAsync(id, version, stop);
        if (found.Refused) return found.Refusal;
        var draft = found.Value;
        var definition = Definition.Parse(draft.Definition);
        var before = definition.Text;
        if (change(definition) is { Refused: true } no) return no.Refusal;
        var text = definition.Text;
        if (text == before) return draft;
        var read = definitions.Read(text);
        if (read.Edition is null) return Refusal.Invalid(FaultsOf(read, Definition.Parse(before), definition));
        if (definition.Division != draft.Division && (directory.Division(definition.Division) is null || !actor.May(ProceduresPermissions.Edit, definition.Division))) return Refusals.Field("$.division", "studio-division");
        if (definition.Title.Length > Draft.LongestTitle) return Refusals.Field("$.title", "studio-title-long");

        db.Add(draft.Change(text, definition.Title, definition.Division, what, actor.Id, clock.Now()));
        await DropAsync(draft, stop);
        audit.Record("procedures.draftChanged", "draft", draft.Id.ToString(), new { draft.Slug, What = DraftStep.Short(what) });
        return draft;
    }

    /// <summary>元に戻す and やり直す.</summary>
    public async Task<Result> StepAsync(Guid id, long version, bool back, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var found = await OpenAsync(id, version, stop);
        if (found.Refused) return found.Refusal;
        var draft = found.Value;
        var place = draft.Position + (back ? -1 : 1);
        var from = back ? draft.Position : place;
        var steps = await db.Steps.AsNoTracking().Where(s => s.DraftId == id && (s.Position == place || s.Position == from)).ToListAsync(stop);
        if (steps.Find(s => s.Position == place) is not { Definition: not null } kept) return Refusals.NothingToUndo;
        var definition = Definition.Parse(kept.Definition);
        if (!actor.May(ProceduresPermissions.Edit, definition.Division)) return Refusals.Field("$.division", "studio-division");

        var named = steps.Find(s => s.Position == from)?.What ?? "";
        db.Add(draft.GoTo(kept, definition.Title, definition.Division, $"{(back ? "元に戻す" : "やり直す")}：{named}", actor.Id, clock.Now()));
        audit.Record(back ? "procedures.draftUndone" : "procedures.draftRedone", "draft", draft.Id.ToString(), new { draft.Slug, What = named });
        return Result.Ok;
    }

    private static List<FieldError> FaultsOf(ReadDefinition read, Definition before, Definition after)
    {
        var names = before.Questions().DistinctBy(q => q.Key).ToDictionary(q => q.Key, q => before.Label(q.Question));
        foreach (var document in before.Documents.OfType<JsonObject>()) names.TryAdd(Definition.Id(document), Phrases.Ja(document["title"]));
        return [.. read.Faults.Take(50).Select(f => new FieldError(f.Place, "studio-fault", ("reason", FaultWords.Of(f.Reason, id => names.GetValueOrDefault(id) ?? names.GetValueOrDefault(id.Split('.')[0]), Places.Of(f.Place, after)?.Name))))];
    }

    private async Task<Result<Draft>> OpenAsync(Guid id, long version, CancellationToken stop)
    {
        var draft = await desk.FindAsync(id, stop, toChange: true);
        if (draft.State != DraftState.Editing) return Refusals.NotEditable;
        // A version nobody has seen yet is no page of this draft: it must not pass for one once others have saved.
        return draft.Version == version ? draft : draft.Version < version ? Refusals.Gone : Refusals.Overtaken;
    }

    // A new change cuts off what had been taken back; steps of long ago keep their words only.
    private Task DropAsync(Draft draft, CancellationToken stop)
    {
        var (id, here, oldest) = (draft.Id, draft.Position, draft.Position - Draft.MostSteps);
        return db.Steps.Where(s => s.DraftId == id && s.Position != null && (s.Position >= here || s.Position < oldest))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Position, (int?)null).SetProperty(x => x.Definition, (string?)null), stop);
    }
}
