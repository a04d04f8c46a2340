using Madoguchi.Studio.Editing;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Comments;

/// <summary>コメント: all that was said about a draft, and the door through which more is said and marked.</summary>
internal sealed class CommentsPage(ReadComments reading, SayComment say, MarkComment mark) : EditPage
{
    public ShownComments Comments { get; private set; } = null!;

    /// <summary>What the one question is called that they are about; null for the whole draft.</summary>
    public string? About { get; private set; }

    [BindProperty]
    public string? Body { get; set; }

    /// <summary>Key of the question; empty for the whole.</summary>
    [BindProperty]
    public string? Question { get; set; }

    public async Task OnGetAsync(Guid id, CancellationToken stop) => await ShowAsync(id, null, stop);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (Accept(await say.RunAsync(id, Question, Body, stop))) return Back(id);
        await ShowAsync(id, Question, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostMarkAsync(Guid id, [FromForm] Guid comment, [FromForm] bool done, CancellationToken stop)
    {
        if (Accept(await mark.RunAsync(id, comment, done, stop))) return Back(id);
        await ShowAsync(id, Question, stop);
        return Page();
    }

    private RedirectResult Back(Guid id) =>
        Redirect(Url.Content(string.IsNullOrEmpty(Question) ? $"~/staff/studio/{id}/comments" : $"~/staff/studio/{id}/edit/question/{Uri.EscapeDataString(Question)}#comments"));

    private async Task ShowAsync(Guid id, string? question, CancellationToken stop)
    {
        await OpenAsync(id, stop);
        About = !string.IsNullOrEmpty(question) && Definition.Question(question) is { } asked ? Definition.Label(asked.Question) : null;
        Comments = await reading.RunAsync(id, About is null ? null : question, stop);
    }
}
