using System.Text.Json;
using Madoguchi.DesignSystem.Messages;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.LifeEvents;

/// <summary>The few questions about a life event, on one page; the answers become a list.</summary>
[Anyone]
[AppendOnly]
internal sealed class AskPage(ILifeEvents events, LifePlans plans, Sheets sheets, TimeProvider clock) : ResidentPage
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

    public LifeEvent Life { get; private set; } = null!;

    public Questionnaire Sheet { get; private set; } = null!;

    /// <summary>An answer brought further questions.</summary>
    public bool More { get; private set; }

    /// <summary>What is wrong, in the order of the page.</summary>
    public IReadOnlyList<ErrorItem>? Wrong { get; private set; }

    /// <summary>A list whose answers are to be changed.</summary>
    [BindProperty(SupportsGet = true, Name = "plan")]
    public Guid? Plan { get; set; }

    public async Task OnGetAsync(string slug, CancellationToken stop)
    {
        Life = events.Find(slug) ?? throw new NotFoundException();
        var kept = Plan is { } id && await plans.FindAsync(id, stop) is { } plan && plan.LifeEvent == slug ? JsonDocument.Parse(plan.Answers).RootElement : Nothing;
        Sheet = sheets.Of(Life.Form, kept, clock.Today(), null);
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        Life = events.Find(slug) ?? throw new NotFoundException();
        var form = new AnswerForm(await Request.ReadFormAsync(stop));
        var read = form.Read(Life.Questions, new Typed(Nothing));
        foreach (var blank in read.Where(a => a.Value is null).Select(a => a.Key).ToList()) read.Remove(blank);
        var answers = JsonSerializer.SerializeToElement(read);
        var judged = Life.Form.Validate(answers, clock.Today(), Text.Language);
        Sheet = sheets.Of(Life.Form, answers, clock.Today(), Request.Form);
        var fresh = Sheet.Shown.Where(key => !form.WasShown(key)).ToList();
        Say([.. judged.Errors.Where(e => !fresh.Contains(e.Field))]);
        More = fresh.Count > 0;
        return !judged.Valid || More ? Page() : Redirect(Url.Content($"~/life-events/{slug}/{plans.Keep(Life, judged.Answers).Id}"));
    }

    private void Say(IReadOnlyList<FieldError> errors)
    {
        Wrong = [.. errors.Select(e => new ErrorItem(e.Field, Text[$"error.{e.Code}", e.Arguments]))];
        foreach (var (field, message) in Wrong) ModelState.AddModelError(field!, message.Source);
    }
}
