using System.Globalization;
using System.Text.Json;
using Madoguchi.Applications.Apply;
using Madoguchi.Applications.Lists;
using Madoguchi.DesignSystem.Forms;
using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.Http;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.Register;

/// <summary>What came over the counter, by mail or by telephone: which procedure, when it arrived, from whom.</summary>
internal sealed class RegisterPage(BeginIntake begin, SavedForms forms, IProcedures procedures, IDirectory directory, TimeProvider clock) : StaffPage
{
    private const int MostBegun = 200;
    private static readonly Channel[] Offered = [Domain.Channel.Counter, Domain.Channel.Mail, Domain.Channel.Phone, Domain.Channel.Paper];
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["onBehalfOf"] = "person", ["onBehalfOf.resident"] = "account", ["onBehalfOf.name"] = "name", ["onBehalfOf.kana"] = "name", ["onBehalfOf.phone"] = "phone", ["onBehalfOf.birthDate"] = "birthDate", ["onBehalfOf.address"] = "address", ["receivedAt"] = "receivedOn",
    };

    [BindProperty(Name = "procedure", SupportsGet = true)]
    public string? Procedure { get; set; }

    [BindProperty(Name = "channel")]
    public string? Channel { get; set; }

    [BindProperty(Name = "receivedOn")]
    public DateOnly? ReceivedOn { get; set; }

    [BindProperty(Name = "receivedTime")]
    public string? ReceivedTime { get; set; }

    [BindProperty(Name = "person")]
    public string? Person { get; set; }

    [BindProperty(Name = "account")]
    public string? Account { get; set; }

    [BindProperty(Name = "birthDate")]
    public DateOnly? BirthDate { get; set; }

    [BindProperty(Name = "phone")]
    public string? Phone { get; set; }

    [BindProperty(Name = "noticeBy")]
    public string? NoticeBy { get; set; }

    public IReadOnlyList<Choice> Procedures =>
        [.. procedures.All.Where(p => Actor.May(ApplicationsPermissions.Register, p.Division)).OrderBy(p => p.Kana, StringComparer.Ordinal).Select(p => new Choice(p.Slug, p.Title.Ja))];

    public IReadOnlyList<Choice> Channels => [.. Offered.Select(c => new Choice(EnumText.Of(c), Text[$"staff.channel.{EnumText.Of(c)}"]))];

    public IReadOnlyList<Choice> Kinds => [new("named", Text["staff.register.person.named"]), new("account", Text["staff.register.person.account"])];

    public IReadOnlyList<Choice> Ways => [new("paper", Text["staff.noticeBy.paper"]), new("electronic", Text["staff.noticeBy.electronic"])];

    public City City => directory.City;

    /// <summary>Forms this officer began and has not registered, newest first.</summary>
    public IReadOnlyList<SavedForm> Begun { get; private set; } = [];

    public string TitleOf(SavedForm form) => procedures.Title(form.Procedure, form.ProcedureEdition)?.Ja ?? form.Procedure;

    /// <summary>Most who come to the counter live in the city.</summary>
    public IReadOnlyDictionary<string, string?> AddressParts =>
        Request.HasFormContentType ? Parts("address") : new Dictionary<string, string?> { ["prefecture"] = City.Prefecture, ["city"] = City.Name };

    /// <summary>What was typed into the parts of a field.</summary>
    public IReadOnlyDictionary<string, string?> Parts(string name) => !Request.HasFormContentType ? new Dictionary<string, string?>() :
        Request.Form.Where(f => f.Key.StartsWith(name + ".", StringComparison.Ordinal)).ToDictionary(f => f.Key[(name.Length + 1)..], f => (string?)f.Value.ToString());

    public async Task OnGetAsync(CancellationToken stop)
    {
        Actor.Require(ApplicationsPermissions.Register);
        Begun = [.. (await forms.MineAsync(null, MostBegun, stop)).Where(f => f.Came is not null)];
        var now = JapaneseDate.ToTokyo(clock.Now());
        (Channel, Person, ReceivedOn, ReceivedTime) = ("counter", "named", DateOnly.FromDateTime(now.DateTime), now.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Actor.Require(ApplicationsPermissions.Register);
        if (ReceivedOn is null && ModelState["receivedOn"]?.Errors.Count is not > 0) ModelState.AddModelError("receivedOn", Text["staff.register.noDay"].ToString());
        if (!TimeOnly.TryParseExact(TextRules.HalfWidth(ReceivedTime ?? "").Trim(), ["H:mm", "HH:mm"], out var time)) ModelState.AddModelError("receivedTime", Text["staff.register.noTime"].ToString());
        if (procedures.Find(Procedure ?? "") is null) ModelState.AddModelError("procedure", Text["staff.register.noProcedure"].ToString());
        if (!ModelState.IsValid) return Page();

        var input = new SubmitInput
        {
            Channel = Channel, ReceivedAt = JapaneseDate.UtcOf(ReceivedOn!.Value, time), OnBehalfOf = OnBehalfOf(), NoticeBy = string.IsNullOrEmpty(NoticeBy) ? null : NoticeBy,
        };
        var begun = await begin.RunAsync(Procedure!, input, Parts("name"), Parts("address"), stop);
        if (!begun.Refused) return Redirect(Url.Content($"~/staff/applications/register/{begun.Value.Id}"));
        Accept(begun.Refusal with { Fields = [.. begun.Refusal.Fields.Select(f => f with { Field = Fields.GetValueOrDefault(f.Field, f.Field) }).DistinctBy(f => (f.Field, f.Code))] });
        return Page();
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid form, CancellationToken stop)
    {
        Actor.Require(ApplicationsPermissions.Register);
        await forms.DiscardAsync(form, stop);
        return Redirect(Url.Content("~/staff/applications/register"));
    }

    private OnBehalfOf OnBehalfOf()
    {
        if (Person == "account") return new OnBehalfOf { Resident = (Account ?? "").Trim() };
        var (name, address) = (Parts("name"), Parts("address"));
        return new OnBehalfOf
        {
            Name = Joined(name, "family", "given"),
            Kana = Joined(name, "familyKana", "givenKana"),
            BirthDate = BirthDate,
            Phone = string.IsNullOrWhiteSpace(Phone) ? null : Phone,
            Address = address.Where(p => p.Key is not ("prefecture" or "city")).All(p => string.IsNullOrWhiteSpace(p.Value)) ? null : JsonSerializer.SerializeToElement(address),
        };
    }

    private static string Joined(IReadOnlyDictionary<string, string?> parts, params string[] names) =>
        string.Join(' ', names.Select(n => parts.GetValueOrDefault(n)?.Trim()).Where(p => !string.IsNullOrEmpty(p)));
}
