using Madoguchi.DesignSystem.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Register;

/// <summary>手続棚卸: all procedures of the city, online or not.</summary>
internal sealed class RegisterPage(ReadRegister read, ExportRegister export, IDirectory directory, AuditTrail audit) : StaffPage
{
    public RegisterFilter Filter { get; private set; } = new(null, null, null, null);

    public string Counted { get; private set; } = "months";

    public IReadOnlyList<RegisterLine> Lines { get; private set; } = [];

    public string? Next { get; private set; }

    /// <summary>Lines of a file that were just taken.</summary>
    public long? Imported { get; private set; }

    public IReadOnlyList<Choice> Divisions => [.. directory.Divisions.Select(d => new Choice(d.Code, d.Name))];

    public static IReadOnlyList<Choice> OnlineChoices => [.. SurveyColumns.All[SurveyColumns.Online].Codes.Select(c => new Choice(SurveyCell.CodeOf(c), c[2..]))];

    public IReadOnlyList<Choice> Years => [new("months", Text["staff.studio.register.months"]), new("fiscal", Text["staff.studio.register.fiscal"])];

    public async Task OnGetAsync([FromQuery] string? division, [FromQuery] string? online, [FromQuery] string? q, [FromQuery] string? after, [FromQuery] string? counted, [FromQuery] long? imported, CancellationToken stop)
    {
        Actor.Require(ProceduresPermissions.Edit);
        Narrow(division, online, q, after, counted);
        Imported = imported;
        (Lines, Next) = await read.RunAsync(Filter, Counted, stop);
    }

    /// <summary>What goes out is recorded before the first line leaves.</summary>
    public IActionResult OnPostExport([FromForm] string? division, [FromForm] string? counted, [FromForm] bool own)
    {
        Actor.Require(ProceduresPermissions.Edit);
        Narrow(division, null, null, null, counted);
        audit.Record("procedures.registerExported", "register", Filter.Division ?? "all", new { Own = own, Counted });
        return new RegisterFile(export, Filter.Division, Counted, own);
    }

    public string DivisionOf(string code) => directory.Division(code)?.Name ?? code;

    public string StateOf(string code) => SurveyColumns.All[SurveyColumns.Online].Codes.FirstOrDefault(c => SurveyCell.CodeOf(c) == code)?[2..] ?? Text["staff.studio.register.unknown"].ToString();

    public string? NextHref => Next is null ? null : $"{Here}&after={Uri.EscapeDataString(Next)}";

    public string? FirstHref => Filter.After is null ? null : Here;

    private string Here => $"~/staff/studio/register?division={Filter.Division}&online={Filter.Online}&q={Uri.EscapeDataString(Filter.Q ?? "")}&counted={Counted}";

    // What comes in an address may be anything.
    private void Narrow(string? division, string? online, string? q, string? after, string? counted)
    {
        Filter = new RegisterFilter(
            directory.Division(division ?? "")?.Code, OnlineChoices.Any(c => c.Value == online) ? online : null,
            q is not null && TextRules.IsClean(q) ? TextRules.Normalise(q) : null, after is { Length: > 2 and < 100 } && TextRules.IsClean(after) ? after : null);
        Counted = counted == "fiscal" ? "fiscal" : "months";
    }
}
