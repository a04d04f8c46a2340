using Madoguchi.Notices.Domain;
using Madoguchi.Notices.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Notices.Dispatch;

/// <summary>発送待ちの一覧: print, put into envelopes, mark as posted.</summary>
internal sealed class QueuePage(PaperQueue queue, MarkPosted markPosted, ReadNotices notices, TimeProvider clock) : StaffPage
{
    internal IReadOnlyList<Notice> Waiting { get; private set; } = [];

    internal string? Next { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty]
    public Guid[] Notices { get; set; } = [];

    [BindProperty]
    public DateOnly? PostedOn { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        PostedOn = clock.Today();
        (Waiting, Next) = await queue.RunAsync(After, stop);
    }

    public async Task<IActionResult> OnGetPdfAsync(Guid id, CancellationToken stop)
    {
        var file = await notices.FileAsync(id.ToString(), prefetch: false, stop);
        Response.Headers.CacheControl = "private, no-store";
        return File(file.Content, "application/pdf", file.Name);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid && Accept(await markPosted.RunAsync(Notices, PostedOn ?? clock.Today(), stop))) return RedirectToPage();
        (Waiting, Next) = await queue.RunAsync(After, stop);
        return Page();
    }
}
