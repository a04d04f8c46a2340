using Madoguchi.Studio.Drafts;
using Madoguchi.Studio.Editing;

namespace Madoguchi.Studio.Sharing;

/// <summary>What an import came to: a draft, or everything that is wrong with the file.</summary>
internal sealed record Imported(Draft? Draft, IReadOnlyList<PackageFault> Faults);

/// <summary>A file that waits to be merged, or everything that is wrong with it.</summary>
internal sealed record Waiting(Guid? Id, IReadOnlyList<PackageFault> Faults);

/// <summary>読み込む: a file of another city becomes a draft of a division here, whole or not at all.</summary>
internal sealed class ImportProcedure(PackageReader reader, AdaptToCity adapt, StartDraft start, Origins origins, IProcedures procedures, IDefinitions definitions, IDirectory directory, Actor actor, AuditTrail audit)
{
    /// <param name="Slug">Name for addresses; empty: as in the file, or with a number behind it when that is taken.</param>
    internal sealed record Input(byte[]? File, string? Division, string? Slug);

    public async Task<Result<Imported>> RunAsync(Input input, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var errors = new List<FieldError>();
        var division = directory.Division(input.Division ?? "");
        if (division is null || !actor.May(ProceduresPermissions.Edit, division.Code)) errors.Add(new FieldError("Division", "studio-division"));
        if (input.File is not { Length: > 0 }) errors.Add(new FieldError("file", "studio-file-none"));
        if (errors.Count > 0) return Refusal.Invalid(errors);

        var (package, faults) = reader.Read(input.File!);
        if (package is null) return new Imported(null, faults);
        var slug = await SlugAsync(package.Source.Slug, input.Slug, stop);
        if (slug.Refused) return slug.Refusal;
        var (definition, notes) = adapt.Run(package);
        var adapted = definition.Text;
        adapt.Settle(definition, package, division!, slug.Value, notes);
        var wrong = FaultsOf(definition);
        if (wrong.Count > 0) return new Imported(null, wrong);

        var draft = start.Add(definition, DraftStart.Package, package.Source.Slug, null, $"{package.Source.City}の「{package.Source.Slug}」を読み込みました");
        origins.Note(draft.Id, draft.Slug, package, adapted, notes);
        audit.Record("procedures.imported", "draft", draft.Id.ToString(), new { draft.Slug, package.Source.LgCode, package.Source.Edition, package.Sha256 });
        return new Imported(draft, []);
    }

    /// <summary>A newer file of the same procedure, kept until it is merged; or what is wrong with it.</summary>
    public async Task<Result<Waiting>> ToMergeAsync(string slug, byte[]? file, CancellationToken stop)
    {
        var card = procedures.All.FirstOrDefault(c => c.Slug == slug && actor.May(ProceduresPermissions.Edit, c.Division)) ?? throw new NotFoundException();
        actor.Require(ProceduresPermissions.Edit, card.Division);
        if (file is not { Length: > 0 }) return Refusals.Field("file", "studio-file-none");
        var (package, faults) = reader.Read(file);
        if (package is null) return new Waiting(null, faults);
        var basis = await origins.OfAsync(slug, stop) ?? throw new NotFoundException();
        if (basis.Kind == OriginKind.Package && (basis.LgCode != package.Source.LgCode || basis.Source != package.Source.Slug))
            return new Waiting(null, [new PackageFault("source", $"もとになった手続（{basis.City}の {basis.Source}）のファイルではありません。")]);
        var (definition, notes) = adapt.Run(package);
        var wrong = FaultsOf(definition);
        if (wrong.Count > 0) return new Waiting(null, wrong);
        await origins.ForgetWaitingAsync(slug, stop);
        audit.Record("procedures.fileToMerge", "procedure", slug, new { package.Source.LgCode, package.Source.Edition, package.Sha256 });
        return new Waiting(origins.Note(null, slug, package, definition.Text, notes).Id, []);
    }

    // What was changed for this city must still be readable.
    private List<PackageFault> FaultsOf(Definition definition) =>
        definition.Title.Length > Draft.LongestTitle ? [new PackageFault("$.title", "手続の名前が長すぎます。")]
        : [.. PackageFault.Bounded([.. definitions.Read(definition.Text).Faults.Select(f => new PackageFault(f.Place, PackageReader.WordsOf(f.Reason)))])];

    private async Task<Result<string>> SlugAsync(string theirs, string? wished, CancellationToken stop)
    {
        if (!string.IsNullOrWhiteSpace(wished)) return await start.FaultsOfSlugAsync(wished.Trim(), stop) is { Count: > 0 } faults ? Refusal.Invalid(faults) : wished.Trim();
        for (var number = 1; number < 100; number++)
        {
            var slug = number == 1 ? theirs : $"{(theirs.Length > 56 ? theirs[..56].TrimEnd('-') : theirs)}-{number}";
            if ((await start.FaultsOfSlugAsync(slug, stop)).Count == 0) return slug;
        }

        return Refusals.Field("Slug", "studio-slug-taken");
    }
}
