using Madoguchi.Applications.Apply;
using Madoguchi.Messaging.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.MyApplications;

/// <summary>Something the resident can do now.</summary>
/// <param name="Awaited">The city waits for it, and it has a last day.</param>
internal sealed record Todo(LocalizedText Heading, LocalizedText Sub, string Href, bool Awaited);

/// <summary>「いま していただくこと」: corrections and offers with their last day, letters not read yet, forms to go on with.</summary>
internal sealed class TodoReader(ApplicationsDb db, SavedForms forms, ILetterBox letters, IProcedures procedures, Actor actor, Localizer text)
{
    private const int Most = 20;
    private const int Newest = 3;

    /// <summary>Everything, what has a last day first.</summary>
    public async Task<IReadOnlyList<Todo>> AllAsync(CancellationToken stop)
    {
        var todos = new List<Todo>(await AwaitedAsync(stop));
        if (await letters.UnreadAsync(actor.Id, stop) is > 0 and var unread)
            todos.Add(new Todo(text["my.unread", ("count", unread)], text["my.unread.go"], "~/my#letters", false));
        foreach (var form in await forms.MineAsync(null, Newest, stop))
            todos.Add(new Todo(text["my.forms.resume", ("procedure", TitleOf(form.Procedure, form.ProcedureEdition))], text["my.forms.time", ("time", DayWords.Moment(form.UpdatedAt, text.Language))], $"~/apply/{form.Id}/{form.Page}", false));
        return todos;
    }

    /// <summary>What the city waits for.</summary>
    public async Task<IReadOnlyList<Todo>> AwaitedAsync(CancellationToken stop)
    {
        actor.RequireResident();
        var corrections = await db.VisibleTo(actor).AsNoTracking().Where(a => a.Status == ApplicationStatus.CorrectionRequested).OrderBy(a => a.CorrectionDueOn).Take(Most)
            .Select(a => new { a.IntakeNumber, a.Procedure, a.ProcedureEdition, a.CorrectionDueOn }).ToListAsync(stop);
        var offers = await db.VisibleTo(actor).AsNoTracking().Join(db.Places.Where(p => p.State == PlaceState.Offered), a => a.IntakeNumber, p => p.IntakeNumber, (a, p) => new { a.IntakeNumber, a.Procedure, a.ProcedureEdition, p.OfferedUntil })
            .OrderBy(o => o.OfferedUntil).Take(Most).ToListAsync(stop);
        return
        [
            .. corrections.Select(c => new Todo(
                text["my.todo.correction", ("procedure", TitleOf(c.Procedure, c.ProcedureEdition))], text["my.todo.until", ("day", DayWords.Day(c.CorrectionDueOn!.Value, text.Language))], $"~/my/applications/{c.IntakeNumber}", true)),
            .. offers.Select(o => new Todo(
                text["my.todo.offer", ("procedure", TitleOf(o.Procedure, o.ProcedureEdition))], text["my.todo.until", ("day", DayWords.Moment(o.OfferedUntil!.Value, text.Language))], $"~/my/applications/{o.IntakeNumber}", true)),
        ];
    }

    private LocalizedText TitleOf(string slug, int edition) => procedures.Title(slug, edition)?.In(text.Language) ?? new LocalizedText(slug);
}
