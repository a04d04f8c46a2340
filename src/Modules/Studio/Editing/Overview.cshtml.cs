using Madoguchi.Studio.Checking;
using Madoguchi.Studio.Comments;
using Madoguchi.Studio.Drafts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Editing;

/// <summary>A draft as a whole: facts, pages with their questions, documents, letters, mails; what is wrong stands beside it.</summary>
internal sealed class OverviewPage(EditDraft edit, DraftReads reads, IDefinitions definitions, IDirectory directory, DiscardDraft discard, ReadComments comments) : EditPage
{
    private ILookup<string, ShownFinding> byKey = Array.Empty<ShownFinding>().ToLookup(f => "");

    /// <summary>What was just done, to be taken back with one press.</summary>
    [BindProperty(SupportsGet = true, Name = "did")]
    public string? Did { get; set; }

    public ReadDraft? Read { get; private set; }

    public IReadOnlyList<ShownFinding> Findings { get; private set; } = [];

    /// <summary>Whether a step can be taken back, and one done again.</summary>
    public (bool Back, bool Forward) Moves { get; private set; }

    /// <summary>Comments that wait, by question; of the whole under the empty key.</summary>
    public IReadOnlyDictionary<string, int> Comments { get; private set; } = new Dictionary<string, int>();

    public int Faults => Findings.Count(f => f.Found.IsFault);

    public IEnumerable<ShownFinding> Of(string key) => byKey[key];

    /// <summary>What the form is called that a finding leads to: 「期間と受付」, not 「基本情報」.</summary>
    public string NameOf(Place place) => place.Key.StartsWith("facts:", StringComparison.Ordinal) ? Text[$"staff.studio.{place.Key.Replace(':', '.')}"].ToString() : place.Name;

    public async Task OnGetAsync(Guid id, CancellationToken stop)
    {
        await OpenAsync(id, stop);
        await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] long version, [FromForm] string? act, [FromForm] string? to, CancellationToken stop)
    {
        var parts = (act ?? "").Split(':', 3);
        var (verb, kind, key) = (parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");
        string? added = null;
        Result done = verb switch
        {
            "discard" => await discard.RunAsync(id, version, stop),
            "undo" or "redo" => await edit.StepAsync(id, version, verb == "undo", stop),
            "mend" => await MendAsync(id, version, kind, stop),
            "up" or "down" => await edit.RunAsync(id, version, await WhatAsync("moved", id, kind, key, stop), d => Arrange.Move(d, kind, key, verb == "up" ? -1 : 1), stop),
            "move" => await edit.RunAsync(id, version, await WhatAsync("moved", id, "question", key, stop), d => Arrange.MoveTo(d, key, to ?? ""), stop),
            "delete" => await edit.RunAsync(id, version, await WhatAsync("deleted", id, kind, key, stop), d => Arrange.Delete(d, kind, key), stop),
            "add" => await edit.RunAsync(id, version, Text[$"staff.studio.did.added.{(kind is "page" or "document" or "exit" or "mail" or "computed" or "disposition" or "notice" ? kind : "page")}"].ToString(), d => (added = Add(d, kind, key)) is null ? Refusals.Gone : Result.Ok, stop),
            _ => Refusals.Gone,
        };
        if (!done.Refused && verb == "discard") return Redirect(Url.Content("~/staff/studio?did=discarded"));
        if (!done.Refused) return added is null ? Redirect(Url.Content($"~/staff/studio/{id}?did={verb}{Anchor(verb, kind, key)}")) : Redirect(Url.Content($"~/staff/studio/{id}/edit/{kind}/{added}"));
        await ShowRefusalAsync(id, version, done, _ => null, stop);
        await ShowAsync(stop);
        return Page();
    }

    /// <summary>The condition of a part in words; null when it always holds.</summary>
    public string? Condition(JsonObject of, string? group = null, string key = "visibleWhen") =>
        of[key] is { } condition && condition.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False) && Read is { } read
            ? definitions.Say(read.Edition.Form, read.Root, JsonSerializer.SerializeToElement(condition), group) : null;

    /// <summary>A calculation in words; null while nothing is said.</summary>
    public string? Says(JsonNode? value, string? group) =>
        value is not null && Read is { } read ? definitions.SayValue(read.Edition.Form, read.Root, JsonSerializer.SerializeToElement(value), group) : null;

    private string? Add(Definition definition, string kind, string key) => kind switch
    {
        "page" => Arrange.AddPage(definition),
        "document" => Arrange.AddDocument(definition),
        "exit" => Arrange.AddExit(definition, key),
        "mail" => Arrange.AddMail(definition, key) ? key : null,
        "computed" => ArrangeEndings.AddComputed(definition, key),
        "disposition" => ArrangeEndings.AddDisposition(definition, key),
        "notice" => ArrangeEndings.AddNotice(definition),
        _ => null,
    };

    private async Task<Result> MendAsync(Guid id, long version, string number, CancellationToken stop)
    {
        await OpenAsync(id, stop);
        if (Draft.Version != version) return Refusals.Overtaken;
        var found = reads.Of(Draft) is { } read ? ShownFinding.Of(read, Definition) : [];
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= found.Count || found[index].Mend is not { } mend) return Refusals.Gone;
        var what = Text["staff.studio.did.mended", ("what", found[index].At?.Name ?? ""), ("mend", Text[$"staff.studio.mend.{mend}"])].ToString();
        return await edit.RunAsync(id, version, what, d => Mending.Mend(d, found[index].Found, directory), stop);
    }

    private async Task<string> WhatAsync(string did, Guid id, string kind, string key, CancellationToken stop)
    {
        await OpenAsync(id, stop);
        var name = kind switch
        {
            "question" => NameOfQuestion(Definition.Question(key)?.Question),
            "page" => $"ページ「{Phrases.Ja(Definition.Page(key)?["title"])}」",
            "document" => $"書類「{Phrases.Ja(Definition.Document(key)?["title"])}」",
            "exit" => $"出口「{Phrases.Ja(Definition.Exit(key)?.Exit["title"])}」",
            "result" => $"結果の項目「{Phrases.Ja(Definition.Result(key)?.Item["label"])}」",
            "computed" => $"計算「{Phrases.Ja(Definition.Computed(key)?.Item["label"])}」",
            "disposition" => $"処分「{Phrases.Ja(Definition.Ending(key)?["label"])}」",
            "notice" => $"通知「{Definition.Root["notices"]?[key]?["title"]}」",
            _ => "メール",
        };
        return Text[$"staff.studio.did.{did}", ("what", name)].ToString();

        string NameOfQuestion(JsonObject? question) => question is null ? "設問" : $"設問「{Definition.Label(question)}」";
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Read = reads.Of(Draft);
        Findings = Read is null ? [] : ShownFinding.Of(Read, Definition);
        byKey = Findings.ToLookup(f => f.At?.Key ?? "");
        Comments = await comments.OpenAsync(Draft.Id, stop);
        Moves = Editable ? await Desk.MovesAsync(Draft, stop) : (false, false);
    }

    private static string Anchor(string verb, string kind, string key) =>
        verb is "up" or "down" && key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '.') ? $"#{kind}-{key.Replace('.', '-')}" : "";
}
