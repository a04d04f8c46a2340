using Madoguchi.Studio.Checking;
using Madoguchi.Studio.Comments;
using Madoguchi.Studio.Formulas;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Editing;

/// <summary>The form of one thing: a page, a question, the fee … What was typed stays, whatever is wrong and whoever was first.</summary>
[RequestFormLimits(ValueCountLimit = MostValues)]
internal sealed class EditThingPage(EditDraft edit, Things things, DraftReads reads, IDefinitions definitions, IDirectory directory, ReadComments reading) : EditPage
{
    // A list of 500 rows with all their languages; the size of a request stays what it is everywhere.
    public const int MostValues = 16_384;

    public Thing Thing { get; private set; } = null!;

    /// <summary>What stands in the fields.</summary>
    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>();

    /// <summary>The version the form speaks of. Where others changed rows it stays the old one, for a row typed for one thing must not be written into another.</summary>
    public long Version { get; private set; }

    public bool RowsMoved { get; private set; }

    /// <summary>What was said about this question; null for other things.</summary>
    public ShownComments? Comments { get; private set; }

    [BindProperty(SupportsGet = true, Name = "saved")]
    public bool Saved { get; set; }

    public async Task OnGetAsync(Guid id, string kind, string key, CancellationToken stop)
    {
        await OpenAsync(id, stop);
        Thing = things.Find(Definition, kind, key) ?? throw new NotFoundException();
        Values = FieldValues.Of(Thing.Object, Thing.Fields);
        Version = Draft.Version;
        await CommentsAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string kind, string key, [FromForm] long version, CancellationToken stop)
    {
        await OpenAsync(id, stop);
        Thing = things.Find(Definition, kind, key) ?? throw new NotFoundException();
        var typed = TypedIn(Request.Form, Thing);
        var writer = new FieldWriter(typed);
        var saved = await edit.RunAsync(id, version, Text["staff.studio.did.changed", ("what", Thing.Name)].ToString(), definition => Write(definition, kind, key, writer), stop);
        if (!saved.Refused) return Redirect(Url.Content($"{Home}/edit/{kind}/{key}?saved=true"));

        var before = saved.Refusal == Refusals.Overtaken ? await Desk.AtVersionAsync(id, version, stop) : null;
        await ShowRefusalAsync(id, version, saved, place => Thing.FieldAt(place, writer), stop);
        Thing = things.Find(Definition, kind, key) ?? Thing;
        var was = before is null ? null : things.Find(Definition.Parse(before), kind, key);
        RowsMoved = saved.Refusal == Refusals.Overtaken && !Rows(was).SequenceEqual(Rows(Thing));
        Values = Merged(typed, was);
        Version = RowsMoved || version > Draft.Version ? version : Draft.Version;
        await CommentsAsync(stop);
        return Page();
    }

    private async Task CommentsAsync(CancellationToken stop)
    {
        if (Thing.Kind == "question") Comments = await reading.RunAsync(Draft.Id, Thing.Key, stop);
    }

    public string Value(string name) => Values.GetValueOrDefault(name, "");

    /// <summary>Calculations and rules of the thing, each with what it says now.</summary>
    public IReadOnlyList<(string Word, FormulaPlace Place, string? Says)> Formulas =>
        [.. FormulaPlace.Of(Definition, Thing).Select(f => (f.Word, f.Place, f.Place.Node is { } node && reads.Of(Draft) is { } read ? definitions.SayValue(read.Edition.Form, read.Root, JsonSerializer.SerializeToElement(node), f.Place.Group) : null))];

    private Result Write(Definition definition, string kind, string key, FieldWriter writer)
    {
        if (things.Find(definition, kind, key) is not { } thing) return Refusals.Gone;
        writer.Write(thing.Object, thing.Fields);
        if (kind == "question" && Definition.Type(thing.Object) == "table") Samples.Fit(definition, key, thing.Object, directory);
        return Result.Ok;
    }

    // What the officer did not touch shows what others made of it; rows are kept as typed, for they may have moved.
    private Dictionary<string, string> Merged(Dictionary<string, string> typed, Thing? before)
    {
        var now = FieldValues.Of(Thing.Object, Thing.Fields);
        var was = before is null ? [] : FieldValues.Of(before.Object, before.Fields);
        foreach (var (name, value) in now)
            if (!name.Contains('[') && (!typed.TryGetValue(name, out var own) || (was.TryGetValue(name, out var old) && own == old))) typed[name] = value;
        return typed;
    }

    private static IEnumerable<KeyValuePair<string, string>> Rows(Thing? thing) =>
        thing is null ? [] : FieldValues.Of(thing.Object, thing.Fields).Where(v => v.Key.Contains('[') || v.Key.EndsWith(".count", StringComparison.Ordinal)).OrderBy(v => v.Key, StringComparer.Ordinal);

    private static bool IsTickOfRow(Thing thing, string name) =>
        thing.Fields.Any(f => f.Columns.Any(c => c.Kind == FieldKind.Ticks && name.StartsWith(f.Key + "[", StringComparison.Ordinal) && name.EndsWith("]." + c.Key, StringComparison.Ordinal)));

    /// <summary>What was typed, by field of the form.</summary>
    public static Dictionary<string, string> TypedIn(IFormCollection form, Thing thing)
    {
        var ticks = thing.Fields.Where(f => f.Kind == FieldKind.Ticks).Select(f => f.Key).ToHashSet();
        return form.ToDictionary(
            f => f.Key,
            f => ticks.Contains(f.Key) || IsTickOfRow(thing, f.Key) ? string.Join(',', f.Value.OfType<string>().Order(StringComparer.Ordinal)) : f.Value.ToString().ReplaceLineEndings("\n"));
    }
}
