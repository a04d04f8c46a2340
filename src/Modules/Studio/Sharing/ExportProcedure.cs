using Madoguchi.Studio.Drafts;

namespace Madoguchi.Studio.Sharing;

/// <summary>What is handed to another city: a published edition or a draft.</summary>
internal sealed record Shared(string Title, int? Edition, string Division, ProcedurePackage Package);

/// <summary>書き出す: a procedure with its texts, letters and mails as one file. Nobody who made it is in it.</summary>
internal sealed class ExportProcedure(DraftDesk desk, IProcedures procedures, IDefinitions definitions, IDirectory directory, Actor actor, AuditTrail audit, TimeProvider clock)
{
    /// <param name="what">Id of a draft or slug of a published procedure.</param>
    /// <exception cref="NotFoundException">There is none whose division the actor looks after.</exception>
    public async Task<Shared> FindAsync(string what, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        if (Guid.TryParse(what, out var id))
        {
            var draft = await desk.FindAsync(id, stop);
            return Of(draft.Title, draft.Slug, null, draft.Division, draft.Definition);
        }

        if (procedures.All.FirstOrDefault(c => c.Slug == what && actor.May(ProceduresPermissions.Edit, c.Division)) is not { } card) throw new NotFoundException();
        // An edition from before letters stood in the definition is not whole without them.
        if (definitions.Text(card.Slug, card.Number) is not { } text || definitions.Read(text).Edition is null) throw new NotFoundException();
        return Of(card.Title.Ja, card.Slug, card.Number, card.Division, text);
    }

    public async Task<Shared> RunAsync(string what, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var shared = await FindAsync(what, stop);
        var package = shared.Package;
        if (shared.Edition is not null) audit.Record("procedures.exported", "procedure", package.Source.Slug, new { shared.Edition, package.Sha256 });
        else audit.Record("procedures.draftExported", "draft", what, new { package.Source.Slug, package.Sha256 });
        return shared;
    }

    private Shared Of(string title, string slug, int? edition, string division, string definition)
    {
        var city = directory.City;
        return new Shared(title, edition, division, new ProcedurePackage(new PackageSource(city.LgCode, city.Name, city.English, city.Prefecture, slug, edition, clock.Today()), definition));
    }
}
