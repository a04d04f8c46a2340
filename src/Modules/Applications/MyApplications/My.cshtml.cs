using Madoguchi.Applications.Apply;
using Madoguchi.Applications.Lists;
using Madoguchi.DesignSystem.Navigation;
using Madoguchi.Messaging.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.MyApplications;

/// <summary>マイページ: own matters, forms to go on with, letters from the city.</summary>
[ResidentsOnly]
internal sealed class MyPage(MatterList list, TodoReader todos, SavedForms forms, ILetterBox letters, ILetters post, IProcedures procedures) : ResidentPage
{
    private const int NewestLetters = 10;

    internal sealed record Begun(SavedForm Form, LocalizedText Title, bool Stopped);

    internal sealed record Matter(ListLine Line, LocalizedText Title, ApplicationStatus Status, IReadOnlyList<Step> Steps)
    {
        /// <summary>Nothing is told any more of what came to its end.</summary>
        public bool IsOpen => Status is ApplicationStatus.Arrived or ApplicationStatus.UnderReview or ApplicationStatus.CorrectionRequested or ApplicationStatus.AwaitingDecision;
    }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    public IReadOnlyList<Matter> Matters { get; private set; } = [];

    public string? Next { get; private set; }

    /// <summary>What the city waits for.</summary>
    public IReadOnlyList<Todo> Awaited { get; private set; } = [];

    public IReadOnlyList<Begun> Forms { get; private set; } = [];

    public IReadOnlyList<LetterItem> Inbox { get; private set; } = [];

    public bool EarlierLetters { get; private set; }

    public int Unread { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (lines, next) = await list.RunAsync(new ListQuery { Limit = 20, After = After }, stop);
        Next = next;
        Matters = [.. lines.Select(Shown)];
        if (After is not null) return;
        Awaited = await todos.AwaitedAsync(stop);
        Forms = [.. (await forms.MineAsync(null, 200, stop)).Select(f => new Begun(f, TitleOf(f.Procedure, f.ProcedureEdition), procedures.Stop(f.Procedure) is not null))];
        Unread = await letters.UnreadAsync(Actor.Id, stop);
        var (newest, earlier) = await letters.ReceivedAsync(Actor.Id, null, NewestLetters, stop);
        Inbox = [.. newest.OrderBy(l => l.ReadAt is not null)];
        EarlierLetters = earlier is not null;
    }

    public async Task<IActionResult> OnPostReadAsync(CancellationToken stop)
    {
        await post.MarkReadAsync(Actor.Id, null, stop);
        return Redirect(Url.Content("~/my#letters"));
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid form, CancellationToken stop)
    {
        await forms.DiscardAsync(form, stop);
        return Redirect(Url.Content("~/my#forms"));
    }

    private Matter Shown(ListLine line)
    {
        var status = line is { Status: ApplicationStatus.Decided, NotifiedAt: null } ? ApplicationStatus.AwaitingDecision : line.Status;
        var edition = procedures.Edition(line.Procedure, line.ProcedureEdition);
        var steps = edition is { Booking: null } ? MatterSteps.Of(status, line.Phase, edition, Text) : [];
        return new Matter(line, TitleOf(line.Procedure, line.ProcedureEdition), status, steps);
    }

    private LocalizedText TitleOf(string slug, int edition) => procedures.Title(slug, edition)?.In(Text.Language) ?? new LocalizedText(slug);
}
