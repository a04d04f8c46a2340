using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Madoguchi.Studio.Checking;
using Madoguchi.Studio.Drafts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Preview;

/// <summary>ランダムな答えで試す: how far answers drawn at random come that keep the form's own rules, and what none of them reached.</summary>
internal sealed class TrialPage(DraftDesk desk, DraftReads reads, RandomTrials trials, TimeProvider clock) : StaffPage
{
    /// <summary>Six digits, to be said over the telephone.</summary>
    private const int Seeds = 1_000_000;

    [BindProperty(SupportsGet = true, Name = "seed")]
    public string? Seed { get; set; }

    public Draft Draft { get; private set; } = null!;

    public ProcedureEdition Edition { get; private set; } = null!;

    /// <summary>Null before a seed was given.</summary>
    public RandomTrial? Trial { get; private set; }

    public bool MayEdit => Actor.May(ProceduresPermissions.Edit, Draft.Division);

    public int Fresh { get; } = RandomNumberGenerator.GetInt32(Seeds);

    public int Questions => Edition.Form.Pages.Sum(p => p.Questions.Sum(q => 1 + q.Questions.Count));

    public async Task OnGetAsync(Guid id, CancellationToken stop)
    {
        Draft = await desk.LookAsync(id, stop);
        if (reads.Of(Draft) is not { } read) throw new NotFoundException();
        Edition = read.Edition;
        if (string.IsNullOrWhiteSpace(Seed)) return;
        if (TryRead(Seed, out var seed)) Trial = trials.Of(Draft, read, seed.Value, clock.Today());
        else ModelState.AddModelError("seed", Text["staff.studio.random.seed.wrong"].Source);
    }

    /// <summary>A seed as people type it.</summary>
    public static bool TryRead(string? typed, [NotNullWhen(true)] out int? seed)
    {
        seed = int.TryParse(TextRules.HalfWidth((typed ?? "").Trim()), NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read < Seeds ? read : null;
        return seed is not null;
    }

    public string TitleOf(string page) => Edition.Form.Pages.FirstOrDefault(p => p.Id == page)?.Title.Ja ?? page;
}
