using Madoguchi.DesignSystem.Forms;
using Madoguchi.Directory.Contracts;
using Madoguchi.Residents.Contracts;
using Madoguchi.Residents.TakeHome;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Residents.Me;

/// <summary>What the city holds of me, where it has it from, and how it reaches me.</summary>
[ResidentsOnly]
internal sealed class AccountPage(IResidents residents, IDirectory directory, ChangeContact change, TakeOut takeOut) : ResidentPage
{
    public ResidentAccount Account { get; private set; } = null!;

    [BindProperty(Name = "phone")]
    public string? Phone { get; set; }

    [BindProperty(Name = "takesMail")]
    public bool TakesMail { get; set; }

    [BindProperty(Name = "language")]
    public string? Language { get; set; }

    [BindProperty(Name = "noticeBy")]
    public string? NoticeBy { get; set; }

    public bool Changed { get; private set; }

    public string Telephone => directory.City.Telephone;

    public LocalizedText MailSupport => Account.Email.Length > 0 ? Text["account.mail.to", ("email", Account.Email)] : Text["account.mail.none"];

    public LocalizedText ContactSource => Account.ContactChangedAt is { } at
        ? Text["account.source.self", ("time", DayWords.Moment(at, Text.Language))]
        : Text[$"account.source.{Account.Source.ToString().ToLowerInvariant()}"];

    public IReadOnlyList<Choice> MailWays => [new("true", Text["account.mail.yes"]), new("false", Text["account.mail.no"])];

    public IReadOnlyList<Choice> LetterLanguages => [.. Languages.All.Select(l => new Choice(l.Code(), new LocalizedText(l.OwnName())))];

    public IReadOnlyList<Choice> ResultWays => [new("electronic", Text["account.results.electronic"]), new("paper", Text["account.results.paper"])];

    public async Task OnGetAsync([FromQuery] bool changed, CancellationToken stop)
    {
        await FindAsync(stop);
        Changed = changed;
        (Phone, TakesMail, Language) = (Account.Phone, Account.TakesMail, Account.Language.Code());
        NoticeBy = Account.NoticeBy == Contracts.NoticeBy.Paper ? "paper" : "electronic";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await FindAsync(stop);
        Contracts.NoticeBy? results = NoticeBy switch { "paper" => Contracts.NoticeBy.Paper, "electronic" => Contracts.NoticeBy.Electronic, _ => null };
        if (!ModelState.IsValid || !Accept(await change.RunAsync(new ChangeContact.Input(Phone, TakesMail, Language, results), stop))) return Page();
        return Redirect(Url.Content("~/my/account?changed=true"));
    }

    public IActionResult OnPostTakeOut()
    {
        takeOut.Begin();
        return new TakeOutFile(takeOut);
    }

    private async Task FindAsync(CancellationToken stop) => Account = await residents.Of(Actor.Id, stop) ?? throw new NotFoundException();
}
