using System.Text.RegularExpressions;
using Madoguchi.Studio.Data;
using Madoguchi.Studio.Editing;
using Madoguchi.Studio.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Drafts;

/// <summary>A new draft: of a published procedure to change it, or a new procedure from a copy, the library or nothing.</summary>
internal sealed partial class StartDraft(StudioDb db, Database database, IProcedures procedures, IDefinitions definitions, IDirectory directory, Actor actor, AuditTrail audit, TimeProvider clock, EmptyDefinition empty, Origins origins)
{
    /// <param name="Start">empty, copy, library, list or edition.</param>
    /// <param name="Source">Slug of what it begins from.</param>
    /// <param name="Nature">Of an empty one or one from a list.</param>
    internal sealed record Input(string? Start, string? Source, string? Title, string? Kana, string? Slug, string? Nature, string? Division);

    /// <param name="fill">Puts in what a list asks for.</param>
    public async Task<Result<Draft>> RunAsync(Input input, CancellationToken stop, Action<Definition>? fill = null)
    {
        actor.Require(ProceduresPermissions.Edit);
        if (EnumText.Parse<DraftStart>(input.Start ?? "") is not { } start || start == DraftStart.Package || (start == DraftStart.List && fill is null)) return Refusals.Field("Start", "option");
        if (start == DraftStart.Edition) return await OfEditionAsync(input.Source, stop);

        var errors = new List<FieldError>();
        var title = TextRules.Normalise(input.Title ?? "");
        if (title.Length == 0) errors.Add(new FieldError("Title", "missing"));
        else if (title.Length > 60 || !TextRules.IsClean(title) || title.Contains('<') || title[0] is '=' or '+' or '@') errors.Add(new FieldError("Title", "studio-title"));
        var kana = TextRules.Katakana(TextRules.Normalise(input.Kana ?? "")).Replace("　", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (kana.Length is 0 or > 100 || !kana.All(c => c is (>= 'ァ' and <= 'ヶ') or 'ー')) errors.Add(new FieldError("Kana", "studio-kana"));
        var division = directory.Division(input.Division ?? "");
        if (division is null || !actor.May(ProceduresPermissions.Edit, division.Code)) errors.Add(new FieldError("Division", "studio-division"));
        var definition = Begun(start, input, errors);
        var slug = string.IsNullOrWhiteSpace(input.Slug) ? Romaji.Of(kana) : input.Slug.Trim();
        if (errors.Count == 0) errors.AddRange(await FaultsOfSlugAsync(slug, stop));
        if (errors.Count > 0 || definition is null || division is null) return Refusal.Invalid(errors);

        var made = Definition.Parse(definition);
        made.Root["slug"] = slug;
        made.Root["title"] = Phrases.New(title);
        made.Root["kana"] = kana;
        made.Root["division"] = division.Code;
        made.Root["owner"] = division.Code;
        made.Root["lastChecked"] = clock.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        made.Root.Remove("formNumber");
        fill?.Invoke(made);
        if (fill is not null && definitions.Read(made.Text) is { Edition: null, Faults: var faults }) return Refusal.Invalid([.. faults.Take(20).Select(f => new FieldError("", "studio-fault", ("reason", $"{f.Place} {f.Reason}")))]);
        var draft = Add(made, start, start == DraftStart.Empty ? null : input.Source, null, BeganWith(start, input.Source));
        if (start == DraftStart.Library) origins.Note(draft, input.Source!, definition);
        return draft;
    }

    /// <summary>A draft that says again what an older edition said, to be published as the next one.</summary>
    public async Task<Result<Draft>> AgainAsync(string slug, int number, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        return await OfEditionAsync(slug, stop, number);
    }

    /// <summary>Whether a draft of this procedure is on its way: there is never more than one.</summary>
    public async Task<bool> IsBeingChangedAsync(string slug, CancellationToken stop)
    {
        await SlugTurn.TakeAsync(database, slug, stop);
        return await db.All.AnyAsync(d => d.Slug == slug && (d.State == DraftState.Editing || d.State == DraftState.Proposed || d.State == DraftState.Scheduled), stop);
    }

    private async Task<Result<Draft>> OfEditionAsync(string? slug, CancellationToken stop, int? older = null)
    {
        if (procedures.All.FirstOrDefault(c => c.Slug == slug) is not { } card) return Refusals.Field("Source", "option");
        actor.Require(ProceduresPermissions.Edit, card.Division);
        if (await IsBeingChangedAsync(card.Slug, stop)) return Refusals.Field("Source", "studio-draft-there");
        if (definitions.Text(card.Slug, older ?? card.Number) is not { } text || definitions.Read(text).Edition is null) return Refusals.Gone;
        var made = Definition.Parse(text);
        // An edition of before a transfer must not give the procedure back to the division it came from.
        if (made.Division != card.Division) made.Root["division"] = card.Division;
        var draft = Add(made, DraftStart.Edition, card.Slug, card.Number, $"第{older ?? card.Number}版から始めました");
        if (older is { } number && number != card.Number) await origins.CarryAsync(draft, number, stop);
        return draft;
    }

    private string? Begun(DraftStart start, Input input, List<FieldError> errors)
    {
        var text = start switch
        {
            DraftStart.Library => definitions.Library.GetValueOrDefault(input.Source ?? "")?.Definition,
            DraftStart.Copy => procedures.All.FirstOrDefault(c => c.Slug == input.Source) is { } card ? definitions.Text(card.Slug, card.Number) : null,
            _ => empty.Of(input.Nature ?? ""),
        };
        if (text is null) errors.Add(new FieldError(start == DraftStart.Empty ? "Nature" : "Source", "option"));
        return text;
    }

    public async Task<IReadOnlyList<FieldError>> FaultsOfSlugAsync(string slug, CancellationToken stop)
    {
        if (slug.Length > 60 || !Slug().IsMatch(slug)) return [new FieldError("Slug", "studio-slug")];
        await SlugTurn.TakeAsync(database, slug, stop);
        var taken = procedures.All.Any(c => c.Slug == slug) || definitions.Library.ContainsKey(slug)
            || await db.All.AnyAsync(d => d.Slug == slug && d.State != DraftState.Discarded && d.State != DraftState.Published, stop);
        return taken ? [new FieldError("Slug", "studio-slug-taken")] : [];
    }

    /// <summary>A draft of a definition that can be read; who calls has asked for the right to its division.</summary>
    public Draft Add(Definition made, DraftStart start, string? source, int? number, string what)
    {
        var now = clock.Now();
        var draft = new Draft
        {
            Id = Guid.CreateVersion7(), Slug = made.Root["slug"]!.GetValue<string>(), Title = made.Title, Division = made.Division, Owner = Draft.OwnerIn(made.Division),
            StartedFrom = start, Source = source, BaseNumber = number, Definition = made.Text, StartedBy = actor.Id, StartedAt = now, ChangedBy = actor.Id, ChangedAt = now,
        };
        db.Add(draft);
        db.Add(draft.Begin(what));
        audit.Record("procedures.draftStarted", "draft", draft.Id.ToString(), new { draft.Slug, draft.Division, From = EnumText.Of(start), Source = source });
        return draft;
    }

    private static string BeganWith(DraftStart start, string? source) => start switch
    {
        DraftStart.Copy => $"「{source}」を写しました",
        DraftStart.Library => $"ひな形「{source}」から始めました",
        DraftStart.List => "項目の一覧から始めました",
        _ => "空から始めました",
    };

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Slug();
}
