using Madoguchi.Messaging.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.MyApplications;

/// <summary>お知らせ: every letter from the city, a page at a time.</summary>
[ResidentsOnly]
internal sealed class LettersPage(ILetterBox letters) : ResidentPage
{
    private const int Shown = 20;

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<LetterItem> Inbox { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken stop) => (Inbox, Next) = await letters.ReceivedAsync(Actor.Id, After, Shown, stop);
}
