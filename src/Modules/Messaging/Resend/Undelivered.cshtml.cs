using Madoguchi.Messaging.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Messaging.Resend;

/// <summary>送れなかったもの: mail and notices the outbox has given up, and the button that sends them again.</summary>
internal sealed class UndeliveredPage(DeadLetters letters, ResendUndelivered resend) : StaffPage
{
    private const int Shown = 50;

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    [BindProperty]
    public Guid[] Letters { get; set; } = [];

    /// <summary>Whether they were just put back.</summary>
    [BindProperty(SupportsGet = true, Name = "did")]
    public bool Did { get; set; }

    public IReadOnlyList<DeadLetter> Waiting { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Actor.Require(MessagingPermissions.Resend);
        (Waiting, Next) = await letters.ListAsync(After, Shown, stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Accept(await resend.RunAsync(Letters, stop))) return Redirect(Url.Content("~/staff/undelivered?did=true"));
        (Waiting, Next) = await letters.ListAsync(After, Shown, stop);
        return Page();
    }

    public static string When(DeadLetter letter) => $"{JapaneseDate.FormatShort(JapaneseDate.Of(letter.CreatedAt))} {JapaneseDate.ToTokyo(letter.CreatedAt):H:mm}";
}
