using Madoguchi.Applications.Contracts;
using Madoguchi.DesignSystem.Forms;
using Madoguchi.Studio.Checking;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Outside;

/// <summary>A draft as people outside the division see it by their link: its pages, nothing that could be sent, and a form for comments.</summary>
[Anyone]
internal sealed class SharedDraftPage(LookDoor door, CommentFromOutside comment, DraftReads reads, IDefinitions definitions, IFormPreview forms, IDirectory directory, TimeProvider clock) : ResidentPage
{
    [BindProperty(SupportsGet = true, Name = "about")]
    public string? About { get; set; }

    [BindProperty(SupportsGet = true, Name = "said")]
    public bool Said { get; set; }

    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    /// <summary>Null once the link is over.</summary>
    public ProcedureEdition? Edition { get; private set; }

    public PreviewLink Link { get; private set; } = null!;

    public Division? Division { get; private set; }

    public FormPage Current { get; private set; } = null!;

    /// <summary>The questions of the page, all of them; when they come, where that depends on answers.</summary>
    public IReadOnlyList<(Question Question, PreviewPart Part, string? When)> Asked { get; private set; } = [];

    public IReadOnlyList<Choice> Questions =>
        [.. Edition!.Form.Pages.SelectMany(p => p.Questions).SelectMany(q => q.Questions.Select(i => (Key: $"{q.Id}.{i.Id}", i.Label)).Prepend((q.Id, q.Label))).Select(q => new Choice(q.Item1, q.Item2.In(Text.Language)))];

    private string secret = "";

    public async Task<IActionResult> OnGetAsync(string secret, string? topic, CancellationToken stop)
    {
        var found = await OpenAsync(secret, topic, stop);
        Question = About;
        return found is null ? Over() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string secret, string? topic, CancellationToken stop)
    {
        if (await OpenAsync(secret, topic, stop) is not { } draft) return Over();
        return Accept(await comment.RunAsync(Link, draft, Edition!.Form, new CommentFromOutside.Input(Question, Name, Body), stop)) ? Redirect(Href(Current) + "?said=true#comment") : Page();
    }

    public string Href(FormPage page) => Url.Content($"~{LookDoor.Path}/{secret}/{page.Id}");

    private async Task<Draft?> OpenAsync(string given, string? topic, CancellationToken stop)
    {
        secret = given;
        Response.Headers["X-Robots-Tag"] = "noindex";
        var found = await door.OpenAsync(secret, stop);
        Link = found.Link;
        Division = found.Draft is { } draft ? directory.Division(draft.Division) : null;
        if (found.Draft is null || reads.Of(found.Draft) is not { } read) return null;
        Edition = read.Edition;
        Current = topic is null ? Edition.Form.Pages[0] : Edition.Form.Pages.FirstOrDefault(p => p.Id == topic) ?? throw new NotFoundException();
        var today = clock.Today();
        var parts = await forms.QuestionsAsync(Edition, Current.Questions, JsonSerializer.SerializeToElement(Edition.Form.Example(today)), today, stop);
        var conditions = Conditions(read.Root);
        Asked = [.. Current.Questions.Zip(parts, (q, p) => (q, p, conditions.TryGetValue(q.Id, out var when) ? definitions.Say(Edition.Form, read.Root, when, null) : null))];
        return found.Draft;
    }

    private IActionResult Over()
    {
        Edition = null;
        // The form of a page that is not over says so by its token.
        Response.Headers.CacheControl = "private, no-store";
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    private static Dictionary<string, JsonElement> Conditions(JsonElement definition) =>
        definition.GetProperty("form").GetProperty("pages").EnumerateArray().SelectMany(p => p.GetProperty("questions").EnumerateArray())
            .Where(q => q.TryGetProperty("visibleWhen", out var when) && when.ValueKind == JsonValueKind.Object).DistinctBy(q => q.GetProperty("id").GetString()!)
            .ToDictionary(q => q.GetProperty("id").GetString()!, q => q.GetProperty("visibleWhen"));
}
