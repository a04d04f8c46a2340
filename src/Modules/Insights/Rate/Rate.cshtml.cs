using Madoguchi.Insights.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Insights.Rate;

/// <summary>After one tap beside the intake number: thanks, and a place for words.</summary>
[ResidentsOnly]
internal sealed class RatePage(RateProcedure rate) : ResidentPage
{
    [BindProperty(SupportsGet = true, Name = "number")]
    public string Number { get; set; } = "";

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Words were just kept.</summary>
    [BindProperty(SupportsGet = true, Name = "said")]
    public bool Said { get; set; }

    public Rating? Rating { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Rating = await rate.FindAsync(Number, stop);
        Words = Rating?.Words;
    }

    public async Task<IActionResult> OnPostAsync(int score, CancellationToken stop)
    {
        await rate.RunAsync(Number, score, stop);
        return Here("");
    }

    public async Task<IActionResult> OnPostWordsAsync(CancellationToken stop)
    {
        if (Accept(await rate.SayAsync(Number, Words, stop))) return Here("?said=true");
        Rating = await rate.FindAsync(Number, stop);
        return Page();
    }

    private RedirectResult Here(string query) => Redirect(Url.Content($"~/my/applications/{Uri.EscapeDataString(Number)}/rating{query}"));
}
